package dev.vigie.demo.image;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What the containers of one image do, told as functions of their age so that nothing has to run. `container` is an
/// entry of
/// `spec.containers`: its command and environment may matter.
public interface Image {
    /// Whether and how the registry hands it out.
    Pull pull();

    /// How it ends by itself, or null when it runs until it is stopped.
    @Nullable
    End end(ObjectNode container);

    /// The status code that an HTTP GET (probe, port-forward) is answered with; 0 when nothing listens.
    int answers(int port, String path, Duration age);

    /// CPU and memory in use at an age; the time of day may move it.
    Load load(Duration age, Instant now);

    /// The age at which it has taken so many bytes of memory, or null when it never does.
    @Nullable
    Duration exceeds(long bytes);

    /// What it wrote from `from` (inclusive) to `to` (exclusive), when it was started at `started`; the same each time
    /// it is asked.
    List<LogLine> log(ObjectNode container, Instant started, Instant from, Instant to);

    /// The shells it holds, such as `/bin/sh`; empty in a distroless image.
    List<String> shells();

    /// How a registry answers.
    sealed interface Pull {
        /// Handed out after so long.
        record Fetched(Duration takes) implements Pull {}

        /// No such repository or tag.
        record Unknown() implements Pull {}

        /// Only for those with credentials for this registry host.
        record Private(String registry) implements Pull {}
    }

    /// An end by itself: after this long, with this exit code and reason (`Completed`, `Error`).
    record End(Duration after, int exitCode, String reason) {}

    /// CPU in thousandths of a core, memory in bytes.
    record Load(long millicores, long bytes) {}

    /// One line without its end; `stream` is `stdout` or `stderr`.
    record LogLine(Instant at, String stream, String text) {}
}
