package dev.vigie.feature.inspect;

import dev.vigie.kind.Fact;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Tone;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Facts as lines: the label left, the value right of it, wrapped.
final class FactLines {
    /// Longer values are cut on screen; the tooltip and the YAML have them whole.
    private static final int LONG = 600;

    private final Ticking ticking;
    private final Consumer<Intent> desk;

    FactLines(Ticking ticking, Consumer<Intent> desk) {
        this.ticking = ticking;
        this.desk = desk;
    }

    GridPane of(List<Fact> facts) {
        GridPane grid = new GridPane();
        grid.setMinWidth(0);
        grid.getStyleClass().add("facts");
        ColumnConstraints labels = new ColumnConstraints();
        labels.setHgrow(Priority.NEVER);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setFillWidth(true);
        values.setMinWidth(0);
        grid.getColumnConstraints().setAll(labels, values);
        for (int row = 0; row < facts.size(); row++) {
            Label label = new Label(Shown.text(facts.get(row).label()));
            label.getStyleClass().add("fact-label");
            label.setWrapText(true);
            GridPane.setValignment(label, VPos.TOP);
            Node value = value(facts.get(row));
            if (value instanceof Region region) region.setMinWidth(0);
            grid.addRow(row, label, value);
        }
        return grid;
    }

    private Node value(Fact fact) {
        return switch (fact) {
            case Fact.Words words -> toned(words.value(), words.tone());
            case Fact.Code code -> {
                Label label = toned(code.value(), code.tone());
                label.getStyleClass().add("mono");
                yield label;
            }
            case Fact.Since since -> ticking.age(since.at());
            case Fact.Pairs pairs -> pairs(pairs);
            case Fact.Links links -> links(links);
            case Fact.Condition condition -> condition(condition);
        };
    }

    private static Label toned(String text, Tone tone) {
        Label label = new Label(shown(text));
        label.setWrapText(true);
        label.getStyleClass().add("fact-value");
        if (tone == Tone.WARN || tone == Tone.ERROR || tone == Tone.PROGRESS) {
            label.getStyleClass().add("text-" + tone.name().toLowerCase(Locale.ROOT));
        }
        if (tone == Tone.WARN || tone == Tone.ERROR) label.setGraphic(Icons.of(tone));
        if (text.length() > LONG)
            label.setTooltip(new Tooltip(shown(text.substring(0, Math.min(4000, text.length())))));
        return label;
    }

    private static String shown(String text) {
        return Shown.text(text.length() > LONG ? text.substring(0, LONG) + "…" : text);
    }

    private static FlowPane pairs(Fact.Pairs pairs) {
        FlowPane flow = new FlowPane();
        flow.setPrefWrapLength(200);
        flow.getStyleClass().add("pairs");
        pairs.pairs().forEach((key, value) -> {
            Label token = new Label(shown(value.isEmpty() ? key : key + "=" + value));
            token.getStyleClass().addAll("token", "mono");
            token.setTooltip(new Tooltip(Shown.text(key + "\n" + value)));
            token.maxWidthProperty().bind(flow.widthProperty());
            token.setMinWidth(0);
            flow.getChildren().add(token);
        });
        return flow;
    }

    private FlowPane links(Fact.Links links) {
        FlowPane flow = new FlowPane();
        flow.getStyleClass().add("links");
        for (Fact.Link link : links.links()) {
            Hyperlink button = new Hyperlink(Shown.text(link.text()));
            button.setOnAction(_ -> desk.accept(new Intent.InspectOther(link.to())));
            flow.getChildren().add(button);
        }
        return flow;
    }

    private Node condition(Fact.Condition condition) {
        Label status = plain(condition.status(), "fact-value");
        status.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(Icons.of(condition.tone()), status);
        head.getStyleClass().add("condition-head");
        if (!condition.reason().isEmpty() && !condition.reason().equals(condition.label())) {
            head.getChildren().add(plain(condition.reason(), "muted"));
        }
        if (condition.since() != null) head.getChildren().add(ticking.age(condition.since()));
        boolean fine = condition.tone() == Tone.OK;
        if (condition.message().isEmpty() || fine) return head;
        Label message = plain(condition.message(), "muted");
        message.setWrapText(true);
        return new VBox(head, message);
    }

    private static Label plain(String text, String style) {
        Label label = new Label(shown(text));
        label.getStyleClass().add(style);
        return label;
    }
}
