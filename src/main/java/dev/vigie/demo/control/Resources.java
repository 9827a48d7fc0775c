package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What pods ask for: sums of requests or limits, by resource name.
final class Resources {
    private Resources() {}

    static Map<String, Quantity> requests(ObjectNode pod) {
        return of(pod, "requests");
    }

    static Map<String, Quantity> limits(ObjectNode pod) {
        return of(pod, "limits");
    }

    /// Containers and sidecars together, or a single init container when it wants more.
    static Map<String, Quantity> of(ObjectNode pod, String which) {
        Map<String, Quantity> sum = new TreeMap<>();
        for (JsonNode each : Json.list(pod, "spec", "containers")) merge(sum, amounts(each, which), Quantity::plus);
        Map<String, Quantity> first = new TreeMap<>();
        Map<String, Quantity> sidecars = new TreeMap<>();
        for (JsonNode each : Json.list(pod, "spec", "initContainers")) {
            if (sidecar(each)) {
                merge(sidecars, amounts(each, which), Quantity::plus);
            } else {
                Map<String, Quantity> during = new TreeMap<>(sidecars);
                merge(during, amounts(each, which), Quantity::plus);
                merge(first, during, Quantity::most);
            }
        }
        merge(sum, sidecars, Quantity::plus);
        merge(sum, first, Quantity::most);
        merge(sum, map(Json.at(pod, "spec", "overhead")), Quantity::plus);
        return sum;
    }

    static boolean sidecar(JsonNode initContainer) {
        return Json.text(initContainer, "restartPolicy").equals("Always");
    }

    private static Map<String, Quantity> amounts(JsonNode container, String which) {
        return map(Json.at(container, "resources", which));
    }

    static Map<String, Quantity> map(@org.jspecify.annotations.Nullable JsonNode node) {
        Map<String, Quantity> all = new TreeMap<>();
        if (node != null) node.properties().forEach(each -> all.put(each.getKey(), Quantity.of(each.getValue())));
        return all;
    }

    static void merge(Map<String, Quantity> into, Map<String, Quantity> more, BinaryOperator<Quantity> how) {
        more.forEach((name, amount) -> into.merge(name, amount, how));
    }

    static ObjectNode tree(Map<String, Quantity> amounts) {
        ObjectNode tree = Json.object();
        amounts.forEach((name, amount) -> tree.put(name, amount.toString()));
        return tree;
    }
}
