package dev.vigie.ui.reading;

import dev.vigie.base.Messages;
import dev.vigie.ui.Buttons;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Looks for words in a text: as they are typed, with how many there are.
final class FindBar extends HBox {
    private static final Messages TEXTS = Messages.of("ui");

    private final TextField field = new TextField();
    private final Label count = new Label();

    FindBar(Consumer<String> look, IntConsumer step, Runnable close) {
        getStyleClass().addAll("find-bar", "in-bar");
        field.setId("find-field");
        field.setPromptText(TEXTS.say("find.prompt"));
        field.setAccessibleText(TEXTS.say("find.prompt"));
        field.textProperty().addListener((_, _, now) -> look.accept(now));
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setMinWidth(60);
        count.setId("find-count");
        count.getStyleClass().add("hint");
        count.setMinWidth(USE_PREF_SIZE);
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            switch (event.getCode()) {
                case ENTER -> step.accept(event.isShiftDown() ? -1 : 1);
                case DOWN -> step.accept(1);
                case UP -> step.accept(-1);
                case ESCAPE -> close.run();
                default -> {
                    return;
                }
            }
            event.consume();
        });
        getChildren()
                .addAll(
                        field,
                        count,
                        Buttons.icon(
                                "find-before", "mdi2c-chevron-up", TEXTS.say("find.before"), () -> step.accept(-1)),
                        Buttons.icon("find-next", "mdi2c-chevron-down", TEXTS.say("find.next"), () -> step.accept(1)),
                        Buttons.icon("find-close", "mdi2c-close", TEXTS.say("find.close"), close));
    }

    String words() {
        return field.getText();
    }

    void type(String begin) {
        if (!begin.isEmpty()) field.setText(begin);
        field.requestFocus();
        field.selectAll();
    }

    void say(Found found) {
        count.setText(
                field.getText().isEmpty()
                        ? ""
                        : found.count() == 0
                                ? TEXTS.say("find.none")
                                : TEXTS.say(
                                        found.count() == Found.MOST ? "find.many" : "find.at",
                                        found.at(),
                                        found.count()));
    }
}
