package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.kind.Tone;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// A group's title, a kind with its count, or a group that is broken.
final class NavigationCell extends ListCell<NavigationLine> {
    private static final Messages TEXTS = Messages.of("workbench");
    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");

    /// Stands for itself, not below a head.
    private static final PseudoClass WAY = PseudoClass.getPseudoClass("way");

    private final Label name = new Label();
    private final Label right = new Label();
    private final Label problem = new Label();
    private final HBox line = new HBox(name, problem, right);
    private final Tooltip tooltip = new Tooltip();

    NavigationCell(Consumer<NavigationLine> clicked, Consumer<NavigationLine> beside) {
        getStyleClass().add("navigation-cell");
        setPrefWidth(0); // the list is as wide as the navigation; long names end in dots
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        name.getStyleClass().add("navigation-name");
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        right.getStyleClass().add("navigation-count");
        right.setMinWidth(USE_PREF_SIZE);
        problem.setMinWidth(USE_PREF_SIZE);
        line.setAlignment(Pos.CENTER_LEFT);
        setOnMouseClicked(event -> {
            NavigationLine item = getItem();
            boolean own = event.getButton() == MouseButton.MIDDLE || event.isShortcutDown();
            if (item == null || event.getButton() == MouseButton.SECONDARY) return;
            if (own) beside.accept(item);
            else clicked.accept(item);
        });
    }

    @Override
    protected void updateItem(@Nullable NavigationLine now, boolean empty) {
        super.updateItem(now, empty);
        boolean way = now instanceof NavigationLine.Saved || (now instanceof NavigationLine.Way one && !one.below());
        pseudoClassStateChanged(WAY, way);
        pseudoClassStateChanged(HEAD, now instanceof NavigationLine.Head);
        setGraphic(empty || now == null ? null : line);
        setText(null);
        setTooltip(null);
        if (!empty && now != null) fill(now);
    }

    private void fill(NavigationLine now) {
        switch (now) {
            case NavigationLine.Head head -> {
                say(head.group().title(), "", Icons.of(head.group().icon()));
                right.setGraphic(Icons.of(head.open() ? "mdi2c-chevron-down" : "mdi2c-chevron-right"));
                setAccessibleText(TEXTS.say(
                        head.open() ? "group.open" : "group.closed",
                        head.group().title()));
            }
            case NavigationLine.Way way -> {
                String title = Screens.title(way.screen());
                say(title, "", way.below() ? null : Icons.of(Screens.icon(way.screen(), List.of())));
                setAccessibleText(title);
            }
            case NavigationLine.Saved saved -> {
                say(Shown.text(saved.name()), "", Icons.of("mdi2b-bookmark-outline"));
                hint(saved.name());
                setAccessibleText(TEXTS.say("view.say", saved.name()));
            }
            case NavigationLine.Item item -> {
                say(Shown.text(item.kind().title()), item.count(), null);
                problem(item.problem());
                NavigationLine.Problem wrong = item.problem();
                String what = item.kind().resource() + " · " + item.kind().gvk().apiVersion();
                String says = item.kind().title() + " " + item.count();
                hint(wrong == null ? what : what + "\n" + problems(wrong));
                setAccessibleText(wrong == null ? says : says + ", " + problems(wrong));
            }
            case NavigationLine.Broken broken -> {
                String says = TEXTS.say("broken", broken.groupVersion(), broken.reason());
                say(Shown.text(broken.groupVersion()), "", Icons.of(Tone.WARN));
                hint(says);
                setAccessibleText(says);
            }
        }
    }

    private static String problems(NavigationLine.Problem wrong) {
        return TEXTS.say("problems.say", wrong.failing(), wrong.warned());
    }

    private void say(String text, String count, @Nullable Node icon) {
        name.setText(text);
        name.setGraphic(icon);
        right.setText(count);
        right.setGraphic(null);
        problem(null);
    }

    private void problem(NavigationLine.@Nullable Problem wrong) {
        problem.setVisible(wrong != null);
        problem.setManaged(wrong != null);
        if (wrong == null) return;
        problem.setText(Counts.print(wrong.worst()));
        problem.setGraphic(Icons.of(wrong.tone()));
        problem.getStyleClass()
                .setAll(
                        "label",
                        "navigation-problem",
                        "text-" + wrong.tone().name().toLowerCase(Locale.ROOT));
    }

    private void hint(String text) {
        tooltip.setText(Shown.text(text));
        setTooltip(tooltip);
    }
}
