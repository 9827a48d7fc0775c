package dev.vigie.feature.browse;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Names lose their middle and keep their last five characters, by which people tell pods apart. FX thread only.
final class Ellipsis {
    private static final int KEPT = 5;
    private static final Text RULER = new Text();

    private Ellipsis() {}

    static double width(String text, Font font) {
        RULER.setFont(font);
        RULER.setText(text);
        return RULER.getLayoutBounds().getWidth();
    }

    static String middle(String name, Font font, double room) {
        if (name.length() <= KEPT + 2 || width(name, font) <= room) return name;
        String tail = "…" + name.substring(name.length() - KEPT);
        int fits = 1;
        int tooLong = name.length() - KEPT;
        while (tooLong - fits > 1) {
            int half = (fits + tooLong) / 2;
            if (width(name.substring(0, half) + tail, font) <= room) fits = half;
            else tooLong = half;
        }
        return name.substring(0, fits) + tail;
    }
}
