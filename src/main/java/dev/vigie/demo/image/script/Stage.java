package dev.vigie.demo.image.script;

import java.time.Duration;
import java.time.Instant;

/// The clock that a script is played on, and the window of time that somebody looks at.
final class Stage {
    private final Instant started;
    private final long from;
    private final long to;
    private final Script.Lines lines;
    private long now;

    Stage(Instant started, Instant from, Instant to, Script.Lines lines) {
        this.started = started;
        this.from = Duration.between(started, from).toMillis();
        this.to = Duration.between(started, to).toMillis();
        this.lines = lines;
    }

    Instant time() {
        return started.plusMillis(now);
    }

    Duration played() {
        return Duration.ofMillis(now);
    }

    long now() {
        return now;
    }

    void pass(long millis) {
        now = millis > Long.MAX_VALUE / 4 ? Long.MAX_VALUE / 4 : Math.min(Long.MAX_VALUE / 4, now + millis);
    }

    /// Nobody looks any more.
    boolean over() {
        return now >= to;
    }

    /// How long it is until somebody looks.
    long untilWatched() {
        return from - now;
    }

    void say(boolean error, String text) {
        if (now < from || now >= to) return;
        Instant at = time();
        text.lines().forEach(line -> lines.add(at, error, line));
        if (text.isEmpty()) lines.add(at, error, "");
    }
}
