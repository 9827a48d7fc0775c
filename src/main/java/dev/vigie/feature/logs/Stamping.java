package dev.vigie.feature.logs;

import dev.vigie.base.Age;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Times of lines as text.
final class Stamping {
    private static final long NANOS = 1_000_000_000L;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS xxx");

    private Stamping() {}

    static Instant instant(long time) {
        return Instant.ofEpochSecond(Math.floorDiv(time, NANOS), Math.floorMod(time, NANOS));
    }

    static String text(long time, Shape shape, Instant now) {
        if (time == 0) return "";
        ZoneId zone = shape.utc() ? ZoneOffset.UTC : ZoneId.systemDefault();
        return switch (shape.stamps()) {
            case NONE -> "";
            case TIME -> TIME.format(instant(time).atZone(zone));
            case AGE -> Age.since(Math.floorDiv(time, NANOS), now);
            case FULL -> FULL.format(instant(time).atZone(zone));
        };
    }

    /// How many letters the longest takes.
    static int letters(Shape shape) {
        return switch (shape.stamps()) {
            case NONE -> 0;
            case TIME -> 12;
            case AGE -> 6;
            case FULL -> 30;
        };
    }
}
