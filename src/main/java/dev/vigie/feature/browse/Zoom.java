package dev.vigie.feature.browse;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.control.Label;

/// How large the root's text is against 13 px: an unseen label that follows the stylesheet. To be put into the scene.
final class Zoom extends Label {
    private static final double BASE = 13;

    private final ReadOnlyDoubleWrapper factor = new ReadOnlyDoubleWrapper(1);

    Zoom() {
        setManaged(false);
        setVisible(false);
        fontProperty().addListener((_, _, font) -> factor.set(font.getSize() / BASE));
    }

    ReadOnlyDoubleProperty factorProperty() {
        return factor.getReadOnlyProperty();
    }

    /// Pixels at 100 % as pixels now.
    double px(double pixels) {
        return Math.round(pixels * factor.get());
    }
}
