package dev.vigie.live;

import dev.vigie.kube.Row;
import java.util.List;

/// Whether texts hold a word, whatever its case. `word` is in lower case.
final class Holding {
    private Holding() {}

    static boolean anyOf(Row row, int columns, List<String> own, List<String> words) {
        for (String word : words) {
            if (anywhere(row, columns, word)) return true;
            for (String column : own) if (in(OwnCell.of(row, column), word)) return true;
        }
        return false;
    }

    private static boolean anywhere(Row row, int columns, String word) {
        if (in(row.name(), word) || in(row.namespace(), word)) return true;
        for (int i = 0; i < columns; i++) if (in(row.cell(i), word)) return true;
        return false;
    }

    static boolean in(String text, String word) {
        return word.isEmpty() || at(text, word, 0) >= 0;
    }

    /// One of its words begins so; a word follows whatever is no letter or digit.
    static boolean atWord(String text, String word) {
        for (int at = at(text, word, 0); at >= 0; at = at(text, word, at + 1))
            if (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) return true;
        return false;
    }

    private static int at(String text, String word, int from) {
        int last = text.length() - word.length();
        if (word.isEmpty()) return -1;
        char lower = word.charAt(0);
        char upper = Character.toUpperCase(lower);
        for (int i = from; i <= last; i++) {
            char c = text.charAt(i);
            if ((c == lower || c == upper) && text.regionMatches(true, i, word, 0, word.length())) return i;
        }
        return -1;
    }
}
