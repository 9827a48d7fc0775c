package dev.vigie.demo.control;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// When a CronJob is due: five fields of cron, or a word such as `@hourly`, in a time zone.
final class CronSchedule {
    private static final int YEARS = 5;
    private static final List<Duration> WINDOWS = List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(31));
    private static final Map<String, String> WORDS = Map.of(
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *",
            "@monthly", "0 0 1 * *",
            "@weekly", "0 0 * * 0",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@hourly", "0 * * * *");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    private final BitSet minutes;
    private final BitSet hours;
    private final BitSet days;
    private final BitSet months;
    private final BitSet weekdays;
    private final boolean anyDay;
    private final ZoneId zone;

    private CronSchedule(String[] fields, ZoneId zone) {
        this.zone = zone;
        minutes = field(fields[0], 0, 59, List.of());
        hours = field(fields[1], 0, 23, List.of());
        days = field(fields[2], 1, 31, List.of());
        months = field(fields[3], 1, 12, MONTHS);
        weekdays = field(fields[4], 0, 7, DAYS);
        if (weekdays.get(7)) weekdays.set(0);
        anyDay = open(fields[2]) || open(fields[4]);
    }

    private static boolean open(String field) {
        return field.startsWith("*") || field.startsWith("?");
    }

    /// Null when it cannot be understood.
    static @Nullable CronSchedule parse(String text, String zone) {
        String plain = WORDS.getOrDefault(text.strip(), text.strip());
        String[] fields = plain.split("\\s+");
        if (fields.length != 5) return null;
        try {
            return new CronSchedule(fields, zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone));
        } catch (DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }

    private static BitSet field(String text, int first, int last, List<String> names) {
        BitSet bits = new BitSet();
        for (String part : text.split(",")) {
            int slash = part.indexOf('/');
            int step = slash < 0 ? 1 : Integer.parseInt(part.substring(slash + 1));
            String range = slash < 0 ? part : part.substring(0, slash);
            int dash = range.indexOf('-');
            int from = open(range) ? first : number(dash < 0 ? range : range.substring(0, dash), first, names);
            int to =
                    dash > 0 ? number(range.substring(dash + 1), first, names) : open(range) || slash > 0 ? last : from;
            if (from < first || to > last || from > to || step < 1) throw new IllegalArgumentException(text);
            for (int i = from; i <= to; i += step) bits.set(i);
        }
        return bits;
    }

    private static int number(String text, int first, List<String> names) {
        int named = names.indexOf(text.toLowerCase(Locale.ROOT));
        return named >= 0 ? named + first : Integer.parseInt(text);
    }

    /// The first time it is due after an instant, or null when that is years ahead.
    @Nullable
    Instant next(Instant after) {
        ZonedDateTime start = after.atZone(zone);
        LocalDate end = start.toLocalDate().plusYears(YEARS);
        for (LocalDate day = start.toLocalDate(); day.isBefore(end); day = day.plusDays(1)) {
            if (!on(day)) continue;
            for (int hour = hours.nextSetBit(0); hour >= 0; hour = hours.nextSetBit(hour + 1)) {
                for (int minute = minutes.nextSetBit(0); minute >= 0; minute = minutes.nextSetBit(minute + 1)) {
                    Instant at = day.atTime(hour, minute).atZone(zone).toInstant();
                    if (at.isAfter(after)) return at;
                }
            }
        }
        return null;
    }

    /// The latest time it was due after `since`, now included; null when there was none.
    @Nullable
    Instant last(Instant since, Instant now) {
        for (Duration window : WINDOWS) {
            Instant start = now.minus(window);
            Instant from = start.isBefore(since) ? since : start;
            Instant due = latest(from, now);
            if (due != null || !from.isAfter(since)) return due;
        }
        return latest(since, now);
    }

    private @Nullable Instant latest(Instant from, Instant now) {
        Instant due = null;
        for (Instant next = next(from); next != null && !next.isAfter(now); next = next(next)) due = next;
        return due;
    }

    /// Whether it was due more often than so many times.
    boolean more(Instant since, Instant now, int times) {
        Instant at = next(since);
        for (int i = 0; i < times && at != null && !at.isAfter(now); i++) at = next(at);
        return at != null && !at.isAfter(now);
    }

    private boolean on(LocalDate day) {
        if (!months.get(day.getMonthValue())) return false;
        boolean ofMonth = days.get(day.getDayOfMonth());
        boolean ofWeek = weekdays.get(day.getDayOfWeek().getValue() % 7);
        return anyDay ? ofMonth && ofWeek : ofMonth || ofWeek;
    }
}
