package dev.vigie.text;

/// The time that stands before each line of a container's log, read where it lies.
final class Stamp {
    /// Not a time.
    static final long NONE = Long.MIN_VALUE;

    private static final int TO_SECONDS = 19;
    private static final int OFFSET = 6;
    private static final long NANOS = 1_000_000_000L;

    private int length;

    /// How many bytes the time that was read last took, with the blank after it.
    int length() {
        return length;
    }

    /// Nanoseconds since 1970 of `2026-11-23T08:00:00.123456789Z `, or with `+01:00`; else [#NONE].
    long read(byte[] text, int from, int to) {
        length = 0;
        if (to - from <= TO_SECONDS || !shaped(text, from)) return NONE;
        int year = number(text, from, 4);
        int month = number(text, from + 5, 2);
        int day = number(text, from + 8, 2);
        int time = (number(text, from + 11, 2) * 60 + number(text, from + 14, 2)) * 60 + number(text, from + 17, 2);
        if (year < 0 || month < 1 || day < 1 || time < 0) return NONE;
        int at = from + TO_SECONDS;
        long fraction = 0;
        if (text[at] == '.') {
            long unit = NANOS / 10;
            for (at++; at < to && digit(text[at]) >= 0; at++, unit /= 10) fraction += digit(text[at]) * unit;
        }
        if (at >= to) return NONE;
        int offset = 0;
        if (text[at] == 'Z') {
            at++;
        } else {
            if (to - at < OFFSET || (text[at] != '+' && text[at] != '-')) return NONE;
            int minutes = number(text, at + 1, 2) * 60 + number(text, at + 4, 2);
            offset = (text[at] == '-' ? -minutes : minutes) * 60;
            at += OFFSET;
        }
        if (at < to && text[at] != ' ') return NONE;
        length = Math.min(at + 1, to) - from;
        return (days(year, month, day) * 86_400 + time - offset) * NANOS + fraction;
    }

    private static boolean shaped(byte[] text, int from) {
        return text[from + 4] == '-'
                && text[from + 7] == '-'
                && text[from + 10] == 'T'
                && text[from + 13] == ':'
                && text[from + 16] == ':';
    }

    private static int digit(byte b) {
        return b >= '0' && b <= '9' ? b - '0' : -1;
    }

    private static int number(byte[] text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            if (digit(text[i]) < 0) return Integer.MIN_VALUE / 4096;
            number = number * 10 + digit(text[i]);
        }
        return number;
    }

    /// Days since 1970 in the calendar that never changed: years of 365 days, every fourth one longer, but for three in
    /// four centuries, counted from March.
    private static long days(int year, int month, int day) {
        long y = month <= 2 ? year - 1L : year;
        int m = month <= 2 ? month + 9 : month - 3;
        return 365 * y + y / 4 - y / 100 + y / 400 + (153L * m + 2) / 5 + day - 1 - 719_468;
    }
}
