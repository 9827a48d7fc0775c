package dev.vigie.live;

import dev.vigie.kube.Row;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What many rows say, in lower case and side by side, so that a word is found in a hundred thousand of them within a
/// few milliseconds. Made while somebody filters, dropped afterwards. Immutable.
final class Texts {
    private static final int CHUNK = 1 << 10;
    /// More would be too much memory for a filter.
    private static final int MOST = 40_000_000;
    private static final char END = '\0';

    private final Row[] rows;
    private final List<String> own;
    private final String[] chunks;
    private final int[] ends;

    private Texts(Row[] rows, List<String> own, String[] chunks, int[] ends) {
        this.rows = rows;
        this.own = own;
        this.chunks = chunks;
        this.ends = ends;
    }

    /// Of rows in the order in which they are shown; null when they say too much.
    static @Nullable Texts of(Row[] rows, int columns, List<String> own) {
        String[] chunks = new String[(rows.length + CHUNK - 1) / CHUNK];
        int[] ends = new int[rows.length];
        long all = 0;
        for (int chunk = 0; chunk < chunks.length; chunk++) {
            StringBuilder text = new StringBuilder(CHUNK << 7);
            int last = Math.min(rows.length, (chunk + 1) * CHUNK);
            for (int i = chunk * CHUNK; i < last; i++) {
                append(rows[i], columns, text);
                for (String column : own)
                    text.append(OwnCell.of(rows[i], column)).append(END);
                ends[i] = text.length();
            }
            chunks[chunk] = lower(text);
            all += text.length();
            if (all > MOST) return null;
        }
        return new Texts(rows, own, chunks, ends);
    }

    @SuppressWarnings("ReferenceEquality")
    private static void append(Row row, int columns, StringBuilder text) {
        String name = row.name();
        text.append(name).append(END).append(row.namespace()).append(END);
        for (int i = 0; i < columns; i++) {
            String cell = row.cell(i);
            if (cell != name && !cell.isEmpty()) text.append(cell).append(END);
        }
    }

    /// In lower case, letter by letter where that changes the length.
    private static String lower(StringBuilder text) {
        String lower = Token.lower(text.toString());
        if (lower.length() == text.length()) return lower;
        for (int i = 0; i < text.length(); i++) text.setCharAt(i, Character.toLowerCase(text.charAt(i)));
        return text.toString();
    }

    /// Which columns of our own they say.
    List<String> own() {
        return own;
    }

    int size() {
        return rows.length;
    }

    Row row(int index) {
        return rows[index];
    }

    /// Which rows meet all these conditions.
    BitSet holding(List<Term.Words> terms) {
        BitSet all = new BitSet(rows.length);
        all.set(0, rows.length);
        for (Term.Words term : terms) {
            BitSet one = new BitSet(rows.length);
            for (String word : term.words()) mark(word, one);
            if (term.negated()) all.andNot(one);
            else all.and(one);
        }
        return all;
    }

    private void mark(String word, BitSet marks) {
        for (int chunk = 0; chunk < chunks.length; chunk++) {
            String text = chunks[chunk];
            int row = chunk * CHUNK;
            int at = text.indexOf(word);
            while (at >= 0) {
                while (ends[row] <= at) row++;
                marks.set(row);
                at = text.indexOf(word, ends[row]);
            }
        }
    }
}
