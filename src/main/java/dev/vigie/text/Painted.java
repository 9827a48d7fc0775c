package dev.vigie.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// A line as it is painted: its text without colour sequences, and the runs that they colour. No other control sequence
/// has any effect: it shows as signs.
public record Painted(String text, List<Run> runs) {
    /// No colour of its own.
    public static final int DEFAULT = -1;

    private static final int RGB = 1 << 24;
    private static final char ESC = '\u001b';

    public Painted {
        runs = List.copyOf(runs);
    }

    /// From `start` to `end` the text has these colours: 0–255 of the terminal's palette, [#rgb], or [#DEFAULT].
    public record Run(int start, int end, Style style) {}

    public record Style(int ink, int ground, boolean bold, boolean faint, boolean italic, boolean underlined) {
        public static final Style PLAIN = new Style(DEFAULT, DEFAULT, false, false, false, false);
    }

    /// Whether a colour is one of sixteen million, whose lower 24 bits it then is.
    public static boolean rgb(int colour) {
        return colour >= RGB;
    }

    /// `visible` makes signs of what would act on a screen.
    public static Painted of(String line, UnaryOperator<String> visible) {
        String raw = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        if (raw.indexOf(ESC) < 0) return new Painted(visible.apply(raw), List.of());
        Reading reading = new Reading(raw, visible);
        reading.read();
        return new Painted(reading.text.toString(), reading.runs);
    }

    private static final class Reading {
        private final String raw;
        private final UnaryOperator<String> visible;
        private final StringBuilder text = new StringBuilder();
        private final List<Run> runs = new ArrayList<>();
        private Style style = Style.PLAIN;
        private int since;

        Reading(String raw, UnaryOperator<String> visible) {
            this.raw = raw;
            this.visible = visible;
        }

        void read() {
            int plain = 0;
            for (int i = raw.indexOf(ESC); i >= 0; i = raw.indexOf(ESC, i + 1)) {
                int end = colourEnd(i);
                if (end < 0) continue;
                text.append(visible.apply(raw.substring(plain, i)));
                plain = end + 1;
                change(Colours.after(style, raw.substring(i + 2, end)));
            }
            text.append(visible.apply(raw.substring(plain)));
            change(Style.PLAIN);
        }

        /// Where `ESC [ 1;31 m` that begins here ends; -1 when it is no colour.
        private int colourEnd(int from) {
            if (!raw.startsWith("[", from + 1)) return -1;
            int at = from + 2;
            while (at < raw.length() && (Character.isDigit(raw.charAt(at)) || ";:".indexOf(raw.charAt(at)) >= 0)) at++;
            return at < raw.length() && raw.charAt(at) == 'm' ? at : -1;
        }

        private void change(Style next) {
            if (!style.equals(Style.PLAIN) && text.length() > since) runs.add(new Run(since, text.length(), style));
            style = next;
            since = text.length();
        }
    }

    static int ofRgb(int red, int green, int blue) {
        return RGB | ((red & 0xff) << 16) | ((green & 0xff) << 8) | (blue & 0xff);
    }
}
