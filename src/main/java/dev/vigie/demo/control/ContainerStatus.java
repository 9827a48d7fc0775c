package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The status of one container.
final class ContainerStatus {
    private final ObjectNode spec;
    private final ContainerRun run;
    private final boolean podInitializes;

    ContainerStatus(ObjectNode spec, ContainerRun run, boolean podInitializes) {
        this.spec = spec;
        this.run = run;
        this.podInitializes = podInitializes;
    }

    ObjectNode tree() {
        Attempt current = run.current;
        ObjectNode status = Json.object().put("name", run.name).put("image", Json.text(spec, "image"));
        status.put("imageID", current == null ? "" : Pulls.id(Json.text(spec, "image")));
        status.put("ready", run.ready()).put("restartCount", run.restarts);
        status.put("started", run.role == ContainerRun.Role.INIT ? run.running() : run.started());
        status.set("state", state());
        status.set("lastState", lastState());
        if (current != null) {
            status.put("containerID", current.id());
            JsonNode requests = Json.at(spec, "resources", "requests");
            if (requests != null) status.set("allocatedResources", requests.deepCopy());
            JsonNode resources = Json.at(spec, "resources");
            status.set("resources", resources == null ? Json.object() : resources.deepCopy());
        }
        mounts(status);
        return status;
    }

    /// It waits for its next start; then its last end is shown as the last state.
    private boolean waits() {
        return run.current == null || (!run.running() && !run.waiting.isEmpty());
    }

    private ObjectNode state() {
        Attempt current = run.current;
        if (current != null && !waits()) return current.state();
        ObjectNode state = Json.object();
        ObjectNode waiting = state.putObject("waiting");
        waiting.put("reason", run.waiting.isEmpty() ? beginning() : run.waiting);
        if (!run.message.isEmpty()) waiting.put("message", run.message);
        return state;
    }

    private String beginning() {
        return podInitializes ? "PodInitializing" : "ContainerCreating";
    }

    private ObjectNode lastState() {
        Attempt last = waits() ? run.current : run.previous;
        return last == null ? Json.object() : last.state();
    }

    private void mounts(ObjectNode status) {
        ArrayNode list = Json.object().putArray("volumeMounts");
        for (JsonNode mount : Json.list(spec, "volumeMounts")) {
            ObjectNode each = list.addObject().put("name", Json.text(mount, "name"));
            each.put("mountPath", Json.text(mount, "mountPath"));
            if (Json.is(mount, "readOnly")) each.put("readOnly", true).put("recursiveReadOnly", "Disabled");
        }
        if (!list.isEmpty()) status.set("volumeMounts", list);
    }
}
