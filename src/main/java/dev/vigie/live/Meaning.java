package dev.vigie.live;

import dev.vigie.base.Age;
import dev.vigie.kind.Column;
import dev.vigie.kube.Row;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the printed cells of a column stand for. A printed cell is not a value: ages grow from the moment they were
/// received.
public enum Meaning {
    /// the age of the object itself
    CREATED,
    /// an age, printed when the row was received
    MOMENT,
    /// how much: `250m`, `4Gi`
    QUANTITY,
    /// a number, perhaps with an age behind it, or `1/3`
    NUMBER,
    /// anything else
    TEXT;

    private static final Pattern AGO = Pattern.compile("\\((\\d[0-9ydhms]*) ago\\)");
    private static final Pattern OVER = Pattern.compile("^(\\d[0-9ydhms]*) \\(x(\\d+) over (\\d[0-9ydhms]*)\\)$");
    private static final Pattern AMOUNTS = Pattern.compile("cpu|memory|capacity|storage|quota|limit|request|usage");

    public static Meaning of(Column column) {
        String name = column.name().toLowerCase(Locale.ROOT);
        if (name.equals("age")) return CREATED;
        if (column.type().equals("date") || column.format().startsWith("date")) return MOMENT;
        if (name.equals("last seen") || name.equals("first seen") || name.equals("last schedule")) return MOMENT;
        if (AMOUNTS.matcher(name).find()) return QUANTITY;
        if (column.type().equals("integer") || column.type().equals("number")) return NUMBER;
        return switch (name) {
            case "restarts", "ready", "completions", "desired", "current", "available", "up-to-date", "data" -> NUMBER;
            default -> TEXT;
        };
    }

    /// Numbers stand right, in columns of equal digits.
    public boolean right() {
        return this != TEXT;
    }

    /// What to show of the cell at `now`.
    public String print(Row row, String cell, Instant now) {
        return switch (this) {
            case CREATED -> row.created() == Long.MIN_VALUE ? older(row, cell, now) : Age.since(row.created(), now);
            case MOMENT -> older(row, cell, now);
            case NUMBER, TEXT -> cell.endsWith(" ago)") ? ago(row, cell, now) : cell;
            case QUANTITY -> cell;
        };
    }

    private static String older(Row row, String cell, Instant now) {
        OptionalLong age = Age.parse(cell);
        if (age.isPresent()) return Age.print(age.getAsLong() + passed(row, now));
        Matcher over = OVER.matcher(cell);
        if (!over.matches()) return cell;
        return grown(over.group(1), row, now) + " (x" + over.group(2) + " over " + grown(over.group(3), row, now) + ")";
    }

    private static String ago(Row row, String cell, Instant now) {
        Matcher ago = AGO.matcher(cell);
        return ago.find() ? cell.substring(0, ago.start(1)) + grown(ago.group(1), row, now) + " ago)" : cell;
    }

    private static String grown(String age, Row row, Instant now) {
        OptionalLong seconds = Age.parse(age);
        return seconds.isPresent() ? Age.print(seconds.getAsLong() + passed(row, now)) : age;
    }

    private static long passed(Row row, Instant now) {
        return Math.max(0, (now.toEpochMilli() - row.received()) / 1000);
    }
}
