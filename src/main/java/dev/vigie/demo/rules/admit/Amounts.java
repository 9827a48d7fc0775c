package dev.vigie.demo.rules.admit;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Quantity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Sums of what containers ask for and are allowed.
final class Amounts {
    private Amounts() {}

    /// What a pod takes of everything: its containers together, or its largest init container.
    static Map<String, Quantity> pod(@Nullable JsonNode pod, String list) {
        Map<String, Quantity> sums = new TreeMap<>();
        for (JsonNode container : Json.list(pod, "spec", "containers")) add(sums, container, list);
        Map<String, Quantity> sides = new TreeMap<>();
        for (JsonNode container : Json.list(pod, "spec", "initContainers")) {
            if (Json.text(container, "restartPolicy").equals("Always")) {
                add(sums, container, list);
                add(sides, container, list);
                continue;
            }
            Map<String, Quantity> once = new TreeMap<>(sides);
            add(once, container, list);
            once.forEach((name, amount) -> sums.merge(name, amount, Amounts::most));
        }
        return sums;
    }

    private static Quantity most(Quantity one, Quantity other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static void add(Map<String, Quantity> sums, JsonNode container, String list) {
        Json.strings(container, "resources", list)
                .forEach((name, amount) -> sums.merge(name, Quantity.parse(amount), Quantity::plus));
    }

    static boolean ended(JsonNode pod) {
        return List.of("Succeeded", "Failed").contains(Json.text(pod, "status", "phase"));
    }
}
