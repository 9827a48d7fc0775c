package dev.vigie.live;

import dev.vigie.kind.Column;
import dev.vigie.kube.Row;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// In which order rows stand: by the values of columns, then by namespace and name as the server has them. Pure.
public record Order(List<By> by) {
    /// The column that the server does not print.
    public static final String NAMESPACE = "Namespace";

    /// The server's own order: namespace, name.
    public static final Order SERVER = new Order(List.of());

    private static final Comparator<Row> PLACE =
            Comparator.comparing(Row::namespace).thenComparing(Row::name);

    public Order {
        by = List.copyOf(by);
    }

    /// One column and its direction.
    public record By(String column, boolean descending) {}

    /// Sorts `rows` in place; the value of each cell is read once.
    void sort(Row[] rows, List<Column> columns) {
        if (by.isEmpty()) {
            Arrays.sort(rows, PLACE);
            return;
        }
        List<Sight> sights = sights(columns);
        Keyed[] keyed = new Keyed[rows.length];
        for (int i = 0; i < rows.length; i++) keyed[i] = new Keyed(rows[i], values(rows[i], sights));
        Arrays.sort(keyed, (a, b) -> compare(a, b, sights));
        for (int i = 0; i < rows.length; i++) rows[i] = keyed[i].row;
    }

    /// The same order, for a few comparisons.
    Comparator<Row> comparator(List<Column> columns) {
        if (by.isEmpty()) return PLACE;
        List<Sight> sights = sights(columns);
        return (a, b) -> compare(new Keyed(a, values(a, sights)), new Keyed(b, values(b, sights)), sights);
    }

    private List<Sight> sights(List<Column> columns) {
        return by.stream().map(one -> Sight.of(one, columns)).toList();
    }

    private static CellValue[] values(Row row, List<Sight> sights) {
        CellValue[] values = new CellValue[sights.size()];
        for (int i = 0; i < values.length; i++) values[i] = sights.get(i).value(row);
        return values;
    }

    private static int compare(Keyed a, Keyed b, List<Sight> sights) {
        for (int i = 0; i < sights.size(); i++) {
            int result = a.values[i].compare(b.values[i], sights.get(i).direction);
            if (result != 0) return result;
        }
        return PLACE.compare(a.row, b.row);
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Keyed(Row row, CellValue[] values) {}

    /// One column of the order, found in the server's columns; -1 where it is one of our own or not there.
    private record Sight(int index, Meaning meaning, int direction, String own) {
        static Sight of(By by, List<Column> columns) {
            int direction = by.descending() ? -1 : 1;
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                if (column.name().equals(by.column())) return new Sight(i, Meaning.of(column), direction, "");
            }
            return new Sight(-1, Meaning.TEXT, direction, by.column());
        }

        CellValue value(Row row) {
            if (index >= 0) return CellValue.of(meaning, row, row.cell(index));
            String text = OwnCell.of(row, own);
            return own.equals(NAMESPACE) ? CellValue.text(text) : CellValue.of(Meaning.TEXT, row, text);
        }
    }
}
