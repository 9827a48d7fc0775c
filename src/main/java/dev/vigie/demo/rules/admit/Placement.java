package dev.vigie.demo.rules.admit;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Objects;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.model.Resource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The priority of pods, and how long they bear a node that fell silent.
public final class Placement {
    private static final String[] SILENT = {"node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"};
    private static final int PATIENCE = 300;
    private static final Map<String, Integer> BUILT_IN =
            Map.of("system-cluster-critical", 2_000_000_000, "system-node-critical", 2_000_001_000);

    private final Objects objects;

    public Placement(Objects objects) {
        this.objects = objects;
    }

    public void admit(Resource resource, ObjectNode pod) {
        ObjectNode spec = Json.object(pod, "spec");
        priority(resource, pod, spec);
        tolerate(pod);
    }

    /// Adds what was not said, at each write.
    public void tolerate(ObjectNode pod) {
        ObjectNode spec = Json.object(pod, "spec");
        for (String key : SILENT) {
            if (tolerated(spec, key)) continue;
            ArrayNode all = spec.get("tolerations") instanceof ArrayNode there ? there : spec.putArray("tolerations");
            all.addObject()
                    .put("key", key)
                    .put("operator", "Exists")
                    .put("effect", "NoExecute")
                    .put("tolerationSeconds", PATIENCE);
        }
    }

    private static boolean tolerated(ObjectNode spec, String key) {
        for (JsonNode each : Json.list(spec, "tolerations")) {
            String which = Json.text(each, "key");
            String effect = Json.text(each, "effect");
            if ((which.isEmpty() || which.equals(key)) && (effect.isEmpty() || effect.equals("NoExecute"))) return true;
        }
        return false;
    }

    private void priority(Resource resource, ObjectNode pod, ObjectNode spec) {
        String name = Json.text(spec, "priorityClassName");
        ObjectNode type = name.isEmpty() ? usual() : objects.get("priorityclasses.scheduling.k8s.io", "", name);
        if (type == null && !name.isEmpty() && !BUILT_IN.containsKey(name)) {
            throw Refused.forbidden(resource, Json.name(pod), "no PriorityClass with name " + name + " was found");
        }
        int value = type == null ? BUILT_IN.getOrDefault(name, 0) : Json.number(0, type, "value");
        if (name.isEmpty() && type != null) spec.put("priorityClassName", Json.name(type));
        String policy = Json.text(type, "preemptionPolicy");
        JsonNode said = Json.at(spec, "priority");
        if (said != null && said.asInt() != value) {
            throw Refused.forbidden(
                    resource,
                    Json.name(pod),
                    "the integer value of priority (" + said.asInt()
                            + ") must not be provided in pod spec; priority admission controller computed " + value
                            + " from the given PriorityClass name");
        }
        spec.put("priority", value);
        if (Json.at(spec, "preemptionPolicy") == null) {
            spec.put("preemptionPolicy", policy.isEmpty() ? "PreemptLowerPriority" : policy);
        }
    }

    private @Nullable ObjectNode usual() {
        for (ObjectNode each : objects.list("priorityclasses.scheduling.k8s.io", "")) {
            if (Json.is(each, "globalDefault")) return each;
        }
        return null;
    }
}
