package dev.vigie.demo.control;

import dev.vigie.demo.image.Image;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// An image that does what a test says: its reference tells, as in `crash:1`.
record Pretend(String reference) implements Image {
    @Override
    public Pull pull() {
        if (reference.startsWith("none")) return new Pull.Unknown();
        if (reference.startsWith("private.example")) return new Pull.Private("private.example");
        return new Pull.Fetched(Duration.ofMillis(1200));
    }

    @Override
    public @Nullable End end(ObjectNode container) {
        if (reference.startsWith("crash")) return new End(Duration.ofSeconds(2), 3, "Error");
        if (reference.startsWith("job")) return new End(Duration.ofSeconds(4), 0, "Completed");
        return null;
    }

    @Override
    public int answers(int port, String path, Duration age) {
        if (port != 8080) return 0;
        if (path.equals("/slow")) return age.compareTo(Duration.ofSeconds(20)) < 0 ? 503 : 200;
        return path.equals("/broken") ? 404 : 200;
    }

    @Override
    public Load load(Duration age, Instant now) {
        return reference.startsWith("busy") ? new Load(300, 80L << 20) : new Load(10, 40L << 20);
    }

    @Override
    public @Nullable Duration exceeds(long bytes) {
        return reference.startsWith("greedy") && bytes < 1L << 30 ? Duration.ofSeconds(5) : null;
    }

    @Override
    public List<LogLine> log(ObjectNode container, Instant started, Instant from, Instant to) {
        return List.of();
    }

    @Override
    public List<String> shells() {
        return List.of();
    }
}
