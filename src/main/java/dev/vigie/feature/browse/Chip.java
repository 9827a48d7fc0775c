package dev.vigie.feature.browse;

import dev.vigie.base.Messages;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

/// One condition of the filter; goes by its cross, or by Delete when it has the focus.
final class Chip extends HBox {
    private static final Messages TEXTS = Messages.of("browse");
    private static final PseudoClass MISTAKEN = PseudoClass.getPseudoClass("mistaken");

    Chip(String token, Runnable remove) {
        getStyleClass().add("chip");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(TEXTS.say("chip.remove", Shown.text(token)));
        int mark = mark(token);
        Label name = new Label(Shown.text(token.substring(0, mark)));
        name.getStyleClass().add("chip-name");
        name.setMinWidth(USE_PREF_SIZE);
        name.setManaged(mark > 0);
        Label value = new Label(Shown.text(token.substring(mark)));
        value.getStyleClass().add("chip-value");
        Button cross = new Button("", Icons.of("mdi2c-close"));
        cross.getStyleClass().addAll("flat", "chip-cross");
        cross.setFocusTraversable(false);
        cross.setAccessibleText(TEXTS.say("chip.remove", Shown.text(token)));
        cross.setOnAction(_ -> remove.run());
        getChildren().addAll(name, value, cross);
        addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> requestFocus());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean goes = event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE;
            if (!goes) return;
            event.consume();
            remove.run();
        });
    }

    /// Something is wrong with it.
    void mistaken(boolean now) {
        pseudoClassStateChanged(MISTAKEN, now);
    }

    private static int mark(String token) {
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c == ':' || c == '=') return i + 1;
            if (c == '<' || c == '>') return i;
        }
        return 0;
    }
}
