package dev.vigie.ui;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// The kinds of buttons there are. Looks are the stylesheet's.
public final class Buttons {
    private Buttons() {}

    public static Button plain(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setMnemonicParsing(false);
        // what a button does is never cut
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// The one filled button of a view.
    public static Button primary(String id, String text, Runnable action) {
        Button button = plain(id, text, action);
        button.getStyleClass().add("primary");
        return button;
    }

    /// A flat icon; `says` is its tooltip and what a screen reader speaks, with its key.
    public static Button icon(String id, String icon, String says, Runnable action) {
        Button button = plain(id, "", action);
        FontIcon glyph = Icons.of(icon);
        glyph.getStyleClass().add("icon-button-glyph");
        button.setGraphic(glyph);
        button.getStyleClass().addAll("flat", "icon-only");
        button.setTooltip(new Tooltip(says));
        button.setAccessibleText(says);
        return button;
    }
}
