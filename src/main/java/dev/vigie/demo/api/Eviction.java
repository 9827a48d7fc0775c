package dev.vigie.demo.api;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import tools.jackson.databind.node.ObjectNode;

/// Whether a pod may be evicted: no disruption budget of its namespace may be used up.
final class Eviction {
    private Eviction() {}

    /// Refuses as the real server does, with 429.
    static void judge(ObjectNode pod, Store store) {
        for (ObjectNode budget :
                store.list("poddisruptionbudgets.policy", Json.namespace(pod)).objects()) {
            if (!covers(budget, pod)) continue;
            if (Json.number(0, budget, "status", "disruptionsAllowed") > 0) continue;
            throw refused(budget);
        }
    }

    private static Refused refused(ObjectNode budget) {
        ObjectNode details = Json.object();
        details.putArray("causes")
                .addObject()
                .put("reason", "DisruptionBudget")
                .put(
                        "message",
                        "The disruption budget " + Json.name(budget) + " needs "
                                + Json.number(0, budget, "status", "desiredHealthy") + " healthy pods and has "
                                + Json.number(0, budget, "status", "currentHealthy") + " currently");
        return Refused.with(
                429, "TooManyRequests", "Cannot evict pod as it would violate the pod's disruption budget.", details);
    }

    private static boolean covers(ObjectNode budget, ObjectNode pod) {
        return Json.strings(pod, "metadata", "labels")
                .entrySet()
                .containsAll(
                        Json.strings(budget, "spec", "selector", "matchLabels").entrySet());
    }

    static ObjectNode success() {
        ObjectNode status = Json.object().put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        return status.put("status", "Success").put("code", 201);
    }
}
