package dev.vigie.catalog;

import dev.vigie.base.Age;
import dev.vigie.kind.Tone;
import dev.vigie.kube.Row;
import dev.vigie.kube.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// An event as the server prints it: `object` is what it is about (`pod/api-0`), `times` how often it happened, `first`
/// and `last` when.
public record Occurrence(
        String namespace,
        String object,
        boolean warning,
        String reason,
        String message,
        String source,
        long times,
        Instant first,
        Instant last) {

    /// Every event of a table of events, in no order.
    public static List<Occurrence> of(Rows.Snapshot events) {
        List<Occurrence> all = new ArrayList<>();
        for (Row row : events.rows()) all.add(of(new Cells(row, events.columns())));
        return all;
    }

    private static Occurrence of(Cells cells) {
        Row row = cells.row();
        Instant last = moment(cells, "Last Seen");
        Instant first = moment(cells, "First Seen");
        return new Occurrence(
                row.namespace(),
                cells.say("Object"),
                cells.say("Type").equals("Warning"),
                cells.say("Reason"),
                cells.say("Message").strip(),
                cells.say("Source"),
                times(cells.say("Count")),
                first.isAfter(last) ? last : first,
                last);
    }

    /// The server prints how long ago it was when it sent the row: `9s`, `9s (x26 over 35m)`.
    private static Instant moment(Cells cells, String column) {
        Row row = cells.row();
        String seen = cells.say(column);
        int blank = seen.indexOf(' ');
        OptionalLong age = Age.parse(blank < 0 ? seen : seen.substring(0, blank));
        if (age.isPresent()) return Instant.ofEpochMilli(row.received() - age.getAsLong() * 1000);
        return row.created() == Long.MIN_VALUE
                ? Instant.ofEpochMilli(row.received())
                : Instant.ofEpochSecond(row.created());
    }

    private static long times(String count) {
        try {
            return Math.max(1, Long.parseLong(count));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    public Tone tone() {
        return warning ? Tone.WARN : Tone.QUIET;
    }

    /// In small letters, as the server prints it: `pod`.
    public String kind() {
        int slash = object.indexOf('/');
        return slash < 0 ? "" : object.substring(0, slash);
    }

    public String name() {
        return object.substring(object.indexOf('/') + 1);
    }
}
