package dev.vigie.feature.inspect;

import dev.vigie.kind.Intent;
import dev.vigie.kind.Page;
import dev.vigie.kind.Tone;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A page as nodes, from top to bottom: why, then the sections with their facts and cards.
final class PageView {
    private final FactLines lines;

    PageView(Ticking ticking, Consumer<Intent> desk) {
        lines = new FactLines(ticking, desk);
    }

    List<Node> of(Page page) {
        List<Node> nodes = new ArrayList<>();
        Page.Why why = page.why();
        if (why != null) nodes.add(why(why));
        page.sections().forEach(section -> nodes.add(section(section)));
        return nodes;
    }

    private Node why(Page.Why why) {
        Label title = wrapped(why.title(), "why-title");
        title.setGraphic(Icons.of(why.tone()));
        VBox panel = new VBox(title, wrapped(why.sentence(), "why-sentence"));
        panel.setId("why");
        panel.getStyleClass().addAll("why", "why-" + why.tone().name().toLowerCase(Locale.ROOT));
        if (!why.evidence().isEmpty()) panel.getChildren().add(lines.of(why.evidence()));
        if (!why.next().isEmpty()) panel.getChildren().add(wrapped(why.next(), "why-next"));
        return panel;
    }

    private Node section(Page.Section section) {
        VBox box = new VBox();
        box.setMinWidth(0);
        box.getStyleClass().add("section");
        if (!section.title().isEmpty()) box.getChildren().add(wrapped(section.title(), "section-title"));
        if (!section.facts().isEmpty()) box.getChildren().add(lines.of(section.facts()));
        section.cards().forEach(card -> box.getChildren().add(card(card)));
        return box;
    }

    private Node card(Page.Card card) {
        Label title = new Label(Shown.text(card.title()));
        if (card.tone() != Tone.QUIET) title.setGraphic(Icons.of(card.tone()));
        title.getStyleClass().add("card-title");
        Label word = new Label(Shown.text(card.word()));
        word.getStyleClass().add("muted");
        if (card.tone() == Tone.WARN || card.tone() == Tone.ERROR || card.tone() == Tone.PROGRESS) {
            word.getStyleClass().setAll("label", "text-" + card.tone().name().toLowerCase(Locale.ROOT));
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, gap, word);
        head.getStyleClass().add("card-head");
        VBox box = new VBox(head);
        box.setMinWidth(0);
        if (!card.facts().isEmpty()) box.getChildren().add(lines.of(card.facts()));
        box.getStyleClass().add("card");
        return box;
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(Shown.text(text));
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }
}
