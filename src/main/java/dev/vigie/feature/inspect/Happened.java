package dev.vigie.feature.inspect;

import dev.vigie.kind.Tone;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One event as it is shown: what, how often, when last. `last` is null where no time is said.
record Happened(
        Tone tone,
        String reason,
        String message,
        long count,
        @Nullable Instant last) {

    /// Warnings first, then by the time last seen.
    static List<Happened> all(List<JsonNode> events) {
        return events.stream()
                .map(Happened::of)
                .sorted(Comparator.comparing((Happened one) -> one.tone != Tone.WARN)
                        .thenComparing(one -> one.last == null ? Instant.MIN : one.last, Comparator.reverseOrder()))
                .toList();
    }

    /// Events of both APIs: counted by `count`, or by a series.
    private static Happened of(JsonNode event) {
        boolean warning = event.path("type").asString("").equals("Warning");
        long count =
                event.path("series").path("count").asLong(event.path("count").asLong(1));
        Instant last = first(
                event.path("series").path("lastObservedTime"),
                event.path("lastTimestamp"),
                event.path("eventTime"),
                event.path("firstTimestamp"),
                event.path("metadata").path("creationTimestamp"));
        return new Happened(
                warning ? Tone.WARN : Tone.QUIET,
                event.path("reason").asString(""),
                event.path("message").asString("").strip(),
                Math.max(1, count),
                last);
    }

    private static @Nullable Instant first(JsonNode... times) {
        for (JsonNode time : times) {
            if (!time.isString()) continue;
            try {
                return OffsetDateTime.parse(time.asString()).toInstant();
            } catch (DateTimeParseException e) {
                // the next one, then
            }
        }
        return null;
    }
}
