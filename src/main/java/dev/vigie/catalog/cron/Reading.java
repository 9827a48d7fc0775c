package dev.vigie.catalog.cron;

import dev.vigie.catalog.cron.Schedule.Clock;
import dev.vigie.catalog.cron.Schedule.Every;
import dev.vigie.catalog.cron.Schedule.Unreadable;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads schedules as the CronJob controller does: it takes and refuses the same ones.
final class Reading {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> WEEKDAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    private Reading() {}

    static Schedule of(String text) {
        try {
            return read(text);
        } catch (Refused e) {
            return new Unreadable(e.part);
        }
    }

    private static Schedule read(String text) throws Refused {
        if (!text.startsWith("TZ=") && !text.startsWith("CRON_TZ=")) return within(text, null);
        int end = text.indexOf(' ');
        if (end < 0) throw new Refused(text);
        return within(text.substring(end).strip(), zone(text.substring(text.indexOf('=') + 1, end)));
    }

    private static ZoneId zone(String name) throws Refused {
        ZoneId zone = Zones.named(name.isEmpty() ? "UTC" : name);
        if (zone == null) throw new Refused(name);
        return zone;
    }

    private static Schedule within(String text, @Nullable ZoneId zone) throws Refused {
        if (text.startsWith("@")) return named(text, zone);
        String[] parts = text.strip().split("\\s+", -1);
        if (parts.length != 5) throw new Refused(text);
        return new Clock(
                field(parts[0], 0, 59, List.of()),
                field(parts[1], 0, 23, List.of()),
                field(parts[2], 1, 31, List.of()),
                field(parts[3], 1, 12, MONTHS),
                field(parts[4], 0, 6, WEEKDAYS),
                zone);
    }

    private static Schedule named(String text, @Nullable ZoneId zone) throws Refused {
        if (text.startsWith("@every ")) return new Every(GoDuration.read(text.substring("@every ".length())));
        return switch (text) {
            case "@yearly", "@annually" -> within("0 0 1 1 *", zone);
            case "@monthly" -> within("0 0 1 * *", zone);
            case "@weekly" -> within("0 0 * * 0", zone);
            case "@daily", "@midnight" -> within("0 0 * * *", zone);
            case "@hourly" -> within("0 * * * *", zone);
            default -> throw new Refused(text);
        };
    }

    private static Field field(String text, int min, int max, List<String> names) throws Refused {
        long bits = 0;
        boolean star = false;
        for (String range : text.split(",")) {
            if (range.isEmpty()) continue;
            Field one = range(range, min, max, names);
            bits |= one.bits();
            star |= one.star();
        }
        return new Field(bits, star, min, max);
    }

    private static Field range(String text, int min, int max, List<String> names) throws Refused {
        String[] stepped = text.split("/", -1);
        String[] ends = stepped[0].split("-", -1);
        boolean star = ends[0].equals("*") || ends[0].equals("?");
        if (stepped.length > 2 || (!star && ends.length > 2)) throw new Refused(text);
        int first = star ? min : number(ends[0], text, names);
        int last = star ? max : ends.length == 2 ? number(ends[1], text, names) : first;
        int step = stepped.length == 2 ? number(stepped[1], text, List.of()) : 1;
        if (stepped.length == 2 && ends.length == 1) last = max; // `5/15` goes on to the end
        if (first < min || last > max || first > last || step == 0) throw new Refused(text);
        long bits = 0;
        for (long at = first; at <= last; at += step) bits |= 1L << at;
        return new Field(bits, star && step == 1, min, max);
    }

    private static int number(String text, String whole, List<String> names) throws Refused {
        int name = names.indexOf(text.toLowerCase(Locale.ROOT));
        if (name >= 0) return names.size() == MONTHS.size() ? name + 1 : name;
        if (!text.matches("\\+?[0-9]{1,9}")) throw new Refused(whole);
        return Integer.parseInt(text);
    }

    /// What is written as Go writes it: `1h30m`, `90s`.
    private static final class GoDuration {
        private static final Duration LEAST = Duration.ofSeconds(1);

        static Duration read(String text) throws Refused {
            String rest = text.matches("[+-].+") ? text.substring(1) : text;
            if (rest.equals("0")) return LEAST;
            if (!rest.matches("(([0-9]+\\.?[0-9]*|\\.[0-9]+)(ns|us|µs|μs|ms|s|m|h)){1,9}") || rest.length() > 60)
                throw new Refused(text);
            double seconds = 0;
            String left = rest;
            while (!left.isEmpty()) {
                String figure = left.replaceFirst("[a-zµμ].*$", "");
                String unit = left.substring(figure.length()).replaceFirst("[0-9.].*$", "");
                seconds += Double.parseDouble(figure) * unit(unit);
                left = left.substring(figure.length() + unit.length());
            }
            if (seconds > 9.2e9) throw new Refused(text); // Go's durations end after 292 years
            Duration whole = Duration.ofSeconds((long) seconds);
            return text.startsWith("-") || whole.compareTo(LEAST) < 0 ? LEAST : whole;
        }

        private static double unit(String unit) {
            return switch (unit) {
                case "h" -> 3600;
                case "m" -> 60;
                case "s" -> 1;
                case "ms" -> 1e-3;
                case "ns" -> 1e-9;
                default -> 1e-6;
            };
        }
    }

    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final String part;

        Refused(String part) {
            super(part);
            this.part = part;
        }
    }
}
