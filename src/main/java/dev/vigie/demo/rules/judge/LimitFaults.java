package dev.vigie.demo.rules.judge;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Quantity;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Quotas and limit ranges.
final class LimitFaults {
    private static final Set<String> COUNTED = Set.of(
            "pods",
            "services",
            "replicationcontrollers",
            "resourcequotas",
            "secrets",
            "configmaps",
            "persistentvolumeclaims",
            "services.nodeports",
            "services.loadbalancers");
    private static final Set<String> MEASURED = Set.of(
            "cpu",
            "memory",
            "ephemeral-storage",
            "requests.cpu",
            "requests.memory",
            "requests.storage",
            "requests.ephemeral-storage",
            "limits.cpu",
            "limits.memory",
            "limits.ephemeral-storage");
    private static final Set<String> SCOPES = Set.of(
            "Terminating",
            "NotTerminating",
            "BestEffort",
            "NotBestEffort",
            "PriorityClass",
            "CrossNamespacePodAffinity",
            "VolumeAttributesClass");

    private LimitFaults() {}

    static void quota(JsonNode object, Faults faults) {
        Json.strings(object, "spec", "hard").forEach((name, amount) -> {
            String field = "spec.hard[" + name + "]";
            PodFaults.named(name, field, Words.qualified(name), faults);
            if (!name.contains("/") && !COUNTED.contains(name) && !MEASURED.contains(name)) {
                faults.invalid(field, name, "must be a standard resource type or fully qualified");
                faults.invalid(field, name, "must be a standard resource for quota");
            }
            Quantity quantity = Quantity.parse(amount);
            if (quantity.amount().signum() < 0) {
                faults.invalid(field, amount, "must be greater than or equal to 0");
            }
            boolean whole = COUNTED.contains(name) || name.startsWith("count/");
            if (whole && !quantity.whole()) faults.invalid(field, amount, "must be an integer");
        });
        JsonNode scopes = Json.at(object, "spec", "scopes");
        for (JsonNode scope : Json.list(scopes)) {
            if (!SCOPES.contains(scope.asString())) {
                faults.shown("spec.scopes", String.valueOf(scopes), "unsupported scope");
            }
        }
    }

    static void range(JsonNode object, Faults faults) {
        Set<String> types = new HashSet<>();
        int index = 0;
        for (JsonNode item : Json.list(object, "spec", "limits")) {
            String at = "spec.limits[" + index++ + "]";
            String type = Json.text(item, "type");
            if (!type.contains("/")
                    && !Set.of("Pod", "Container", "PersistentVolumeClaim").contains(type)) {
                faults.invalid(at + ".type", type, "must be a standard limit type or fully qualified");
            }
            if (!types.add(type)) faults.duplicate(at + ".type", type);
            bounds(item, at, faults);
        }
    }

    private static void bounds(JsonNode item, String at, Faults faults) {
        Map<String, String> most = Json.strings(item, "max");
        Map<String, String> least = Json.strings(item, "min");
        Map<String, String> usual = Json.strings(item, "default");
        Map<String, String> asked = Json.strings(item, "defaultRequest");
        Set<String> names = new TreeSet<>(most.keySet());
        names.addAll(least.keySet());
        names.addAll(usual.keySet());
        names.addAll(asked.keySet());
        for (String name : names) {
            String end = "[" + name + "]";
            above(
                    least.get(name),
                    most.get(name),
                    at + ".min" + end,
                    least.get(name),
                    "min value %s is greater than max value %s",
                    faults);
            above(
                    least.get(name),
                    asked.get(name),
                    at + ".defaultRequest" + end,
                    asked.get(name),
                    "min value %s is greater than default request value %s",
                    faults);
            above(
                    asked.get(name),
                    most.get(name),
                    at + ".defaultRequest" + end,
                    asked.get(name),
                    "default request value %s is greater than max value %s",
                    faults);
            above(
                    asked.get(name),
                    usual.get(name),
                    at + ".defaultRequest" + end,
                    asked.get(name),
                    "default request value %s is greater than default limit value %s",
                    faults);
            above(
                    least.get(name),
                    usual.get(name),
                    at + ".default" + end,
                    least.get(name),
                    "min value %s is greater than default value %s",
                    faults);
            above(
                    usual.get(name),
                    most.get(name),
                    at + ".default" + end,
                    most.get(name),
                    "default value %s is greater than max value %s",
                    faults);
        }
    }

    private static void above(
            @org.jspecify.annotations.Nullable String one,
            @org.jspecify.annotations.Nullable String other,
            String field,
            @org.jspecify.annotations.Nullable String shown,
            String why,
            Faults faults) {
        if (one == null || other == null || shown == null) return;
        if (Quantity.parse(one).compareTo(Quantity.parse(other)) > 0) {
            faults.invalid(field, shown, why.replaceFirst("%s", one).replaceFirst("%s", other));
        }
    }
}
