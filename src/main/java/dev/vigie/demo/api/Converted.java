package dev.vigie.demo.api;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Resource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Objects of one store seen in another version: events of both groups, autoscalers v1 and v2. All others look the same
/// in each.
final class Converted {
    private static final String EVENTS = "events.k8s.io/v1";
    private static final String[][] EVENT_FIELDS = {
        {"note", "message"},
        {"regarding", "involvedObject"},
        {"deprecatedSource", "source"},
        {"deprecatedFirstTimestamp", "firstTimestamp"},
        {"deprecatedLastTimestamp", "lastTimestamp"},
        {"deprecatedCount", "count"},
        {"reportingController", "reportingComponent"}
    };

    private Converted() {}

    /// The key under which the objects of a resource are kept.
    static String key(Resource resource) {
        return resource.key().equals("events.events.k8s.io") ? "events" : resource.key();
    }

    /// A stored object as the resource shows it; the stored tree stays as it is.
    static ObjectNode shown(ObjectNode stored, Resource resource) {
        if (resource.apiVersion().equals(Json.text(stored, "apiVersion"))) return stored;
        ObjectNode shown = stored.deepCopy();
        if (resource.apiVersion().equals(EVENTS)) renamed(shown, 1, 0);
        if (resource.apiVersion().equals("autoscaling/v1")) toFirst(shown);
        return shown.put("apiVersion", resource.apiVersion());
    }

    /// A tree that a client sent, as it is stored; the tree is changed.
    static ObjectNode stored(ObjectNode sent, Resource resource, Resource kept) {
        if (resource.equals(kept)) return sent;
        if (resource.apiVersion().equals(EVENTS)) renamed(sent, 0, 1);
        if (resource.apiVersion().equals("autoscaling/v1")) toSecond(sent);
        return sent.put("apiVersion", kept.apiVersion());
    }

    private static void renamed(ObjectNode event, int from, int to) {
        for (String[] names : EVENT_FIELDS) {
            JsonNode value = event.remove(names[from]);
            if (value != null) event.set(names[to], value);
        }
    }

    private static void toFirst(ObjectNode scaler) {
        if (scaler.get("spec") instanceof ObjectNode spec) {
            JsonNode metrics = spec.remove("metrics");
            spec.remove("behavior");
            for (JsonNode metric : Json.list(metrics)) {
                if (!Json.text(metric, "resource", "name").equals("cpu")) continue;
                JsonNode percent = Json.at(metric, "resource", "target", "averageUtilization");
                if (percent != null) spec.set("targetCPUUtilizationPercentage", percent);
            }
        }
        if (scaler.get("status") instanceof ObjectNode status) {
            status.remove("conditions");
            if (Json.at(status, "currentReplicas") == null) status.put("currentReplicas", 0);
            for (JsonNode metric : Json.list(status.remove("currentMetrics"))) {
                JsonNode percent = Json.at(metric, "resource", "current", "averageUtilization");
                if (percent != null) status.set("currentCPUUtilizationPercentage", percent);
            }
        }
    }

    private static void toSecond(ObjectNode scaler) {
        if (!(scaler.get("spec") instanceof ObjectNode spec)) return;
        JsonNode percent = spec.remove("targetCPUUtilizationPercentage");
        if (percent == null) return;
        ArrayNode metrics = spec.putArray("metrics");
        ObjectNode metric = metrics.addObject().put("type", "Resource");
        metric.putObject("resource")
                .put("name", "cpu")
                .putObject("target")
                .put("type", "Utilization")
                .set("averageUtilization", percent);
    }
}
