package dev.vigie.demo.image;

import dev.vigie.demo.image.Image.LogLine;
import dev.vigie.demo.model.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A piece of a container's log that is being written: lines outside its time fall off. What is thrown by dice is
/// thrown the same each time, but differs between pods.
final class Page {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final ObjectNode container;
    private final Instant started;
    private final Instant from;
    private final Instant to;
    private final List<LogLine> lines = new ArrayList<>();
    private long seed;

    Page(ObjectNode container, Instant started, Instant from, Instant to) {
        this.container = container;
        this.started = started;
        this.from = from.isBefore(started) ? started : from;
        this.to = to;
        seed = started.getEpochSecond() * 31 + identity(container).hashCode();
    }

    /// What happens in one period: dice of its own, and its beginning.
    interface Beat {
        void play(SplittableRandom dice, Instant begin, long number);
    }

    /// A pod's service account token is mounted under a name of its own: that tells twins apart.
    private static String identity(ObjectNode container) {
        StringBuilder identity = new StringBuilder(Json.text(container, "name"));
        for (JsonNode mount : Json.list(container, "volumeMounts")) identity.append(Json.text(mount, "name"));
        return identity.toString();
    }

    ObjectNode container() {
        return container;
    }

    Instant started() {
        return started;
    }

    /// Whether anything between the two can be on this page.
    boolean shows(Instant begin, Instant end) {
        return begin.isBefore(to) && end.isAfter(from);
    }

    void out(Instant at, String text) {
        add(at, "stdout", text);
    }

    void err(Instant at, String text) {
        add(at, "stderr", text);
    }

    /// A line so many milliseconds after the start.
    void out(long millis, String text) {
        out(started.plusMillis(millis), text);
    }

    void err(long millis, String text) {
        err(started.plusMillis(millis), text);
    }

    /// One after another in the same instant, as a stack trace is.
    void out(Instant at, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) out(at.plusNanos(20_000L * i), texts.get(i));
    }

    void err(Instant at, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) err(at.plusNanos(20_000L * i), texts.get(i));
    }

    private void add(Instant at, String stream, String text) {
        if (at.isBefore(from) || !at.isBefore(to)) return;
        lines.add(new LogLine(at, stream, text));
    }

    /// Plays a beat in each period that this page shows a part of; the beat must not write outside its period.
    void every(Duration period, Beat beat) {
        seed = (seed + 1) * GOLDEN;
        if (!from.isBefore(to)) return;
        long length = period.toMillis();
        long last = Math.max(0, Duration.between(started, to).toMillis()) / length;
        for (long i = Duration.between(started, from).toMillis() / length; i <= last; i++) {
            beat.play(new SplittableRandom(seed ^ i * GOLDEN), started.plusMillis(i * length), i);
        }
    }

    /// In the order of time.
    List<LogLine> lines() {
        lines.sort(Comparator.comparing(LogLine::at));
        return List.copyOf(lines);
    }
}
