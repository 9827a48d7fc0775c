package dev.vigie.demo.print;

import dev.vigie.demo.model.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One pod in a row: what its containers do, told in one word.
final class PodCells {
    private final ObjectNode pod;
    private final Instant now;
    private final List<JsonNode> inits;
    private final List<JsonNode> mains;
    private int restarts;
    private int ready;
    private Instant lastRestart = Instant.EPOCH;
    private boolean initializing;

    private PodCells(ObjectNode pod, Instant now) {
        this.pod = pod;
        this.now = now;
        inits = Json.list(pod, "status", "initContainerStatuses");
        mains = Json.list(pod, "status", "containerStatuses");
    }

    static void print(ObjectNode pod, ArrayNode cells, Instant now) {
        new PodCells(pod, now).into(cells);
    }

    private void into(ArrayNode cells) {
        String status = status();
        int total = Json.list(pod, "spec", "containers").size()
                + (int) Json.list(pod, "spec", "initContainers").stream()
                        .filter(PodCells::isSidecar)
                        .count();
        String ago =
                lastRestart.equals(Instant.EPOCH) ? "" : " (" + Printing.since(lastRestart.toString(), now) + " ago)";
        cells.add(Json.name(pod))
                .add(ready + "/" + total)
                .add(status)
                .add(restarts + (restarts > 0 ? ago : ""))
                .add(Printing.age(pod, now))
                .add(Printing.or(Json.text(pod, "status", "podIP"), Printing.NONE))
                .add(Printing.or(Json.text(pod, "spec", "nodeName"), Printing.NONE))
                .add(Printing.or(Json.text(pod, "status", "nominatedNodeName"), Printing.NONE))
                .add(gates());
    }

    private String status() {
        String reason = Json.text(pod, "status", "reason");
        if (reason.isEmpty()) reason = Json.text(pod, "status", "phase");
        for (JsonNode condition : Json.list(pod, "status", "conditions")) {
            if (Json.text(condition, "type").equals("PodScheduled")
                    && Json.text(condition, "reason").equals("SchedulingGated")) reason = "SchedulingGated";
        }
        reason = initReason(reason);
        if (!initializing || isInitialized()) reason = mainReason(reason);
        if (Json.at(pod, "metadata", "deletionTimestamp") == null) return reason;
        return Json.text(pod, "status", "reason").equals("NodeLost")
                ? "Unknown"
                : List.of("Succeeded", "Failed").contains(Json.text(pod, "status", "phase")) ? reason : "Terminating";
    }

    private String initReason(String otherwise) {
        int all = Json.list(pod, "spec", "initContainers").size();
        int sidecarRestarts = 0;
        for (int i = 0; i < inits.size(); i++) {
            JsonNode container = inits.get(i);
            counted(container);
            boolean sidecar = isSidecar(spec(Json.text(container, "name")));
            if (sidecar) sidecarRestarts += Printing.number(container, "restartCount");
            JsonNode ended = Json.at(container, "state", "terminated");
            if (ended != null && Printing.number(ended, "exitCode") == 0) continue;
            if (sidecar && Json.is(container, "started")) {
                if (Json.is(container, "ready")) ready++;
                continue;
            }
            initializing = true;
            return "Init:" + (ended == null ? waiting(container, i, all) : ending(ended));
        }
        restarts = sidecarRestarts;
        return otherwise;
    }

    private static String waiting(JsonNode container, int done, int all) {
        String reason = Json.text(container, "state", "waiting", "reason");
        return reason.isEmpty() || reason.equals("PodInitializing") ? done + "/" + all : reason;
    }

    private static String ending(JsonNode ended) {
        String reason = Json.text(ended, "reason");
        if (!reason.isEmpty()) return reason;
        int signal = Printing.number(ended, "signal");
        return signal != 0 ? "Signal:" + signal : "ExitCode:" + Printing.number(ended, "exitCode");
    }

    private String mainReason(String otherwise) {
        String reason = otherwise;
        boolean running = false;
        for (JsonNode container : mains.reversed()) {
            counted(container);
            String waits = Json.text(container, "state", "waiting", "reason");
            JsonNode ended = Json.at(container, "state", "terminated");
            if (!waits.isEmpty()) reason = waits;
            else if (ended != null) reason = ending(ended);
            else if (Json.is(container, "ready") && Json.at(container, "state", "running") != null) {
                running = true;
                ready++;
            }
        }
        if (!reason.equals("Completed") || !running) return reason;
        return has("Ready") ? "Running" : "NotReady";
    }

    private void counted(JsonNode container) {
        restarts += Printing.number(container, "restartCount");
        Instant ended = Printing.time(Json.text(container, "lastState", "terminated", "finishedAt"));
        if (ended != null && ended.isAfter(lastRestart)) lastRestart = ended;
    }

    private boolean isInitialized() {
        return has("Initialized");
    }

    private boolean has(String type) {
        return Json.list(pod, "status", "conditions").stream()
                .anyMatch(each -> Json.text(each, "type").equals(type)
                        && Json.text(each, "status").equals("True"));
    }

    private JsonNode spec(String name) {
        for (JsonNode container : Json.list(pod, "spec", "initContainers")) {
            if (Json.text(container, "name").equals(name)) return container;
        }
        return Json.object();
    }

    private static boolean isSidecar(JsonNode container) {
        return Json.text(container, "restartPolicy").equals("Always");
    }

    private String gates() {
        List<String> gates = new ArrayList<>();
        Json.list(pod, "spec", "readinessGates").forEach(each -> gates.add(Json.text(each, "conditionType")));
        return gates.isEmpty()
                ? Printing.NONE
                : gates.stream().filter(this::has).count() + "/" + gates.size();
    }

    /// A pod that is over says so beside its row.
    static ArrayNode conditions(ObjectNode object) {
        ArrayNode conditions = JsonNodeFactory.instance.arrayNode();
        String phase = Json.text(object, "kind").equals("Pod") ? Json.text(object, "status", "phase") : "";
        boolean succeeded = phase.equals("Succeeded");
        if (!succeeded && !phase.equals("Failed")) return conditions;
        conditions
                .addObject()
                .put("type", "Completed")
                .put("status", "True")
                .put("reason", phase)
                .put("message", succeeded ? "The pod has completed successfully." : "The pod failed.");
        return conditions;
    }
}
