package dev.vigie.feature.overview;

import dev.vigie.base.Age;
import dev.vigie.catalog.Cells;
import dev.vigie.kube.Row;
import dev.vigie.kube.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/// An event that warns: `object` as the server prints it (`pod/api-0`), `times` how often it happened, `last` when
/// last.
record Warning(String namespace, String object, String reason, String message, long times, Instant last) {

    /// The newest `most` of the warnings among the events.
    static List<Warning> of(Rows.Snapshot events, int most) {
        List<Warning> all = new ArrayList<>();
        for (Row row : events.rows()) {
            Cells cells = new Cells(row, events.columns());
            if (cells.say("Type").equals("Warning")) all.add(of(row, cells));
        }
        all.sort(Comparator.comparing(Warning::last).reversed());
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }

    private static Warning of(Row row, Cells cells) {
        String seen = cells.say("Last Seen");
        int blank = seen.indexOf(' ');
        OptionalLong age = Age.parse(blank < 0 ? seen : seen.substring(0, blank));
        long millis = age.isPresent()
                ? row.received() - age.getAsLong() * 1000
                : row.created() == Long.MIN_VALUE ? row.received() : row.created() * 1000;
        return new Warning(
                row.namespace(),
                cells.say("Object"),
                cells.say("Reason"),
                cells.say("Message"),
                times(cells.say("Count")),
                Instant.ofEpochMilli(millis));
    }

    private static long times(String count) {
        try {
            return Math.max(1, Long.parseLong(count));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    /// The same warning, whatever became of it.
    String key() {
        return namespace + " " + object + " " + reason + " " + message;
    }
}
