package dev.vigie.demo.rules.admit;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Quantity;
import dev.vigie.demo.model.Resource;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What one object uses of a quota, by the names of quotas.
final class QuotaUse {
    private static final Quantity ONE = Quantity.parse("1");

    private QuotaUse() {}

    static Map<String, Quantity> of(Resource resource, ObjectNode object) {
        Map<String, Quantity> use = new TreeMap<>();
        String key = resource.group().isEmpty() ? resource.plural() : resource.key();
        use.put("count/" + key, ONE);
        if (resource.group().isEmpty()) use.put(resource.plural(), ONE);
        switch (resource.key()) {
            case "pods" -> pod(use, object);
            case "services" -> service(use, object);
            case "persistentvolumeclaims" -> claim(use, object);
            default -> {}
        }
        return use;
    }

    private static void pod(Map<String, Quantity> use, ObjectNode pod) {
        if (Amounts.ended(pod)) {
            use.remove("pods");
            return;
        }
        Amounts.pod(pod, "requests").forEach((name, amount) -> {
            use.put("requests." + name, amount);
            use.put(name, amount);
        });
        Amounts.pod(pod, "limits").forEach((name, amount) -> use.put("limits." + name, amount));
    }

    private static void service(Map<String, Quantity> use, ObjectNode service) {
        String type = Json.text(service, "spec", "type");
        int ports = Json.list(service, "spec", "ports").size();
        JsonNode given = Json.at(service, "spec", "allocateLoadBalancerNodePorts");
        boolean balanced = type.equals("LoadBalancer");
        if (type.equals("NodePort") || (balanced && (given == null || given.asBoolean()))) {
            use.put("services.nodeports", Quantity.parse(String.valueOf(ports)));
        }
        if (balanced) use.put("services.loadbalancers", ONE);
    }

    private static void claim(Map<String, Quantity> use, ObjectNode claim) {
        String amount = Json.text(claim, "spec", "resources", "requests", "storage");
        String type = Json.text(claim, "spec", "storageClassName");
        String prefix = type + ".storageclass.storage.k8s.io/";
        if (!type.isEmpty()) use.put(prefix + "persistentvolumeclaims", ONE);
        if (amount.isEmpty()) return;
        use.put("requests.storage", Quantity.parse(amount));
        if (!type.isEmpty()) use.put(prefix + "requests.storage", Quantity.parse(amount));
    }

    /// Where a container says what a quota limits, or null when it need not.
    static String @Nullable [] where(String name) {
        return switch (name) {
            case "cpu", "requests.cpu" -> new String[] {"requests", "cpu"};
            case "memory", "requests.memory" -> new String[] {"requests", "memory"};
            case "limits.cpu" -> new String[] {"limits", "cpu"};
            case "limits.memory" -> new String[] {"limits", "memory"};
            default -> null;
        };
    }

    /// Whether an object is within the scopes of a quota.
    static boolean holds(ObjectNode quota, Resource resource, ObjectNode object) {
        for (JsonNode scope : Json.list(quota, "spec", "scopes")) {
            if (!resource.key().equals("pods") || !within(scope.asString(), object)) return false;
        }
        for (JsonNode scope : Json.list(quota, "spec", "scopeSelector", "matchExpressions")) {
            if (!resource.key().equals("pods") || !selected(scope, object)) return false;
        }
        return true;
    }

    private static boolean selected(JsonNode scope, ObjectNode pod) {
        String name = Json.text(scope, "scopeName");
        if (!name.equals("PriorityClass")) return within(name, pod);
        String type = Json.text(pod, "spec", "priorityClassName");
        boolean in = Json.list(scope, "values").stream()
                .anyMatch(each -> each.asString().equals(type));
        return switch (Json.text(scope, "operator")) {
            case "In" -> in;
            case "NotIn" -> !in;
            case "DoesNotExist" -> type.isEmpty();
            default -> !type.isEmpty();
        };
    }

    private static boolean within(String scope, ObjectNode pod) {
        boolean ends = Json.at(pod, "spec", "activeDeadlineSeconds") != null;
        boolean poor = Json.text(pod, "status", "qosClass").equals("BestEffort");
        return switch (scope) {
            case "Terminating" -> ends;
            case "NotTerminating" -> !ends;
            case "BestEffort" -> poor;
            case "NotBestEffort" -> !poor;
            default -> true;
        };
    }
}
