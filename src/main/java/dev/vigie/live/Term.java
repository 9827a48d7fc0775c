package dev.vigie.live;

import dev.vigie.base.Age;
import dev.vigie.kind.Column;
import dev.vigie.kube.Row;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One condition of a filter, with the word that says it. Several values mean or.
public sealed interface Term {

    String typed();

    /// Rows that meet it, for these columns. To be used by one thread.
    Predicate<Row> on(List<Column> columns, Instant now);

    /// What is wrong with it where a table has these columns; null for nothing.
    default @Nullable Mistake mistake(List<Column> columns) {
        return null;
    }

    /// Its answer changes as time goes by.
    default boolean ages() {
        return false;
    }

    /// Any cell, name or namespace holds one of the words, which are in lower case.
    record Words(String typed, boolean negated, List<String> words) implements Term {
        @Override
        public Predicate<Row> on(List<Column> columns, Instant now) {
            return on(columns, List.of());
        }

        /// With columns of our own, by their names.
        Predicate<Row> on(List<Column> columns, List<String> own) {
            int count = columns.size();
            return row -> negated != Holding.anyOf(row, count, own, words);
        }
    }

    /// The cell of a column holds one of the values, or is exactly one of them: `status:!Completed`, `node=n1`.
    record InColumn(String typed, String column, boolean negated, boolean exactly, List<String> values)
            implements Term {
        @Override
        public Predicate<Row> on(List<Column> columns, Instant now) {
            ColumnCell cell = ColumnCell.named(column, columns);
            if (cell == null) return new Words(typed, false, List.of(Token.lower(Token.plain(typed)))).on(columns, now);
            Predicate<String> wanted = cell.wanted(values, exactly);
            return row -> negated != wanted.test(cell.printed(row, now));
        }

        @Override
        public @Nullable Mistake mistake(List<Column> columns) {
            return ColumnCell.unknown(column, exactly, columns);
        }

        @Override
        public boolean ages() {
            return values.stream()
                    .anyMatch(value -> Age.parse(Token.lower(value)).isPresent());
        }
    }

    /// A label by kubectl's rules, or an annotation that has a column; no values: it is there.
    record Label(String typed, String key, boolean negated, List<String> values, boolean annotation) implements Term {
        @Override
        public Predicate<Row> on(List<Column> columns, Instant now) {
            return row -> {
                String value = (annotation ? row.annotations() : row.labels()).get(key);
                return negated != (value != null && (values.isEmpty() || values.contains(value)));
            };
        }
    }

    /// The age of the object, in seconds: `age>1h`.
    record Aged(String typed, Sign sign, long seconds) implements Term {
        @Override
        public Predicate<Row> on(List<Column> columns, Instant now) {
            return row -> row.created() != Long.MIN_VALUE
                    && sign.holds((double) now.getEpochSecond() - row.created(), (double) seconds);
        }

        @Override
        public boolean ages() {
            return true;
        }
    }

    /// The number, amount or age in a column: `restarts>3`, `capacity>=5Gi`, `lastseen<10m`.
    record Compared(String typed, String column, Sign sign, String than) implements Term {
        @Override
        public Predicate<Row> on(List<Column> columns, Instant now) {
            ColumnCell cell = ColumnCell.named(column, columns);
            if (cell == null) return new Words(typed, false, List.of(Token.lower(Token.plain(typed)))).on(columns, now);
            OptionalLong age = Age.parse(Token.lower(than));
            if (cell.meaning() == Meaning.MOMENT && age.isPresent()) {
                double edge = age.getAsLong();
                return row -> sign.holds(cell.value(row).number() + now.toEpochMilli() / 1000.0, edge);
            }
            double edge = CellValue.of(cell.meaning(), than).number();
            Map<String, Double> known = new HashMap<>(); // many rows print the same
            return row -> sign.holds(
                    known.computeIfAbsent(
                            cell.of(row),
                            text -> CellValue.of(cell.meaning(), text).number()),
                    edge);
        }

        @Override
        public @Nullable Mistake mistake(List<Column> columns) {
            return ColumnCell.unknown(column, false, columns);
        }

        @Override
        public boolean ages() {
            return Age.parse(Token.lower(than)).isPresent();
        }
    }

    /// Says nothing that could be asked of a row, and hides none.
    record Wrong(String typed, Mistake mistake) implements Term {
        @Override
        public Predicate<Row> on(List<Column> columns, Instant now) {
            return row -> true;
        }

        @Override
        public Mistake mistake(List<Column> columns) {
            return mistake;
        }

        boolean unfinished() {
            return mistake instanceof Mistake.NoValue;
        }
    }
}
