package dev.vigie.feature.browse;

import dev.vigie.kube.Row;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// Rows as tab-separated text, one line a row, heads first.
final class Tsv {
    private Tsv() {}

    static String of(List<Spot> spots, List<Row> rows, Instant now) {
        StringBuilder text =
                new StringBuilder(line(spots.stream().map(Spot::head).toList()));
        for (Row row : rows) {
            text.append(line(spots.stream().map(spot -> spot.print(row, now)).toList()));
        }
        return text.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replaceAll("[\\t\\r\\n]+", " "))
                .collect(Collectors.joining("\t", "", "\n"));
    }
}
