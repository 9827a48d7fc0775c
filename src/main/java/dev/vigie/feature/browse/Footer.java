package dev.vigie.feature.browse;

import dev.vigie.base.Messages;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// What is selected, shown and hidden.
final class Footer extends HBox {
    private static final Messages TEXTS = Messages.of("browse");

    private final Label selected = new Label();
    private final Label shown = new Label();

    Footer() {
        getStyleClass().add("browse-footer");
        selected.setId("selected");
        shown.setId("shown");
        getChildren().addAll(selected, shown);
    }

    void say(int chosen, int visible, int total) {
        selected.setText(TEXTS.say("selected", chosen));
        shown.setText(
                visible == total ? TEXTS.say("shown", visible) : TEXTS.say("shown.hidden", visible, total - visible));
    }
}
