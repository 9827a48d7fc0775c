package dev.vigie.catalog.cron;

import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// When something runs.
public sealed interface Schedule {

    /// By the clock and the calendar. `zone` is the one written before the fields, which old objects may have.
    record Clock(
            Field minutes,
            Field hours,
            Field days,
            Field months,
            Field weekdays,
            @Nullable ZoneId zone) implements Schedule {

        /// Whether a day is one of its own: where both are told, either the day of the month or of the week suffices.
        boolean onDay(int month, int day, int weekday) {
            if (!months.has(month)) return false;
            boolean both = !days.star() && !weekdays.star();
            return both ? days.has(day) || weekdays.has(weekday) : days.has(day) && weekdays.has(weekday);
        }
    }

    /// After a fixed time, whole seconds, counted from the last run.
    record Every(Duration time) implements Schedule {}

    /// Nothing that Kubernetes takes; `part` is what cannot be read.
    record Unreadable(String part) implements Schedule {}

    /// Reads what stands in a CronJob's `schedule`.
    static Schedule read(String text) {
        return Reading.of(text);
    }
}
