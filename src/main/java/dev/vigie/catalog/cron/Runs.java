package dev.vigie.catalog.cron;

import dev.vigie.catalog.cron.Schedule.Clock;
import dev.vigie.catalog.cron.Schedule.Every;
import dev.vigie.catalog.cron.Schedule.Unreadable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// When a schedule runs next.
public final class Runs {
    /// Where the controller gives up looking: 30 February never comes.
    private static final int YEARS = 5;

    private Runs() {}

    /// At most `many` runs after `now`, in order. `last` is the last run, or the creation before any run: what a fixed
    /// time is counted from. A time that the clocks skip is no run; one that comes twice runs twice.
    public static List<Instant> after(Instant now, Schedule schedule, ZoneId zone, Instant last, int many) {
        return switch (schedule) {
            case Unreadable none -> List.of();
            case Every every -> every(now, every.time(), last, many);
            case Clock clock -> clock(now, clock, Objects.requireNonNullElse(clock.zone(), zone), many);
        };
    }

    private static List<Instant> every(Instant now, Duration time, Instant last, int many) {
        long missed = Math.max(0, Duration.between(last, now).toSeconds() / time.toSeconds());
        List<Instant> runs = new ArrayList<>();
        for (int at = 0; runs.size() < many; at++) {
            Instant run = last.plusSeconds((missed + at) * time.toSeconds());
            if (run.isAfter(now) && run.isAfter(last)) runs.add(run);
        }
        return runs;
    }

    private static List<Instant> clock(Instant now, Clock clock, ZoneId zone, int many) {
        List<Instant> runs = new ArrayList<>();
        LocalDate day = now.atZone(zone).toLocalDate();
        int from = day.getYear();
        for (; runs.size() < many && day.getYear() <= from + YEARS; day = day.plusDays(1)) {
            int weekday = day.getDayOfWeek().getValue() % 7;
            if (!clock.onDay(day.getMonthValue(), day.getDayOfMonth(), weekday)) continue;
            int before = runs.size();
            day(now, clock, zone, day, many, runs);
            if (runs.size() > before) from = day.getYear();
        }
        return runs;
    }

    /// Walks the true minutes of a day, of which there are more or fewer where the clocks change.
    private static void day(Instant now, Clock clock, ZoneId zone, LocalDate day, int many, List<Instant> runs) {
        ZonedDateTime minute = day.atStartOfDay(zone);
        while (minute.toLocalDate().equals(day) && runs.size() < many) {
            boolean due = clock.hours().has(minute.getHour()) && clock.minutes().has(minute.getMinute());
            if (due && minute.toInstant().isAfter(now)) runs.add(minute.toInstant());
            minute = minute.plusMinutes(1);
        }
    }
}
