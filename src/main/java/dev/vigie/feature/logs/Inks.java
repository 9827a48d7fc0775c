package dev.vigie.feature.logs;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;

/// The colours of the stylesheet for what is painted by hand: each is worn by a shape that nobody sees. FX thread only.
final class Inks extends Group {
    /// What a colour is for; the stylesheet names it `log-ink-…`.
    enum Ink {
        GROUND,
        TEXT,
        STRONG,
        MUTED,
        SUBTLE,
        WARN,
        WARN_GROUND,
        ERROR,
        ERROR_GROUND,
        LINE,
        FOUND,
        FOUND_NOW,
        FOUND_NOW_TEXT,
        CHOSEN,
        ACCENT,
        SERIES_1,
        SERIES_2,
        SERIES_3,
        SERIES_4
    }

    private static final List<Ink> SERIES = List.of(Ink.SERIES_1, Ink.SERIES_2, Ink.SERIES_3, Ink.SERIES_4);
    private final Map<Ink, Rectangle> worn = new EnumMap<>(Ink.class);

    Inks(Runnable changed) {
        setManaged(false);
        setVisible(false);
        InvalidationListener listener = _ -> changed.run();
        for (Ink ink : Ink.values()) {
            Rectangle shape = new Rectangle();
            shape.getStyleClass()
                    .add("log-ink-"
                            + ink.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            shape.fillProperty().addListener(listener);
            worn.put(ink, shape);
            getChildren().add(shape);
        }
    }

    Paint of(Ink ink) {
        Rectangle shape = worn.get(ink);
        return shape == null ? Color.GRAY : shape.getFill();
    }

    /// The colour of a pod.
    Paint series(int number) {
        return of(SERIES.get(number % SERIES.size()));
    }
}
