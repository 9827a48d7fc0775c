package dev.vigie.feature.browse;

import dev.vigie.kind.Kind;
import dev.vigie.kube.Row;
import dev.vigie.ui.Shown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Rows as text for other programs, as they are seen, heads first.
final class Printed {
    /// What a spreadsheet would take for a formula.
    private static final Pattern FORMULA = Pattern.compile("[=+@\\t].*|-(?![0-9.]+$).*", Pattern.DOTALL);

    private static final Pattern QUOTED = Pattern.compile(".*[\",\\r\\n].*|\\s.*|.*\\s", Pattern.DOTALL);
    private static final int GAP = 3;

    private final Kind kind;
    private final List<Spot> spots;
    private final List<Row> rows;
    private final Instant now;

    Printed(Kind kind, List<Spot> spots, List<Row> rows, Instant now) {
        this.kind = kind;
        this.spots = List.copyOf(spots);
        this.rows = List.copyOf(rows);
        this.now = now;
    }

    /// Tab-separated, one line a row.
    String tabbed() {
        return lines().stream()
                .map(cells -> cells.stream().map(Printed::oneLine).collect(Collectors.joining("\t", "", "\n")))
                .collect(Collectors.joining());
    }

    /// RFC 4180. A cell that a spreadsheet would compute begins with an apostrophe, which it takes for text.
    String csv() {
        return lines().stream()
                .map(cells -> cells.stream().map(Printed::quoted).collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining());
    }

    /// Columns below one another, as kubectl prints them.
    String table() {
        List<List<String>> lines = lines();
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < spots.size(); i++) {
            int column = i;
            widths.add(lines.stream()
                    .mapToInt(cells -> oneLine(cells.get(column)).length())
                    .max()
                    .orElse(0));
        }
        StringBuilder text = new StringBuilder();
        for (List<String> cells : lines) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < cells.size(); i++) {
                String cell = oneLine(cells.get(i));
                line.append(cell).repeat(' ', widths.get(i) - cell.length() + GAP);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /// `pod/web-1`, as `kubectl get -o name` says them.
    String names() {
        String group = kind.gvk().group();
        String resource = kind.gvk().kind().toLowerCase(Locale.ROOT) + (group.isEmpty() ? "" : "." + group);
        return rows.stream()
                .map(row -> resource + "/" + Shown.text(row.name()) + "\n")
                .collect(Collectors.joining());
    }

    private List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(spots.stream().map(Spot::head).toList());
        for (Row row : rows)
            lines.add(
                    spots.stream().map(spot -> Shown.text(spot.print(row, now))).toList());
        return lines;
    }

    private static String oneLine(String cell) {
        return cell.replaceAll("[\\t\\r\\n]+", " ");
    }

    private static String quoted(String cell) {
        String text = FORMULA.matcher(cell).matches() ? "'" + cell : cell;
        return QUOTED.matcher(text).matches() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
