package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Where a pod wants to be: node selector, node affinity, near or away from other pods.
final class Affinity {
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

    private final ObjectNode pod;
    private final List<ObjectNode> placed;
    private final Map<String, ObjectNode> nodes = new HashMap<>();

    Affinity(World world, ObjectNode pod, List<ObjectNode> placed) {
        this.pod = pod;
        this.placed = placed;
        for (ObjectNode node : world.list("nodes")) nodes.put(Json.name(node), node);
    }

    boolean selects(ObjectNode node) {
        Map<String, String> labels = Json.strings(node, "metadata", "labels");
        if (!Selectors.equal(Json.strings(pod, "spec", "nodeSelector"), labels)) return false;
        JsonNode required = Json.at(pod, "spec", "affinity", "nodeAffinity", REQUIRED);
        if (required == null) return true;
        return Json.list(required, "nodeSelectorTerms").stream().anyMatch(term -> matches(term, node));
    }

    private static boolean matches(JsonNode term, ObjectNode node) {
        Map<String, String> labels = Json.strings(node, "metadata", "labels");
        Map<String, String> fields = Map.of("metadata.name", Json.name(node));
        return Json.list(term, "matchExpressions").stream().allMatch(each -> Selectors.expression(each, labels))
                && Json.list(term, "matchFields").stream().allMatch(each -> Selectors.expression(each, fields));
    }

    List<String> against(ObjectNode node) {
        for (JsonNode term : Json.list(pod, "spec", "affinity", "podAffinity", REQUIRED)) {
            if (!near(term, node) && !firstOfItsKind(term)) return List.of("node(s) didn't match pod affinity rules");
        }
        for (JsonNode term : Json.list(pod, "spec", "affinity", "podAntiAffinity", REQUIRED)) {
            if (near(term, node)) return List.of("node(s) didn't match pod anti-affinity rules");
        }
        return List.of();
    }

    /// A pod that wants to be near its like may be the first one.
    private boolean firstOfItsKind(JsonNode term) {
        return Selectors.matches(Json.at(term, "labelSelector"), pod)
                && placed.stream().noneMatch(other -> meant(term, other));
    }

    private boolean meant(JsonNode term, ObjectNode other) {
        List<String> namespaces =
                Json.list(term, "namespaces").stream().map(JsonNode::asString).toList();
        boolean there = namespaces.isEmpty()
                ? Json.namespace(other).equals(Json.namespace(pod))
                : namespaces.contains(Json.namespace(other));
        return there && Selectors.matches(Json.at(term, "labelSelector"), other);
    }

    private boolean near(JsonNode term, ObjectNode node) {
        String key = Json.text(term, "topologyKey");
        String here = Json.text(node, "metadata", "labels", key);
        if (here.isEmpty()) return false;
        return placed.stream().filter(other -> meant(term, other)).anyMatch(other -> {
            ObjectNode its = nodes.get(Pods.node(other));
            return its != null && Json.text(its, "metadata", "labels", key).equals(here);
        });
    }

    /// The sum of the weights that speak for a node.
    int preferred(ObjectNode node) {
        int sum = 0;
        for (JsonNode each : Json.list(pod, "spec", "affinity", "nodeAffinity", PREFERRED)) {
            JsonNode term = Json.at(each, "preference");
            if (term != null && matches(term, node)) sum += Json.number(1, each, "weight");
        }
        return sum + weight("podAffinity", node) - weight("podAntiAffinity", node);
    }

    private int weight(String which, ObjectNode node) {
        int sum = 0;
        for (JsonNode each : Json.list(pod, "spec", "affinity", which, PREFERRED)) {
            JsonNode term = Json.at(each, "podAffinityTerm");
            if (term != null && near(term, node)) sum += Json.number(1, each, "weight");
        }
        return sum;
    }
}
