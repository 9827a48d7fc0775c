package dev.vigie.demo.api;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Whether a pod may be evicted: no disruption budget of its namespace may be used up.
final class Eviction {
    private Eviction() {}

    /// Refuses as the real server does, with 429.
    static void judge(ObjectNode pod, Store store) {
        boolean over = List.of("Pending", "Succeeded", "Failed").contains(Json.text(pod, "status", "phase"));
        if (over || Json.at(pod, "metadata", "deletionTimestamp") != null) return;
        for (ObjectNode budget :
                store.list("poddisruptionbudgets.policy", Json.namespace(pod)).objects()) {
            if (!covers(budget, pod)) continue;
            if (Json.number(0, budget, "status", "disruptionsAllowed") > 0) continue;
            throw refused(budget);
        }
    }

    private static Refused refused(ObjectNode budget) {
        ObjectNode details = Json.object();
        boolean looked = Json.number(0, budget, "status", "observedGeneration")
                >= Json.number(0, budget, "metadata", "generation");
        String why = looked
                ? " needs " + Json.number(0, budget, "status", "desiredHealthy") + " healthy pods and has "
                        + Json.number(0, budget, "status", "currentHealthy") + " currently"
                : " is still being processed by the server.";
        details.putArray("causes")
                .addObject()
                .put("reason", "DisruptionBudget")
                .put("message", "The disruption budget " + Json.name(budget) + why);
        if (!looked) details.put("retryAfterSeconds", 10);
        return Refused.with(
                429, "TooManyRequests", "Cannot evict pod as it would violate the pod's disruption budget.", details);
    }

    private static boolean covers(ObjectNode budget, ObjectNode pod) {
        return Json.strings(pod, "metadata", "labels")
                .entrySet()
                .containsAll(
                        Json.strings(budget, "spec", "selector", "matchLabels").entrySet());
    }

    /// A copy of a pod that says why it goes.
    static ObjectNode announced(ObjectNode pod, Instant now) {
        return with(
                pod,
                now,
                condition -> condition
                        .put("type", "DisruptionTarget")
                        .put("reason", "EvictionByEvictionAPI")
                        .put("message", "Eviction API: evicting"));
    }

    /// A copy of a pod that has a node.
    static ObjectNode bound(ObjectNode pod, String node, Instant now) {
        ObjectNode bound = with(pod, now, condition -> condition.put("type", "PodScheduled"));
        Json.object(bound, "spec").put("nodeName", node);
        return bound;
    }

    private static ObjectNode with(ObjectNode pod, Instant now, Consumer<ObjectNode> words) {
        ObjectNode after = pod.deepCopy();
        ObjectNode status = Json.object(after, "status");
        ArrayNode conditions =
                status.get("conditions") instanceof ArrayNode some ? some : status.putArray("conditions");
        ObjectNode condition = Json.object();
        words.accept(condition);
        conditions.removeIf(each -> Json.text(each, "type").equals(Json.text(condition, "type")));
        condition
                .put("status", "True")
                .put("lastTransitionTime", now.toString())
                .putNull("lastProbeTime");
        conditions.add(condition);
        return after;
    }

    static ObjectNode success() {
        ObjectNode status = Json.object().put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        return status.put("status", "Success").put("code", 201);
    }
}
