package dev.vigie.kube;

/// Text of a server, fit for a label: characters that steer a screen, or turn the reading direction, become signs one
/// sees.
final class Visible {
    private Visible() {}

    static String of(String text) {
        StringBuilder seen = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\t') seen.appendCodePoint(c);
            else if (c < 0x20) seen.appendCodePoint(0x2400 + c);
            else if (c == 0x7f) seen.append('\u2421');
            else if (Character.isISOControl(c) || turns(c)) seen.append(String.format("<U+%04X>", c));
            else seen.appendCodePoint(c);
        });
        return seen.toString();
    }

    private static boolean turns(int c) {
        return (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200e
                || c == 0x200f
                || c == 0x061c;
    }
}
