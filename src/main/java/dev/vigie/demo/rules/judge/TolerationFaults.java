package dev.vigie.demo.rules.judge;

import dev.vigie.demo.model.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Tolerations of pods.
final class TolerationFaults {
    private TolerationFaults() {}

    static void check(@Nullable JsonNode spec, String at, Faults faults) {
        int index = 0;
        for (JsonNode each : Json.list(spec, "tolerations")) one(each, at + "[" + index++ + "]", faults);
    }

    private static void one(JsonNode toleration, String at, Faults faults) {
        String key = Json.text(toleration, "key");
        String operator = Json.text(toleration, "operator");
        String value = Json.text(toleration, "value");
        String effect = Json.text(toleration, "effect");
        if (!key.isEmpty()) PodFaults.named(key, at + ".key", Words.qualified(key), faults);
        if (key.isEmpty() && !operator.equals("Exists")) {
            faults.invalid(
                    at + ".operator",
                    operator,
                    "operator must be Exists when `key` is empty, which means \"match all values and all keys\"");
        }
        if (Json.at(toleration, "tolerationSeconds") != null && !effect.equals("NoExecute")) {
            faults.invalid(at + ".effect", effect, "effect must be 'NoExecute' when `tolerationSeconds` is set");
        }
        switch (operator) {
            case "", "Equal" -> PodFaults.named(value, at + ".operator", Words.value(value), faults);
            case "Exists" -> {
                if (!value.isEmpty()) {
                    faults.invalid(at + ".operator", value, "value must be empty when `operator` is 'Exists'");
                }
            }
            default -> faults.unsupported(at + ".operator", operator, "Equal", "Exists");
        }
        if (!effect.isEmpty()) faults.among(at + ".effect", effect, "NoSchedule", "PreferNoSchedule", "NoExecute");
    }
}
