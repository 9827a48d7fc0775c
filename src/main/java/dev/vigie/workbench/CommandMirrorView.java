package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.kind.Intent;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Shown;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The kubectl line of what is shown, to copy. FX thread only.
final class CommandMirrorView extends HBox {
    private static final Messages TEXTS = Messages.of("workbench");

    private final Label first = new Label();
    private final Label more = new Label();
    private final Label aside = new Label();
    private final Consumer<Intent> desk;
    private String lines = "";
    private String below = "";
    private String above = "";
    private List<String> unsaid = List.of();

    CommandMirrorView(Consumer<Intent> desk) {
        this.desk = desk;
        setId("command-mirror");
        getStyleClass().addAll("command-mirror", "in-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label prompt = new Label("$");
        prompt.getStyleClass().addAll("mono", "subtle");
        first.setId("command-line");
        first.getStyleClass().add("mono");
        first.setMinWidth(0);
        more.getStyleClass().add("key-cap");
        aside.setId("command-aside");
        aside.getStyleClass().add("subtle");
        aside.setMinWidth(0);
        HBox room = new HBox(first, more, aside);
        room.setAlignment(Pos.CENTER_LEFT);
        room.setSpacing(8);
        HBox.setHgrow(room, Priority.ALWAYS);
        var copy = Buttons.icon("command-copy", "mdi2c-content-copy", TEXTS.say("copy.line"), this::copy);
        getChildren().addAll(prompt, room, copy);
    }

    /// Several lines are parted by line ends.
    void show(String command) {
        show(command, List.of());
    }

    /// The lines of what fills the middle, and what it hides that they do not say.
    void show(Filling filling) {
        show(String.join("\n", filling.kubectl().getValue()), filling.unsaid().getValue());
    }

    private void show(String command, List<String> notSaid) {
        below = command;
        unsaid = notSaid;
        print(above.isEmpty() ? below : above);
    }

    /// A line for what has the focus now, above that of the table; empty for none.
    void lay(String command) {
        above = command;
        print(above.isEmpty() ? below : above);
    }

    private void print(String command) {
        lines = command;
        String[] parts = command.split("\n");
        first.setText(Shown.text(parts[0]));
        more.setText(TEXTS.say("more.lines", parts.length - 1));
        more.setVisible(parts.length > 1);
        more.setManaged(parts.length > 1);
        boolean all = unsaid.isEmpty() || !above.isEmpty();
        aside.setText(all ? "" : Shown.text(TEXTS.say("unsaid", String.join(" ", unsaid))));
        aside.setTooltip(all ? null : new Tooltip(Shown.text(TEXTS.say("unsaid.why", String.join(" ", unsaid)))));
        aside.setVisible(!all);
        aside.setManaged(!all);
        setVisible(!command.isEmpty());
        setManaged(!command.isEmpty());
    }

    void copy() {
        if (!lines.isEmpty()) desk.accept(new Intent.CopyCommand(lines));
    }
}
