package dev.vigie.ui;

import dev.vigie.kind.Tone;
import java.util.Locale;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons by their names in the Material Design pack (`mdi2…`); sizes and colours are the stylesheet's.
public final class Icons {
    private Icons() {}

    /// An icon of the surrounding text's size; muted.
    public static FontIcon of(String literal) {
        return new FontIcon(literal);
    }

    /// The shape of a tone, in its colour, speaking its name.
    public static FontIcon of(Tone tone) {
        FontIcon icon = of(shape(tone));
        icon.getStyleClass().addAll("tone-icon", "icon-" + tone.name().toLowerCase(Locale.ROOT));
        return icon;
    }

    /// The shape that says a tone without its colour.
    public static String shape(Tone tone) {
        return switch (tone) {
            case OK -> "mdi2c-circle";
            case PROGRESS -> "mdi2c-circle-slice-4";
            case WARN -> "mdi2a-alert";
            case ERROR -> "mdi2c-close-octagon";
            case ENDING, QUIET -> "mdi2c-circle-outline";
            case DONE -> "mdi2c-check";
        };
    }
}
