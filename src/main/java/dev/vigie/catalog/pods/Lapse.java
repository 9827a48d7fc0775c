package dev.vigie.catalog.pods;

import dev.vigie.base.Messages;
import java.time.Duration;

/// A stretch of time in words: "40 s", "3 min", "5 h", "12 d".
final class Lapse {
    private static final Messages TEXTS = Messages.of("pods");

    private Lapse() {}

    static String say(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 120) return TEXTS.say("time.seconds", seconds);
        if (seconds < 120 * 60) return TEXTS.say("time.minutes", seconds / 60);
        if (seconds < 48 * 3600) return TEXTS.say("time.hours", seconds / 3600);
        return TEXTS.say("time.days", seconds / 86_400);
    }

    static String seconds(long seconds) {
        return say(Duration.ofSeconds(seconds));
    }
}
