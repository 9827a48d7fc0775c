package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How long a Job waits before it replaces failed pods: ten seconds, doubling with each failure since the last success.
record JobBackoff(int failures, @Nullable Instant last) {
    static final JobBackoff NONE = new JobBackoff(0, null);

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /// After these pods have ended too.
    JobBackoff after(List<ObjectNode> succeeded, List<ObjectNode> failed) {
        Instant success = latest(succeeded);
        if (success == null) {
            Instant failure = latest(failed);
            return failure == null ? this : new JobBackoff(failures + failed.size(), failure);
        }
        List<ObjectNode> since =
                failed.stream().filter(pod -> finished(pod).isAfter(success)).toList();
        return new JobBackoff(since.size(), latest(since));
    }

    /// Otherwise the world wakes when it is.
    boolean over(World world) {
        if (last == null || failures == 0) return true;
        Duration wait = FIRST.multipliedBy(1L << Math.min(failures - 1, 10));
        return world.reached(last.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait));
    }

    private static @Nullable Instant latest(List<ObjectNode> pods) {
        return pods.stream()
                .map(JobBackoff::finished)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /// When all containers of a pod had ended; for one that was deleted before, when it stopped serving.
    private static Instant finished(ObjectNode pod) {
        Instant ended = containersEnded(pod);
        if (ended != null) return ended;
        JsonNode ready = Conditions.in(pod, "Ready");
        Instant unready = ready != null && Json.text(ready, "status").equals("False")
                ? Times.read(ready, "lastTransitionTime")
                : null;
        if (unready != null) return unready;
        Instant deleted = Times.read(pod, "metadata", "deletionTimestamp");
        if (deleted == null) return Times.created(pod);
        return deleted.minusSeconds(Json.number(0, pod, "metadata", "deletionGracePeriodSeconds"));
    }

    private static @Nullable Instant containersEnded(ObjectNode pod) {
        Instant last = null;
        for (JsonNode each : Json.list(pod, "status", "containerStatuses")) {
            Instant end = Times.read(each, "state", "terminated", "finishedAt");
            if (end == null) return null;
            if (last == null || end.isAfter(last)) last = end;
        }
        return last;
    }
}
