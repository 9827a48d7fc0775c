package dev.vigie.feature.logs;

import dev.vigie.text.Painted;
import javafx.scene.paint.Color;

/// The 256 colours that programs mean by their numbers, on a dark and on a light ground.
final class Palette {
    private static final String[] DARK = {
        "#8793a2", "#ff7a72", "#4cc272", "#dfab3c", "#6cb0ff", "#b99cff", "#4fc1d6", "#d3dae4",
        "#9ba7b6", "#ff9a94", "#76d694", "#f0c766", "#93c5ff", "#cfbaff", "#82d5e4", "#f0f4f9"
    };
    private static final String[] LIGHT = {
        "#252c35", "#c0232c", "#136f2d", "#8a5c00", "#0a5cc9", "#6d3fc9", "#0b7083", "#515c69",
        "#5c6774", "#a81d25", "#0f5c25", "#734c00", "#084ca6", "#5a33a8", "#095c6c", "#12171d"
    };
    private static final int CUBE = 16;
    private static final int GREYS = 232;
    private static final int[] STEPS = {0, 95, 135, 175, 215, 255};

    private Palette() {}

    static Color of(int colour, boolean dark) {
        if (Painted.rgb(colour)) return Color.rgb((colour >> 16) & 0xff, (colour >> 8) & 0xff, colour & 0xff);
        if (colour < CUBE) return Color.web((dark ? DARK : LIGHT)[colour]);
        if (colour >= GREYS) {
            int grey = 8 + (colour - GREYS) * 10;
            return Color.rgb(grey, grey, grey);
        }
        int place = colour - CUBE;
        return Color.rgb(STEPS[place / 36], STEPS[place / 6 % 6], STEPS[place % 6]);
    }

    /// A colour that can be read on the ground: what a program took for another ground is made darker or lighter.
    static Color readable(Color colour, boolean dark) {
        double light = 0.2126 * colour.getRed() + 0.7152 * colour.getGreen() + 0.0722 * colour.getBlue();
        if (dark && light < 0.35) return colour.interpolate(Color.WHITE, 0.45);
        if (!dark && light > 0.45) return colour.interpolate(Color.BLACK, 0.5);
        return colour;
    }
}
