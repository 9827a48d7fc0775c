package dev.vigie.demo.print;

import dev.vigie.demo.model.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What limits and what is allowed: autoscalers, budgets, quotas, priorities, bindings.
final class PolicyCells {
    private static final int MOST_METRICS = 2;

    private PolicyCells() {}

    static void into(Map<String, Cells> cells) {
        cells.put("horizontalpodautoscalers.autoscaling", PolicyCells::autoscaler);
        cells.put("poddisruptionbudgets.policy", PolicyCells::budget);
        cells.put("resourcequotas", PolicyCells::quota);
        cells.put("priorityclasses.scheduling.k8s.io", PolicyCells::priority);
        cells.put("rolebindings.rbac.authorization.k8s.io", PolicyCells::binding);
        cells.put("clusterrolebindings.rbac.authorization.k8s.io", PolicyCells::binding);
    }

    private static void autoscaler(ObjectNode object, ArrayNode cells, Instant now) {
        JsonNode least = Json.at(object, "spec", "minReplicas");
        cells.add(Json.name(object))
                .add(Json.text(object, "spec", "scaleTargetRef", "kind") + "/"
                        + Json.text(object, "spec", "scaleTargetRef", "name"))
                .add(targets(object))
                .add(least == null ? Printing.UNSET : least.asString())
                .add(Printing.number(object, "spec", "maxReplicas"))
                .add(Printing.number(object, "status", "currentReplicas"))
                .add(Printing.age(object, now));
    }

    private static String targets(ObjectNode scaler) {
        List<JsonNode> wanted = Json.list(scaler, "spec", "metrics");
        List<JsonNode> current = Json.list(scaler, "status", "currentMetrics");
        if (wanted.isEmpty()) return Printing.NONE;
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++)
            shown.add(target(wanted.get(i), i < current.size() ? current.get(i) : null));
        if (shown.size() <= MOST_METRICS) return String.join(", ", shown);
        return String.join(", ", shown.subList(0, MOST_METRICS)) + " + " + (shown.size() - MOST_METRICS) + " more...";
    }

    private static String target(JsonNode wanted, @Nullable JsonNode current) {
        String type = Json.text(wanted, "type");
        String part = switch (type) {
            case "ContainerResource" -> "containerResource";
            case "" -> "resource";
            default -> type.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + type.substring(1);
        };
        JsonNode goal = Json.at(wanted, part, "target");
        JsonNode now = Json.at(current, part, "current");
        String name = part.equals("resource") || part.equals("containerResource")
                ? Json.text(wanted, part, "name") + ": "
                : "";
        JsonNode percent = Json.at(goal, "averageUtilization");
        if (percent != null) {
            String is = Json.text(now, "averageUtilization");
            return name + (is.isEmpty() ? "<unknown>" : is + "%") + "/" + percent.asInt() + "%";
        }
        String average = Json.text(goal, "averageValue");
        String is = Json.text(now, average.isEmpty() ? "value" : "averageValue");
        boolean perPod = !average.isEmpty() && part.equals("external");
        return name + Printing.or(is, "<unknown>") + "/" + (average.isEmpty() ? Json.text(goal, "value") : average)
                + (perPod ? " (avg)" : "");
    }

    private static void budget(ObjectNode object, ArrayNode cells, Instant now) {
        cells.add(Json.name(object))
                .add(Printing.or(Json.text(object, "spec", "minAvailable"), "N/A"))
                .add(Printing.or(Json.text(object, "spec", "maxUnavailable"), "N/A"))
                .add(Printing.number(object, "status", "disruptionsAllowed"))
                .add(Printing.age(object, now));
    }

    private static void quota(ObjectNode object, ArrayNode cells, Instant now) {
        List<String> requests = new ArrayList<>();
        List<String> limits = new ArrayList<>();
        new TreeMap<>(Json.strings(object, "status", "hard")).forEach((name, hard) -> {
            String used = Printing.or(Json.text(Json.at(object, "status", "used"), name), "0");
            (name.startsWith("limits.") ? limits : requests).add(name + ": " + used + "/" + hard);
        });
        cells.add(Json.name(object))
                .add(String.join(", ", requests))
                .add(String.join(", ", limits))
                .add(Printing.age(object, now));
    }

    private static void priority(ObjectNode object, ArrayNode cells, Instant now) {
        cells.add(Json.name(object))
                .add(Printing.number(object, "value"))
                .add(Json.is(object, "globalDefault"))
                .add(Printing.age(object, now))
                .add(Json.text(object, "preemptionPolicy"));
    }

    private static void binding(ObjectNode object, ArrayNode cells, Instant now) {
        cells.add(Json.name(object))
                .add(Json.text(object, "roleRef", "kind") + "/" + Json.text(object, "roleRef", "name"))
                .add(Printing.age(object, now))
                .add(subjects(object, "User"))
                .add(subjects(object, "Group"))
                .add(subjects(object, "ServiceAccount"));
    }

    private static String subjects(ObjectNode binding, String kind) {
        List<String> names = new ArrayList<>();
        for (JsonNode each : Json.list(binding, "subjects")) {
            if (!Json.text(each, "kind").equals(kind)) continue;
            String space = kind.equals("ServiceAccount") ? Json.text(each, "namespace") + "/" : "";
            names.add(space + Json.text(each, "name"));
        }
        return String.join(", ", names);
    }
}
