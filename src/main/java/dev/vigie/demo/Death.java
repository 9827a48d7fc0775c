package dev.vigie.demo;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Objects;
import dev.vigie.demo.model.Refused;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Says in the status of a pod that the first process of a container was ended from inside; the kubelet does the rest.
record Death(Objects objects, Instant at) {
    private static final int TRIES = 5;

    void report(ObjectNode pod, String container, int exitCode) {
        for (int i = 0; i < TRIES; i++) {
            ObjectNode now = objects.get("pods", Json.namespace(pod), Json.name(pod));
            if (now == null || !Json.uid(now).equals(Json.uid(pod))) return;
            ObjectNode copy = now.deepCopy();
            if (!written(copy, container, exitCode)) return;
            try {
                objects.updateStatus("pods", copy);
                return;
            } catch (Refused e) {
                if (e.code() != 409) return;
            }
        }
    }

    private boolean written(ObjectNode pod, String container, int exitCode) {
        for (String list : List.of("containerStatuses", "initContainerStatuses")) {
            for (JsonNode each : Json.list(pod, "status", list)) {
                JsonNode running = Json.at(each, "state", "running");
                if (running == null || !Json.text(each, "name").equals(container)) continue;
                ObjectNode status = (ObjectNode) each;
                ObjectNode end = status.putObject("state").putObject("terminated");
                end.put("containerID", Json.text(each, "containerID")).put("exitCode", exitCode);
                end.put("finishedAt", at.truncatedTo(ChronoUnit.SECONDS).toString());
                end.put("reason", exitCode == 0 ? "Completed" : "Error");
                end.put("startedAt", Json.text(running, "startedAt"));
                status.put("ready", false).put("started", false);
                return true;
            }
        }
        return false;
    }
}
