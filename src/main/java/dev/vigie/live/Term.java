package dev.vigie.live;

import dev.vigie.base.Age;
import dev.vigie.kind.Column;
import dev.vigie.kube.Row;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Predicate;

/// One condition of a filter. Several values mean or.
public sealed interface Term {

    /// Rows that meet it, for these columns.
    Predicate<Row> on(List<Column> columns, Instant now);

    /// Any cell, name or namespace holds one of the words.
    record Words(boolean negated, List<String> words) implements Term {
        @Override
        public Predicate<Row> on(List<Column> columns, Instant now) {
            int count = columns.size();
            return row -> negated != words.stream().anyMatch(word -> Holding.anywhere(row, count, word));
        }
    }

    /// The cell of a column holds one of the values: `status:!Completed`.
    record InColumn(String column, boolean negated, List<String> values) implements Term {
        @Override
        public Predicate<Row> on(List<Column> columns, Instant now) {
            Cell cell = Cell.named(column, columns);
            return row -> negated != values.stream().anyMatch(value -> Holding.in(cell.of(row), value));
        }
    }

    /// A label by kubectl's rules; no values: the label is there.
    record Label(String key, boolean negated, List<String> values) implements Term {
        @Override
        public Predicate<Row> on(List<Column> columns, Instant now) {
            return row -> {
                String value = row.labels().get(key);
                return negated != (value != null && (values.isEmpty() || values.contains(value)));
            };
        }

        /// As `kubectl get -l` takes it.
        public String selector() {
            if (values.isEmpty()) return (negated ? "!" : "") + key;
            if (values.size() == 1) return key + (negated ? "!=" : "=") + values.getFirst();
            return key + (negated ? " notin (" : " in (") + String.join(",", values) + ")";
        }
    }

    /// The age of the object, in seconds: `age>1h`.
    record Aged(boolean older, long seconds) implements Term {
        @Override
        public Predicate<Row> on(List<Column> columns, Instant now) {
            long edge = now.getEpochSecond() - seconds;
            return row -> row.created() != Long.MIN_VALUE && (older ? row.created() < edge : row.created() > edge);
        }
    }

    /// The number in a column: `restarts>3`.
    record Compared(String column, boolean more, double than) implements Term {
        @Override
        public Predicate<Row> on(List<Column> columns, Instant now) {
            Cell cell = Cell.named(column, columns);
            return row -> {
                double number = cell.value(row).number();
                return more ? number > than : number < than;
            };
        }

        static Term of(String column, boolean more, String value) {
            OptionalLong age = Age.parse(value);
            if (column.equalsIgnoreCase("age")) return new Aged(more, age.orElse(0));
            CellValue number = CellValue.plain(value);
            return new Compared(column, more, number.number());
        }
    }

    /// A column found by name, whatever its case and blanks; the namespace when it is asked for and not printed.
    record Cell(int index, Meaning meaning, boolean namespace) {
        static Cell named(String name, List<Column> columns) {
            String wanted = plain(name);
            for (int i = 0; i < columns.size(); i++) {
                if (plain(columns.get(i).name()).equals(wanted)) return new Cell(i, Meaning.of(columns.get(i)), false);
            }
            return new Cell(-1, Meaning.TEXT, wanted.equals("namespace") || wanted.equals("ns"));
        }

        private static String plain(String name) {
            return name.toLowerCase(Locale.ROOT).replace(" ", "");
        }

        String of(Row row) {
            if (index >= 0) return row.cell(index);
            return namespace ? row.namespace() : "";
        }

        CellValue value(Row row) {
            return CellValue.of(meaning, row, of(row));
        }
    }
}
