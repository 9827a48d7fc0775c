package dev.vigie.live;

import dev.vigie.kind.Column;
import dev.vigie.kube.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Where a filter finds what it asks of a column: `index` among the server's columns, or -1 for the namespace.
record ColumnCell(int index, Meaning meaning, boolean status) {

    /// By its letters and digits alone, whatever its case, blanks and signs: `nominatednode`, `port(s)`; null for none.
    static @Nullable ColumnCell named(String name, List<Column> columns) {
        String wanted = key(name);
        for (int i = 0; i < columns.size(); i++)
            if (key(columns.get(i).name()).equals(wanted))
                return new ColumnCell(i, Meaning.of(columns.get(i)), wanted.equals("status"));
        return wanted.equals("namespace") || wanted.equals("ns") ? new ColumnCell(-1, Meaning.TEXT, false) : null;
    }

    /// `exactly` what a label is may have been meant.
    static @Nullable Mistake unknown(String name, boolean exactly, List<Column> columns) {
        if (columns.isEmpty() || named(name, columns) != null) return null;
        String nearest = nearest(name, columns);
        return new Mistake.NoColumn(name, nearest.isEmpty() && exactly ? "label:" + name : nearest);
    }

    private static String nearest(String name, List<Column> columns) {
        List<String> names = new ArrayList<>(List.of("label", "ns"));
        for (Column column : columns) names.add(key(column.name()));
        String wanted = key(name);
        String best = "";
        int least = Math.max(1, wanted.length() / 3) + 1;
        for (String one : names) {
            int apart = one.startsWith(wanted) || wanted.startsWith(one) ? 1 : Spelling.apart(wanted, one);
            if (apart < least) {
                least = apart;
                best = one;
            }
        }
        return best;
    }

    static String key(String name) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < name.length(); i++)
            if (Character.isLetterOrDigit(name.charAt(i))) key.append(Character.toLowerCase(name.charAt(i)));
        return key.toString();
    }

    String of(Row row) {
        return index >= 0 ? row.cell(index) : row.namespace();
    }

    /// As a person sees it.
    String printed(Row row, Instant now) {
        return index >= 0 ? meaning.print(row, row.cell(index), now) : row.namespace();
    }

    CellValue value(Row row) {
        return CellValue.of(meaning, row, of(row));
    }

    /// Numbers are compared by value; a status by its words, so that `ready` is not found in `NotReady`; other text
    /// by what it holds.
    Predicate<String> wanted(List<String> values, boolean exactly) {
        Predicate<String> any = text -> false;
        for (String value : values) any = any.or(exactly ? value::equals : wanted(value));
        return any;
    }

    private Predicate<String> wanted(String value) {
        String lower = Token.lower(value);
        if (meaning == Meaning.NUMBER || meaning == Meaning.QUANTITY) {
            CellValue number = CellValue.of(meaning, value);
            if (!Double.isNaN(number.number()))
                return text -> CellValue.of(meaning, text).compare(number, 1) == 0;
        }
        if (meaning == Meaning.CREATED || meaning == Meaning.MOMENT) return text -> text.startsWith(lower);
        return status ? text -> Holding.atWord(text, lower) : text -> Holding.in(text, lower);
    }
}
