package dev.vigie.demo.rules.fill;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Quantity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/// How dear a pod is to its node, by what it asks for and is allowed.
final class Quality {
    private Quality() {}

    static String of(ObjectNode pod) {
        Map<String, Quantity> requests = new TreeMap<>();
        Map<String, Quantity> limits = new TreeMap<>();
        boolean all = true;
        for (ObjectNode container : PodDefaults.containers(Json.object(pod, "spec"))) {
            add(requests, Json.strings(container, "resources", "requests"));
            Map<String, String> bounds = Json.strings(container, "resources", "limits");
            add(limits, bounds);
            if (!positive(bounds, "cpu") || !positive(bounds, "memory")) all = false;
        }
        if (requests.isEmpty() && limits.isEmpty()) return "BestEffort";
        return all && requests.equals(limits) ? "Guaranteed" : "Burstable";
    }

    private static boolean positive(Map<String, String> amounts, String name) {
        return Quantity.parse(amounts.getOrDefault(name, "0")).amount().signum() > 0;
    }

    private static void add(Map<String, Quantity> sums, Map<String, String> amounts) {
        for (String name : List.of("cpu", "memory")) {
            if (!positive(amounts, name)) continue;
            sums.merge(name, Quantity.parse(amounts.getOrDefault(name, "0")), Quantity::plus);
        }
    }
}
