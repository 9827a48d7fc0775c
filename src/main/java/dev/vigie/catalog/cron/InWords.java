package dev.vigie.catalog.cron;

import dev.vigie.base.Age;
import dev.vigie.base.Messages;
import dev.vigie.catalog.cron.Schedule.Clock;
import dev.vigie.catalog.cron.Schedule.Every;
import dev.vigie.catalog.cron.Schedule.Unreadable;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/// A schedule as a person would say it.
public final class InWords {
    private static final Messages TEXTS = Messages.of("cron");
    /// More times of the day than these are told by their rule.
    private static final int TIMES = 6;

    private InWords() {}

    public static String of(Schedule schedule) {
        return switch (schedule) {
            case Unreadable unreadable -> TEXTS.say("unreadable", unreadable.part());
            case Every every -> TEXTS.say("every", Age.print(every.time().toSeconds()));
            case Clock clock -> clock(clock);
        };
    }

    private static String clock(Clock clock) {
        if (never(clock)) return TEXTS.say("never");
        List<String> parts = new ArrayList<>();
        parts.add(time(clock));
        String days = days(clock);
        if (!days.isEmpty()) parts.add(days);
        if (!clock.months().whole()) parts.add(months(clock.months().numbers()));
        String said = String.join(", ", parts);
        return said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
    }

    private static boolean never(Clock clock) {
        if (clock.minutes().bits() == 0
                || clock.hours().bits() == 0
                || clock.months().bits() == 0) return true;
        boolean noDay = clock.days().bits() == 0;
        boolean noWeekday = clock.weekdays().bits() == 0;
        boolean either = !clock.days().star() && !clock.weekdays().star();
        return either ? noDay && noWeekday : noDay || noWeekday;
    }

    private static String time(Clock clock) {
        Field minutes = clock.minutes();
        Field hours = clock.hours();
        List<Integer> at = minutes.numbers();
        if (at.size() * hours.numbers().size() <= TIMES) return TEXTS.say("at", times(clock));
        if (hours.whole()) return minutes(minutes, true);
        if (at.size() == 1 && hours.step() > 0 && hours.numbers().getFirst() == 0 && 24 % hours.step() == 0)
            return at.getFirst() == 0
                    ? TEXTS.say("hours.step", hours.step())
                    : TEXTS.say("hours.step.minute", hours.step(), at.getFirst());
        return TEXTS.say("both", minutes(minutes, false), hours(hours));
    }

    private static String times(Clock clock) {
        List<String> all = new ArrayList<>();
        for (int hour : clock.hours().numbers())
            for (int minute : clock.minutes().numbers()) all.add(time(hour, minute));
        return join(all);
    }

    private static String time(int hour, int minute) {
        return "%02d:%02d".formatted(hour, minute);
    }

    private static String minutes(Field minutes, boolean alone) {
        List<Integer> all = minutes.numbers();
        if (minutes.whole()) return TEXTS.say("minute.every");
        if (minutes.step() > 0 && 60 % minutes.step() == 0)
            return all.getFirst() == 0
                    ? TEXTS.say("minutes.step", minutes.step())
                    : TEXTS.say("minutes.step.from", minutes.step(), all.getFirst());
        if (alone && all.size() == 1 && all.getFirst() == 0) return TEXTS.say("hour.every");
        String list = list(all, String::valueOf);
        return alone ? TEXTS.say("minutes.alone", list) : TEXTS.say("minutes.of", list);
    }

    private static String hours(Field hours) {
        List<Integer> all = hours.numbers();
        boolean run = all.getLast() - all.getFirst() == all.size() - 1;
        if (run) return TEXTS.say("hours.run", time(all.getFirst(), 0), time(all.getLast(), 59));
        return TEXTS.say("hours.list", list(all, String::valueOf));
    }

    /// Where both are told, either suffices; that surprises, so it is said.
    private static String days(Clock clock) {
        boolean anyDay = clock.days().whole();
        boolean anyWeekday = clock.weekdays().whole();
        boolean either = !clock.days().star() && !clock.weekdays().star();
        boolean daily = either ? anyDay || anyWeekday : anyDay && anyWeekday;
        boolean byTheDay =
                clock.minutes().numbers().size() * clock.hours().numbers().size() <= TIMES;
        if (daily) return byTheDay ? TEXTS.say("daily") : "";
        String days = TEXTS.say(
                "on.days",
                list(clock.days().numbers(), InWords::day),
                clock.days().numbers().size());
        String weekdays = weekdays(clock.weekdays());
        if (clock.weekdays().bits() == 0 || (anyWeekday && !either)) return days;
        if (clock.days().bits() == 0 || (anyDay && !either)) return weekdays;
        return TEXTS.say(either ? "days.or" : "days.and", days, weekdays);
    }

    private static String weekdays(Field weekdays) {
        List<Integer> all = new ArrayList<>(weekdays.numbers());
        if (all.remove(Integer.valueOf(0))) all.add(7); // the week ends with Sunday
        boolean run = all.size() > 2 && all.getLast() - all.getFirst() == all.size() - 1;
        return run
                ? TEXTS.say("weekdays.run", weekday(all.getFirst()), weekday(all.getLast()))
                : TEXTS.say("on.weekdays", list(all, InWords::weekday));
    }

    private static String weekday(int number) {
        return DayOfWeek.of(number).getDisplayName(TextStyle.FULL, Messages.language());
    }

    private static String months(List<Integer> all) {
        boolean run = all.size() > 2 && all.getLast() - all.getFirst() == all.size() - 1;
        return run
                ? TEXTS.say("months.run", month(all.getFirst()), month(all.getLast()))
                : TEXTS.say("in.months", list(all, InWords::month));
    }

    private static String day(int number) {
        return number == 1 ? TEXTS.say("day.first") : String.valueOf(number);
    }

    private static String month(int number) {
        return Month.of(number).getDisplayName(TextStyle.FULL, Messages.language());
    }

    /// Three and more in a row are a range: `1, 3 to 6 and 9`.
    private static String list(List<Integer> numbers, IntFunction<String> name) {
        List<String> all = new ArrayList<>();
        for (int at = 0; at < numbers.size(); at++) {
            int end = at;
            while (end + 1 < numbers.size() && numbers.get(end + 1) == numbers.get(end) + 1) end++;
            String first = name.apply(numbers.get(at));
            if (end - at < 2) {
                all.add(first);
            } else {
                all.add(TEXTS.say("range", first, name.apply(numbers.get(end))));
                at = end;
            }
        }
        return join(all);
    }

    private static String join(List<String> all) {
        if (all.size() < 2) return String.join("", all);
        return TEXTS.say("and", String.join(", ", all.subList(0, all.size() - 1)), all.getLast());
    }
}
