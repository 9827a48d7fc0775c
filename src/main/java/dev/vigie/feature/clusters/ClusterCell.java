package dev.vigie.feature.clusters;

import dev.vigie.base.Messages;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Tone;
import dev.vigie.kube.config.ClusterEntry;
import dev.vigie.kube.config.Context;
import dev.vigie.kube.config.FileTrouble;
import dev.vigie.kube.config.Problem;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A context or a file's trouble, in two lines.
final class ClusterCell extends ListCell<ClusterLine> {
    private static final Messages TEXTS = Messages.of("clusters");

    private final Consumer<Intent> desk;

    /// As wide as the list, never wider.
    ClusterCell(Consumer<Intent> desk) {
        this.desk = desk;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ClusterLine line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        setGraphic(empty || line == null ? null : content(line));
        setDisable(line instanceof ClusterLine.Of of && !of.context().usable());
        setAccessibleText(line == null || empty ? null : spoken(line));
    }

    private static String spoken(ClusterLine line) {
        return switch (line) {
            case ClusterLine.Of of -> {
                Problem problem = of.context().problem();
                yield problem == null ? of.context().name() : of.context().name() + ". " + problem.sentence();
            }
            case ClusterLine.Bad bad ->
                bad.trouble().file() + ". " + bad.trouble().problem().sentence();
        };
    }

    private Pane content(ClusterLine line) {
        return switch (line) {
            case ClusterLine.Of of -> row(of);
            case ClusterLine.Bad bad -> trouble(bad.trouble());
        };
    }

    /// What cannot be used has no buttons; what is current already has none to make it so.
    private Pane row(ClusterLine.Of of) {
        VBox words = context(of.context(), of.current());
        if (!of.context().usable()) return words;
        String name = of.context().name();
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        HBox row = new HBox(words);
        row.getStyleClass().add("cluster-row");
        if (!of.current()) {
            Button make = action("cluster-make-current", "make.current", new Intent.MakeCurrent(name));
            make.setTooltip(new Tooltip(TEXTS.say("make.current.why")));
            row.getChildren().add(make);
        }
        row.getChildren().add(action("cluster-open", "open", new Intent.OpenContext(name)));
        return row;
    }

    /// Two clicks on it are not two clicks on the line.
    private Button action(String id, String key, Intent intent) {
        Button button = Buttons.plain(id, TEXTS.say(key), () -> desk.accept(intent));
        button.getStyleClass().add("cluster-action");
        button.setFocusTraversable(false);
        button.setOnMouseClicked(MouseEvent::consume);
        return button;
    }

    private static VBox context(Context context, boolean current) {
        HBox head = new HBox(label(context.name(), "strong"));
        head.getStyleClass().add("cluster-head");
        if (current) head.getChildren().add(label(TEXTS.say("current"), "badge"));
        ClusterEntry cluster = context.cluster();
        if (cluster != null && cluster.insecureSkipTlsVerify())
            head.getChildren().add(label(TEXTS.say("insecure"), "badge-danger"));
        Problem problem = context.problem();
        if (problem == null) return lines(head, label(where(context, cluster), "hint"));
        Label why = label(problem.sentence(), "trouble-text");
        why.setGraphic(Icons.of(Tone.WARN));
        return lines(head, why);
    }

    private static String where(Context context, @Nullable ClusterEntry cluster) {
        String server = cluster == null ? "" : cluster.server();
        String namespace = context.namespace().isEmpty() ? "default" : context.namespace();
        return TEXTS.say(
                "where",
                server,
                context.userName().isEmpty() ? TEXTS.say("nobody") : context.userName(),
                namespace,
                context.file().toString());
    }

    private static VBox trouble(FileTrouble trouble) {
        Tone tone = switch (trouble.weight()) {
            case FILE -> Tone.ERROR;
            case ENTRY -> Tone.WARN;
            case HINT -> Tone.QUIET;
        };
        Label head = label(trouble.file().toString(), "medium");
        head.setGraphic(Icons.of(tone));
        return lines(new HBox(head), label(trouble.problem().sentence(), "trouble-text"));
    }

    private static VBox lines(HBox head, Label below) {
        below.setTooltip(new Tooltip(below.getText()));
        VBox box = new VBox(head, below);
        box.getStyleClass().add("cluster-line");
        return box;
    }

    private static Label label(String text, String style) {
        Label label = new Label(Shown.text(text));
        label.getStyleClass().add(style);
        label.setMinWidth(0);
        return label;
    }
}
