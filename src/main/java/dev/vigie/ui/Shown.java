package dev.vigie.ui;

/// Text from outside, made safe to look at: what would act on a screen or turn words round becomes visible.
public final class Shown {
    private Shown() {}

    /// Control characters become their pictures (`␛`), those that reorder or hide text become `⟨U+202E⟩`; line ends
    /// stay.
    public static String text(String raw) {
        int first = first(raw);
        if (first < 0) return raw;
        StringBuilder shown = new StringBuilder(raw.length() + 16).append(raw, 0, first);
        for (int i = first; i < raw.length(); i++) append(shown, raw.charAt(i));
        return shown.toString();
    }

    private static int first(String raw) {
        for (int i = 0; i < raw.length(); i++) if (acts(raw.charAt(i))) return i;
        return -1;
    }

    private static void append(StringBuilder shown, char c) {
        if (!acts(c)) shown.append(c);
        else if (c < 0x20) shown.append((char) (0x2400 + c));
        else if (c == 0x7f) shown.append('\u2421');
        else shown.append("⟨U+").append(String.format("%04X", (int) c)).append('⟩');
    }

    private static boolean acts(char c) {
        if (c < 0x20) return c != '\n' && c != '\t';
        boolean control = c >= 0x7f && c < 0xa0;
        boolean hidden = within(c, 0x200b, 0x200f) || within(c, 0x202a, 0x202e) || within(c, 0x2060, 0x2069);
        return control || hidden || c == 0xfeff || c == 0x061c;
    }

    private static boolean within(char c, int first, int last) {
        return c >= first && c <= last;
    }
}
