package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Taints of nodes and what pods tolerate.
final class Taints {
    static final String UNSCHEDULABLE = "node.kubernetes.io/unschedulable";

    private Taints() {}

    static boolean repels(ObjectNode node, JsonNode pod) {
        return Json.list(node, "spec", "taints").stream()
                .filter(taint -> !Json.text(taint, "effect").equals("PreferNoSchedule"))
                .anyMatch(taint -> !tolerates(pod, taint));
    }

    static boolean toleratesUnschedulable(JsonNode pod) {
        return tolerates(pod, Json.object().put("key", UNSCHEDULABLE).put("effect", "NoSchedule"));
    }

    static boolean tolerates(JsonNode pod, JsonNode taint) {
        List<JsonNode> tolerations = Json.list(pod, "spec", "tolerations");
        return tolerations.stream().anyMatch(each -> covers(each, taint));
    }

    private static boolean covers(JsonNode toleration, JsonNode taint) {
        String effect = Json.text(toleration, "effect");
        if (!effect.isEmpty() && !effect.equals(Json.text(taint, "effect"))) return false;
        String key = Json.text(toleration, "key");
        boolean exists = Json.text(toleration, "operator").equals("Exists");
        if (key.isEmpty()) return exists;
        if (!key.equals(Json.text(taint, "key"))) return false;
        return exists || Json.text(toleration, "value").equals(Json.text(taint, "value"));
    }
}
