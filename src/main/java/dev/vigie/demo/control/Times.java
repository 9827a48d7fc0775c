package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Instants as the API writes them: whole seconds, or microseconds where it says MicroTime.
final class Times {
    private Times() {}

    static String seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static String micros(Instant at) {
        String whole = seconds(at);
        long micros = ChronoUnit.MICROS.between(at.truncatedTo(ChronoUnit.SECONDS), at);
        return "%s.%06dZ".formatted(whole.substring(0, whole.length() - 1), micros);
    }

    /// The instant at a path, or null when there is none.
    static @Nullable Instant read(@Nullable JsonNode node, String... path) {
        String text = Json.text(node, path);
        if (text.isEmpty()) return null;
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    static Instant created(JsonNode object) {
        Instant at = read(object, "metadata", "creationTimestamp");
        return at == null ? Instant.EPOCH : at;
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /// `1m20s`, as Go prints durations of whole seconds.
    static String go(Duration duration) {
        long seconds = duration.toSeconds();
        String text = seconds % 60 + "s";
        if (seconds >= 60) text = seconds / 60 % 60 + "m" + text;
        if (seconds >= 3600) text = seconds / 3600 + "h" + text;
        return text;
    }
}
