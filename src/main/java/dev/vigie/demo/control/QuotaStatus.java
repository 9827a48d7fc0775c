package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// Counts what each ResourceQuota limits.
final class QuotaStatus implements Controller {
    private static final String KEY = "resourcequotas";
    private static final List<String> COUNTED =
            List.of("configmaps", "secrets", "services", "persistentvolumeclaims", "resourcequotas");

    private final Each each = new Each(KEY);

    @Override
    public void run(World world) {
        each.run(world, quota -> count(world, quota));
    }

    private static void count(World world, ObjectNode quota) {
        ObjectNode copy = quota.deepCopy();
        ObjectNode status = Json.object(copy, "status");
        Map<String, String> hard = Json.strings(quota, "spec", "hard");
        ObjectNode limits = status.putObject("hard");
        ObjectNode used = status.putObject("used");
        hard.forEach((name, limit) -> {
            limits.put(name, limit);
            used.put(name, used(world, Json.namespace(quota), name).toString());
        });
        world.status(KEY, quota, copy);
    }

    private static Quantity used(World world, String namespace, String name) {
        if (name.startsWith("count/")) return Quantity.count(amount(world, namespace, name.substring(6)));
        if (COUNTED.contains(name)) return Quantity.count(amount(world, namespace, name));
        return switch (name) {
            case "services.nodeports" -> services(world, namespace, "NodePort");
            case "services.loadbalancers" -> services(world, namespace, "LoadBalancer");
            case "requests.storage" -> storage(world, namespace);
            default -> pods(world, namespace, name);
        };
    }

    private static int amount(World world, String namespace, String resource) {
        return world.list(resource, namespace).size();
    }

    private static Quantity services(World world, String namespace, String type) {
        return Quantity.count(world.list("services", namespace).stream()
                .filter(service -> Json.text(service, "spec", "type").equals(type))
                .count());
    }

    private static Quantity storage(World world, String namespace) {
        Quantity sum = Quantity.ZERO;
        for (ObjectNode claim : world.list(Claims.KEY, namespace))
            sum = sum.plus(Quantity.of(Json.at(claim, "spec", "resources", "requests", "storage")));
        return sum;
    }

    private static Quantity pods(World world, String namespace, String name) {
        Quantity sum = Quantity.ZERO;
        for (ObjectNode pod : world.list(Pods.KEY, namespace)) {
            if (Pods.ended(pod)) continue;
            if (name.equals("pods")) sum = sum.plus(Quantity.count(1));
            else if (name.startsWith("limits.")) sum = sum.plus(part(Resources.limits(pod), name.substring(7)));
            else sum = sum.plus(part(Resources.requests(pod), name.replace("requests.", "")));
        }
        return sum;
    }

    private static Quantity part(Map<String, Quantity> amounts, String name) {
        return amounts.getOrDefault(name, Quantity.ZERO);
    }
}
