package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Icons;
import dev.vigie.ui.StatePanel;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/// Asks for a name. FX thread only.
final class NameView extends StackPane {
    private static final Messages TEXTS = Messages.of("workbench");

    private final TextField field;

    /// `answer` gets the name, empty when the person wants none after all.
    NameView(String question, String first, Consumer<String> answer) {
        setId("naming");
        getStyleClass().add("cover");
        field = new TextField(first);
        field.setId("naming-field");
        field.setAccessibleText(question);
        field.setOnAction(_ -> answer.accept(field.getText().strip()));
        StatePanel panel = new StatePanel(Icons.of("mdi2b-bookmark-outline"), question);
        panel.with(field)
                .with(Buttons.primary(
                        "naming-save",
                        TEXTS.say("save"),
                        () -> answer.accept(field.getText().strip())))
                .with(Buttons.plain("naming-cancel", TEXTS.say("cancel"), () -> answer.accept("")));
        panel.getStyleClass().add("dialog-panel");
        panel.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(panel);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() != KeyCode.ESCAPE) return;
            answer.accept("");
            event.consume();
        });
    }

    @Override
    public void requestFocus() {
        field.requestFocus();
        field.selectAll();
    }
}
