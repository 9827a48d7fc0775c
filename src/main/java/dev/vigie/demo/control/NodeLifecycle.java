package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Taints nodes by their conditions, so that nothing is scheduled where it could not run.
final class NodeLifecycle implements Controller {
    private static final String KEY = "nodes";
    private static final String PREFIX = "node.kubernetes.io/";

    private final Each each = new Each(KEY);

    @Override
    public void run(World world) {
        each.run(world, node -> taint(world, node));
    }

    private static void taint(World world, ObjectNode node) {
        Map<String, Boolean> wanted = new LinkedHashMap<>();
        wanted.put(PREFIX + "not-ready", Conditions.is(node, "Ready", "False"));
        wanted.put(PREFIX + "unreachable", Conditions.is(node, "Ready", "Unknown"));
        wanted.put(PREFIX + "memory-pressure", Conditions.is(node, "MemoryPressure", "True"));
        wanted.put(PREFIX + "disk-pressure", Conditions.is(node, "DiskPressure", "True"));
        wanted.put(PREFIX + "pid-pressure", Conditions.is(node, "PIDPressure", "True"));
        wanted.put(PREFIX + "network-unavailable", Conditions.is(node, "NetworkUnavailable", "True"));
        wanted.put(Taints.UNSCHEDULABLE, Json.is(node, "spec", "unschedulable"));
        ObjectNode copy = node.deepCopy();
        ArrayNode taints = Json.object().putArray("taints");
        for (JsonNode taint : Json.list(node, "spec", "taints")) {
            boolean ours = wanted.containsKey(Json.text(taint, "key"))
                    && Json.text(taint, "effect").equals("NoSchedule");
            boolean stays = !ours || wanted.getOrDefault(Json.text(taint, "key"), false);
            if (stays) taints.add(taint);
        }
        wanted.forEach((key, wants) -> {
            if (wants && !has(taints, key)) add(world, taints, key);
        });
        if (taints.isEmpty()) Json.object(copy, "spec").remove("taints");
        else Json.object(copy, "spec").set("taints", taints);
        world.update(KEY, node, copy);
    }

    private static boolean has(ArrayNode taints, String key) {
        for (JsonNode taint : taints) {
            if (Json.text(taint, "key").equals(key)
                    && Json.text(taint, "effect").equals("NoSchedule")) return true;
        }
        return false;
    }

    private static void add(World world, ArrayNode taints, String key) {
        ObjectNode taint = taints.addObject().put("effect", "NoSchedule").put("key", key);
        taint.put("timeAdded", world.timestamp());
    }
}
