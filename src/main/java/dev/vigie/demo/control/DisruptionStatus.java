package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Counts how many pods each PodDisruptionBudget lets be evicted now.
final class DisruptionStatus implements Controller {
    private static final String KEY = "poddisruptionbudgets.policy";
    private static final String COMPONENT = "controllermanager";

    private final Each each = new Each(KEY);

    @Override
    public void run(World world) {
        each.run(world, budget -> count(world, budget));
    }

    private static void count(World world, ObjectNode budget) {
        List<ObjectNode> pods = world.list(Pods.KEY, Json.namespace(budget)).stream()
                .filter(pod -> Selectors.matches(Json.at(budget, "spec", "selector"), pod))
                .toList();
        if (pods.isEmpty()) world.events().normal(COMPONENT, budget, "NoPods", "No matching pods found");
        int expected = expected(world, budget, pods);
        int desired = desired(budget, expected);
        int healthy = (int) pods.stream()
                .filter(pod -> Pods.ready(pod) && !Owners.deleted(pod))
                .count();
        int allowed = pods.isEmpty() ? 0 : Math.max(0, healthy - desired);
        ObjectNode copy = budget.deepCopy();
        ObjectNode status = Json.object(copy, "status");
        status.put("observedGeneration", Json.number(1, budget, "metadata", "generation"));
        status.put("disruptionsAllowed", allowed).put("currentHealthy", healthy);
        status.put("desiredHealthy", desired).put("expectedPods", expected);
        String reason = allowed > 0 ? "SufficientPods" : "InsufficientPods";
        ObjectNode condition =
                Conditions.of("DisruptionAllowed", allowed > 0 ? "True" : "False", reason, "", world.timestamp());
        condition.put("message", "").put("observedGeneration", Json.number(1, budget, "metadata", "generation"));
        Conditions.put(status, condition);
        world.status(KEY, budget, copy);
    }

    /// A count of pods needs no controller; a percentage, and what may be missing, is of what their controllers want.
    private static int expected(World world, ObjectNode budget, List<ObjectNode> pods) {
        JsonNode least = Json.at(budget, "spec", "minAvailable");
        if (least != null && least.isNumber()) return pods.size();
        Map<String, Integer> wanted = new HashMap<>();
        for (ObjectNode pod : pods) {
            JsonNode owner = Owners.controller(pod);
            if (owner != null) wanted.put(Json.text(owner, "uid"), wanted(world, pod, owner));
        }
        return wanted.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static int wanted(World world, ObjectNode pod, JsonNode owner) {
        String resource = Json.text(owner, "kind").equals("StatefulSet") ? StatefulSetController.KEY : ReplicaSets.KEY;
        @Nullable ObjectNode found = world.get(resource, Json.namespace(pod), Json.text(owner, "name"));
        return found == null ? 0 : Json.number(1, found, "spec", "replicas");
    }

    private static int desired(ObjectNode budget, int expected) {
        JsonNode least = Json.at(budget, "spec", "minAvailable");
        if (least != null) return part(least, expected);
        JsonNode most = Json.at(budget, "spec", "maxUnavailable");
        return most == null ? expected : Math.max(0, expected - part(most, expected));
    }

    /// A number, or a percentage rounded up.
    private static int part(JsonNode value, int of) {
        if (value.isNumber()) return value.asInt();
        String text = value.asString();
        if (!text.matches("\\d+%")) return 0;
        return Math.ceilDiv(Integer.parseInt(text.substring(0, text.length() - 1)) * of, 100);
    }
}
