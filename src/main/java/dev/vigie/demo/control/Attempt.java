package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// One life of a container: when it started, and how it ended if it did.
record Attempt(String id, Instant started, @Nullable Instant finished, int exitCode, String reason) {
    static Attempt running(String id, Instant started) {
        return new Attempt(id, started, null, 0, "");
    }

    Attempt ended(Instant at, int exitCode, String reason) {
        return new Attempt(id, started, at, exitCode, reason);
    }

    boolean isRunning() {
        return finished == null;
    }

    boolean failed() {
        return finished != null && exitCode != 0;
    }

    ObjectNode state() {
        ObjectNode state = Json.object();
        if (finished == null) {
            Json.object(state, "running").put("startedAt", Times.seconds(started));
            return state;
        }
        ObjectNode end = Json.object(state, "terminated");
        end.put("containerID", id).put("exitCode", exitCode).put("finishedAt", Times.seconds(finished));
        if (!reason.isEmpty()) end.put("reason", reason);
        end.put("startedAt", Times.seconds(started));
        return state;
    }
}
