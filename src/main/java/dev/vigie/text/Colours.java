package dev.vigie.text;

import dev.vigie.text.Painted.Style;
import java.util.ArrayDeque;
import java.util.Deque;

/// What the numbers of a colour sequence (`ESC [ 1;38;5;208 m`) change.
final class Colours {
    private static final int BRIGHT = 8;

    private Colours() {}

    static Style after(Style before, String numbers) {
        Style style = before;
        Deque<Integer> codes = codes(numbers);
        while (!codes.isEmpty()) {
            int code = codes.poll();
            if (code == 38) style = ink(style, extended(codes));
            else if (code == 48) style = ground(style, extended(codes));
            else style = simple(style, code);
        }
        return style;
    }

    private static Deque<Integer> codes(String numbers) {
        Deque<Integer> codes = new ArrayDeque<>();
        for (String part : numbers.split("[;:]", -1)) {
            boolean small = !part.isEmpty() && part.length() <= 3;
            codes.add(small ? Integer.parseInt(part) : 0);
        }
        return codes;
    }

    /// `5;n` of the palette, or `2;r;g;b`.
    private static int extended(Deque<Integer> codes) {
        int how = next(codes);
        if (how == 5) return Math.min(next(codes), 255);
        if (how == 2) return Painted.ofRgb(next(codes), next(codes), next(codes));
        return Painted.DEFAULT;
    }

    private static int next(Deque<Integer> codes) {
        Integer code = codes.poll();
        return code == null ? 0 : code;
    }

    private static Style simple(Style s, int code) {
        return switch (code) {
            case 0 -> Style.PLAIN;
            case 1 -> new Style(s.ink(), s.ground(), true, s.faint(), s.italic(), s.underlined());
            case 2 -> new Style(s.ink(), s.ground(), s.bold(), true, s.italic(), s.underlined());
            case 3 -> new Style(s.ink(), s.ground(), s.bold(), s.faint(), true, s.underlined());
            case 4 -> new Style(s.ink(), s.ground(), s.bold(), s.faint(), s.italic(), true);
            case 22 -> new Style(s.ink(), s.ground(), false, false, s.italic(), s.underlined());
            case 23 -> new Style(s.ink(), s.ground(), s.bold(), s.faint(), false, s.underlined());
            case 24 -> new Style(s.ink(), s.ground(), s.bold(), s.faint(), s.italic(), false);
            case 39 -> ink(s, Painted.DEFAULT);
            case 49 -> ground(s, Painted.DEFAULT);
            default -> coloured(s, code);
        };
    }

    private static Style coloured(Style style, int code) {
        if (code >= 30 && code <= 37) return ink(style, code - 30);
        if (code >= 90 && code <= 97) return ink(style, code - 90 + BRIGHT);
        if (code >= 40 && code <= 47) return ground(style, code - 40);
        if (code >= 100 && code <= 107) return ground(style, code - 100 + BRIGHT);
        return style;
    }

    private static Style ink(Style s, int colour) {
        return new Style(colour, s.ground(), s.bold(), s.faint(), s.italic(), s.underlined());
    }

    private static Style ground(Style s, int colour) {
        return new Style(s.ink(), colour, s.bold(), s.faint(), s.italic(), s.underlined());
    }
}
