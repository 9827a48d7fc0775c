package dev.vigie.live;

import dev.vigie.kube.Row;

/// Whether texts hold a word, whatever its case. `word` is in lower case.
final class Holding {
    private Holding() {}

    static boolean anywhere(Row row, int columns, String word) {
        if (in(row.name(), word) || in(row.namespace(), word)) return true;
        for (int i = 0; i < columns; i++) if (in(row.cell(i), word)) return true;
        return false;
    }

    static boolean in(String text, String word) {
        int last = text.length() - word.length();
        if (word.isEmpty()) return true;
        char lower = word.charAt(0);
        char upper = Character.toUpperCase(lower);
        for (int i = 0; i <= last; i++) {
            char c = text.charAt(i);
            if ((c == lower || c == upper) && text.regionMatches(true, i, word, 0, word.length())) return true;
        }
        return false;
    }
}
