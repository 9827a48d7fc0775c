package dev.vigie.base;

import java.time.Instant;
import java.util.OptionalLong;

/// How old something is, printed as `kubectl get` prints it and read back from such a print. Ages are whole seconds.
public final class Age {
    public static final String UNKNOWN = "<unknown>";
    public static final String INVALID = "<invalid>";

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long YEAR = 365 * DAY;

    private Age() {}

    /// The age at `now` of what began at `created`, seconds since 1970; `Long.MIN_VALUE` is not known.
    public static String since(long created, Instant now) {
        if (created == Long.MIN_VALUE) return UNKNOWN;
        long nanos = now.getNano();
        long seconds = now.getEpochSecond() - created;
        return print(seconds < 0 && nanos > 0 ? seconds + 1 : seconds);
    }

    /// Two units while they say something, one above: `2m5s`, `3d4h`, `12d`. One second in the future is now; more is a
    /// broken clock.
    public static String print(long seconds) {
        if (seconds < -1) return INVALID;
        if (seconds < 2 * MINUTE) return Math.max(0, seconds) + "s";
        if (seconds < 10 * MINUTE) return two(seconds, MINUTE, "m", 1, "s");
        if (seconds < 3 * HOUR) return seconds / MINUTE + "m";
        if (seconds < 8 * HOUR) return two(seconds, HOUR, "h", MINUTE, "m");
        if (seconds < 2 * DAY) return seconds / HOUR + "h";
        if (seconds < 8 * DAY) return two(seconds, DAY, "d", HOUR, "h");
        if (seconds < 2 * YEAR) return seconds / DAY + "d";
        if (seconds < 8 * YEAR) return two(seconds, YEAR, "y", DAY, "d");
        return seconds / YEAR + "y";
    }

    private static String two(long seconds, long unit, String name, long smaller, String smallerName) {
        long rest = seconds % unit / smaller;
        return seconds / unit + name + (rest == 0 ? "" : rest + smallerName);
    }

    /// The seconds of `2m5s`, `3d4h`, `2y3d` …; empty when the text is no such age.
    public static OptionalLong parse(String text) {
        long total = 0;
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && isDigit(text.charAt(end))) end++;
            if (end == at || end == text.length() || end - at > 12) return OptionalLong.empty();
            long unit = unit(text.charAt(end));
            if (unit == 0) return OptionalLong.empty();
            total += Long.parseLong(text, at, end, 10) * unit;
            at = end + 1;
        }
        return at == 0 ? OptionalLong.empty() : OptionalLong.of(total);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static long unit(char c) {
        return switch (c) {
            case 's' -> 1;
            case 'm' -> MINUTE;
            case 'h' -> HOUR;
            case 'd' -> DAY;
            case 'y' -> YEAR;
            default -> 0;
        };
    }
}
