package dev.vigie.demo.inside;

import dev.vigie.demo.image.Image;
import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// From when to when one instance of a container lived; `ended` is null while it runs.
record Lifetime(Instant started, @Nullable Instant ended) {

    /// The instance whose log is meant, or the kubelet's refusal.
    static Lifetime of(ObjectNode pod, ObjectNode container, Image image, boolean previous) {
        String name = Json.text(container, "name");
        String which = "container \"" + name + "\" in pod \"" + Json.name(pod) + "\" ";
        ObjectNode status = Pods.status(pod, name);
        if (status == null) throw Refused.badRequest(which + "is not available");
        JsonNode last = Json.at(status, "lastState", "terminated");
        if (previous) {
            if (last == null) throw Refused.badRequest("previous terminated " + which + "not found");
            return dead(last, container, image);
        }
        JsonNode running = Json.at(status, "state", "running");
        if (running != null) return new Lifetime(time(running, "startedAt"), null);
        JsonNode terminated = Json.at(status, "state", "terminated");
        if (terminated != null) return dead(terminated, container, image);
        if (last != null) return dead(last, container, image);
        throw Refused.badRequest(which + "is waiting to start" + why(status));
    }

    private static String why(ObjectNode status) {
        if (Json.at(status, "state", "waiting") == null) return " - no logs yet";
        return switch (Json.text(status, "state", "waiting", "reason")) {
            case "ErrImagePull" -> ": image can't be pulled";
            case "ImagePullBackOff" -> ": trying and failing to pull image";
            case String reason -> ": " + reason;
        };
    }

    /// A status knows whole seconds only; what an image says of its own end is exact.
    private static Lifetime dead(JsonNode terminated, ObjectNode container, Image image) {
        Instant started = time(terminated, "startedAt");
        Instant ended = time(terminated, "finishedAt");
        Image.End end = image.end(container);
        if (end != null) {
            Instant exact = started.plus(end.after());
            if (Math.abs(ChronoUnit.SECONDS.between(exact, ended)) <= 1) ended = exact.plusNanos(1);
        }
        return new Lifetime(started, ended.isBefore(started) ? started : ended);
    }

    private static Instant time(JsonNode state, String field) {
        try {
            return OffsetDateTime.parse(Json.text(state, field)).toInstant();
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }
}
