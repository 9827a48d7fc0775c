package dev.vigie.live;

import dev.vigie.kind.Column;
import dev.vigie.kube.Row;
import dev.vigie.kube.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// How a word of a filter could go on: names of conditions, and what the rows say at the moment. Pure.
public final class Completion {
    private static final int MOST = 12;
    /// A column that says something else in each row is no choice.
    private static final int DISTINCT = 5_000;

    private static final int LONGEST = 80;
    private static final int LETTERS = 2;
    private static final int LOOKED_AT = 500;
    private static final List<String> AGES = List.of("5m", "1h", "1d", "7d");

    private final List<Column> columns;
    private final List<Row> rows;

    Completion(Rows.Snapshot snapshot) {
        columns = snapshot.columns();
        rows = snapshot.rows();
    }

    /// What the word would become, and how many rows say so, -1 for no number. It `goesOn` when that alone says
    /// nothing.
    public record Offer(String word, int rows, boolean goesOn) {}

    /// For a word as far as it is typed. Names are offered from two letters on, or when asked for.
    List<Offer> of(String typed, boolean askedFor) {
        boolean negated = typed.startsWith("!") || typed.startsWith("-");
        String body = negated ? typed.substring(1) : typed;
        int sign = Token.outside(body, ":<>=");
        if (sign < 0) {
            boolean few = body.length() < LETTERS && !askedFor;
            return few || body.indexOf('"') >= 0 ? List.of() : names(typed.substring(0, negated ? 1 : 0), body);
        }
        String name = body.substring(0, sign);
        if (body.charAt(sign) == '<' || body.charAt(sign) == '>') return ages(typed, name);
        return name.matches("(?i)label|annotation")
                ? labels(typed, name.equalsIgnoreCase("annotation"))
                : values(typed, name.replace("!", ""));
    }

    private List<Offer> names(String before, String begun) {
        List<String> names = new ArrayList<>();
        names.add("label:");
        if (rows.stream().limit(LOOKED_AT).anyMatch(row -> !row.annotations().isEmpty())) names.add("annotation:");
        if (rows.stream().limit(1).anyMatch(row -> !row.namespace().isEmpty())) names.add("ns:");
        for (Column column : columns) {
            String name = spelt(column.name());
            if (name.isEmpty()) continue;
            switch (Meaning.of(column)) {
                case TEXT -> names.add(name + ":");
                case NUMBER -> names.addAll(List.of(name + ":", name + ">"));
                case CREATED, MOMENT, QUANTITY -> names.add(name + ">");
            }
        }
        String wanted = Token.lower(begun);
        return names.stream()
                .distinct()
                .filter(name -> name.startsWith(wanted))
                .map(name -> new Offer(before + name, -1, true))
                .toList();
    }

    /// `Nominated Node` as one types it.
    private static String spelt(String column) {
        return column.toLowerCase(Locale.ROOT).replace(' ', '-').replaceAll("[^a-z0-9-]", "");
    }

    private List<Offer> ages(String typed, String name) {
        ColumnCell cell = ColumnCell.named(name, columns);
        boolean age = cell != null && (cell.meaning() == Meaning.CREATED || cell.meaning() == Meaning.MOMENT);
        boolean begun = !typed.endsWith(">") && !typed.endsWith("<") && !typed.endsWith("=");
        return age && !begun
                ? AGES.stream().map(one -> new Offer(typed + one, -1, false)).toList()
                : List.of();
    }

    private List<Offer> labels(String typed, boolean annotation) {
        int from = typed.indexOf(':') + 1;
        if (typed.startsWith("!", from)) from++;
        int equals = Token.outside(typed.substring(from), "=");
        if (equals < 0) {
            return ranked(typed.substring(0, from), typed.substring(from), "=", tally -> {
                for (Row row : rows) of(row, annotation).forEach((key, _) -> tally.accept(key));
            });
        }
        String key = Token.plain(typed.substring(from, from + equals)).replace("!", "");
        int last = last(typed);
        return ranked(typed.substring(0, last), typed.substring(last), "", tally -> {
            for (Row row : rows) {
                String value = of(row, annotation).get(key);
                if (value != null) tally.accept(value);
            }
        });
    }

    private static Map<String, String> of(Row row, boolean annotation) {
        return annotation ? row.annotations() : row.labels();
    }

    private List<Offer> values(String typed, String name) {
        ColumnCell cell = ColumnCell.named(name, columns);
        if (cell == null || cell.meaning() == Meaning.CREATED || cell.meaning() == Meaning.MOMENT) return List.of();
        int last = last(typed);
        return ranked(typed.substring(0, last), typed.substring(last), "", tally -> {
            for (Row row : rows) tally.accept(cell.of(row));
        });
    }

    /// Where the last of several values begins.
    private static int last(String typed) {
        int from = Token.outside(typed, ":=") + 1;
        if (typed.toLowerCase(Locale.ROOT).matches("[!-]?(label|annotation):.*")) from = typed.indexOf('=') + 1;
        else while (from < typed.length() && "!=".indexOf(typed.charAt(from)) >= 0) from++;
        int comma = Token.outside(typed.substring(from), ",");
        while (comma >= 0) {
            from += comma + 1;
            comma = Token.outside(typed.substring(from), ",");
        }
        return from;
    }

    private List<Offer> ranked(String before, String begun, String after, Consumer<Consumer<String>> all) {
        Map<String, Integer> counts = new HashMap<>();
        all.accept(word -> {
            if (counts.size() < DISTINCT || counts.containsKey(word)) counts.merge(word, 1, Integer::sum);
        });
        String wanted = Token.lower(Token.plain(begun));
        Map<String, Boolean> begins = new LinkedHashMap<>();
        for (String word : counts.keySet()) {
            String lower = Token.lower(word);
            boolean readable = !word.isEmpty() && word.length() <= LONGEST && word.indexOf('"') < 0;
            if (readable && lower.contains(wanted)) begins.put(word, lower.startsWith(wanted));
        }
        return begins.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Boolean>>comparingInt(one -> one.getValue() ? 0 : 1)
                        .thenComparingInt(one -> -counts.getOrDefault(one.getKey(), 0))
                        .thenComparing(Map.Entry::getKey, Natural::compare))
                .limit(MOST)
                .map(one -> new Offer(
                        before + Token.quoted(one.getKey()) + after,
                        counts.getOrDefault(one.getKey(), 0),
                        !after.isEmpty()))
                .toList();
    }
}
