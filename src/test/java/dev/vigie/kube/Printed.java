package dev.vigie.kube;

import dev.vigie.kind.Column;
import dev.vigie.kind.Kind;
import dev.vigie.testbed.Commands;
import dev.vigie.testbed.TestCluster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Rows as `kubectl get -o wide` prints them, ages aside: one line a row, sorted, cells joined by one blank.
final class Printed {
    /// Columns that hold an age, whatever their type says.
    private static final Set<String> AGES =
            Set.of("AGE", "LAST SEEN", "FIRST SEEN", "DURATION", "LAST SCHEDULE", "SINCE");

    private Printed() {}

    static List<String> lines(Rows.Snapshot snapshot, Kind kind) {
        List<String> lines = new ArrayList<>();
        for (Row row : snapshot.rows()) {
            StringBuilder line = new StringBuilder(kind.namespaced() ? row.namespace() : "");
            for (int i = 0; i < snapshot.columns().size(); i++) {
                if (!age(snapshot.columns().get(i))) line.append(' ').append(row.cell(i));
            }
            lines.add(squeezed(line.toString()));
        }
        return lines.stream().sorted().toList();
    }

    private static boolean age(Column column) {
        return AGES.contains(column.name().toUpperCase(Locale.ROOT));
    }

    /// kubectl's own table, cut where its header says the columns begin.
    static List<String> kubectl(TestCluster bed, Kind kind) {
        Commands.Output output = bed.kubectl().run("get", kind.resource(), "-A", "-o", "wide");
        if (output.exit() != 0) throw new IllegalStateException(kind.resource() + ": " + output.err());
        String[] lines = output.out().split("\n");
        if (output.out().isBlank()) return List.of();
        List<int[]> kept = columns(lines[0]);
        return Arrays.stream(lines)
                .skip(1)
                .map(line -> squeezed(cut(line, kept)))
                .sorted()
                .toList();
    }

    private static List<int[]> columns(String header) {
        List<int[]> kept = new ArrayList<>();
        java.util.regex.Matcher names =
                java.util.regex.Pattern.compile("\\S+(?: \\S+)*").matcher(header);
        List<int[]> starts = new ArrayList<>();
        List<String> words = new ArrayList<>();
        while (names.find()) {
            starts.add(new int[] {names.start()});
            words.add(names.group());
        }
        for (int i = 0; i < words.size(); i++) {
            int end = i + 1 < words.size() ? starts.get(i + 1)[0] : Integer.MAX_VALUE;
            if (!AGES.contains(words.get(i))) kept.add(new int[] {starts.get(i)[0], end});
        }
        return kept;
    }

    private static String cut(String line, List<int[]> kept) {
        int[] points = line.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int[] span : kept) {
            int from = Math.min(span[0], points.length);
            int to = Math.min(span[1], points.length);
            text.append(new String(points, from, to - from)).append(' ');
        }
        return text.toString();
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
