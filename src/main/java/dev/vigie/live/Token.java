package dev.vigie.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One word of a filter as it was typed, and where. Double quotes keep blanks, and what stands in them is no sign.
public record Token(String typed, int from) {

    /// The words of a filter, apart by blanks; a quote that nobody closed reaches to the end.
    public static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        boolean quoted = false;
        int from = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean ends = i == text.length() || (!quoted && Character.isWhitespace(c));
            if (c == '"') quoted = !quoted;
            if (ends && from >= 0) tokens.add(new Token(text.substring(from, i), from));
            if (ends) from = -1;
            else if (from < 0) from = i;
        }
        return tokens;
    }

    public int end() {
        return from + typed.length();
    }

    /// A word so that it means itself: in quotes where it holds blanks or signs.
    public static String quoted(String word) {
        boolean plain = !word.isEmpty() && word.indexOf('"') < 0;
        for (int i = 0; i < word.length() && plain; i++) {
            char c = word.charAt(i);
            plain = !Character.isWhitespace(c) && ":<>=,!".indexOf(c) < 0;
        }
        return plain ? word : '"' + word.replace("\"", "") + '"';
    }

    /// Without its quotes.
    static String plain(String raw) {
        return raw.indexOf('"') < 0 ? raw : raw.replace("\"", "");
    }

    /// Where the first of these signs stands outside of quotes; -1 for nowhere.
    static int outside(String raw, String signs) {
        boolean quoted = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '"') quoted = !quoted;
            else if (!quoted && signs.indexOf(c) >= 0) return i;
        }
        return -1;
    }

    /// What commas part, without quotes; empty parts are none.
    static List<String> parts(String raw) {
        List<String> parts = new ArrayList<>();
        String rest = raw;
        while (!rest.isEmpty()) {
            int comma = outside(rest, ",");
            String part = plain(comma < 0 ? rest : rest.substring(0, comma));
            if (!part.isEmpty()) parts.add(part);
            rest = comma < 0 ? "" : rest.substring(comma + 1);
        }
        return parts;
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
