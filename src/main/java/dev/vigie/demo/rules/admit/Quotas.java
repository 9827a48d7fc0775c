package dev.vigie.demo.rules.admit;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Objects;
import dev.vigie.demo.model.Quantity;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.model.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The quotas of a namespace. What is used is counted at each question: the status of a quota lags behind.
public final class Quotas {
    private static final Quantity ONE = Quantity.parse("1");

    private final Objects objects;

    public Quotas(Objects objects) {
        this.objects = objects;
    }

    /// Refuses what would need more than is left.
    public void validate(Resource resource, @Nullable ObjectNode before, ObjectNode object) {
        List<ObjectNode> quotas = objects.list("resourcequotas", Json.namespace(object));
        if (quotas.isEmpty() || resource.key().equals("resourcequotas")) return;
        for (ObjectNode quota : quotas) {
            if (QuotaUse.holds(quota, resource, object)) one(quota, resource, before, object);
        }
    }

    private void one(ObjectNode quota, Resource resource, @Nullable ObjectNode before, ObjectNode object) {
        Map<String, Quantity> hard = new TreeMap<>();
        Json.strings(quota, "spec", "hard").forEach((name, amount) -> hard.put(name, Quantity.parse(amount)));
        if (before == null && resource.key().equals("pods")) specified(quota, resource, object, hard);
        Map<String, Quantity> wanted = QuotaUse.of(resource, object);
        if (before != null) {
            Map<String, Quantity> had = QuotaUse.of(resource, before);
            wanted.replaceAll((name, amount) -> amount.minus(had.getOrDefault(name, Quantity.ZERO)));
        }
        wanted.keySet().retainAll(hard.keySet());
        wanted.values().removeIf(amount -> amount.amount().signum() <= 0);
        if (wanted.isEmpty()) return;
        Map<String, Quantity> used = used(quota, resource, Json.namespace(object), Json.uid(object), before);
        List<String> over = wanted.keySet().stream()
                .filter(name -> used.getOrDefault(name, Quantity.ZERO)
                                .plus(wanted.getOrDefault(name, ONE))
                                .compareTo(hard.getOrDefault(name, Quantity.ZERO))
                        > 0)
                .toList();
        if (over.isEmpty()) return;
        throw Refused.forbidden(
                resource,
                Json.name(object),
                "exceeded quota: " + Json.name(quota) + ", requested: " + listed(over, wanted::get) + ", used: "
                        + listed(over, name -> used.getOrDefault(name, Quantity.ZERO)) + ", limited: "
                        + listed(over, hard::get));
    }

    private static String listed(List<String> names, Function<String, @Nullable Quantity> amounts) {
        return names.stream().map(name -> name + "=" + amounts.apply(name)).collect(Collectors.joining(","));
    }

    private Map<String, Quantity> used(
            ObjectNode quota, Resource resource, String namespace, String but, @Nullable ObjectNode before) {
        Map<String, Quantity> used = new TreeMap<>();
        for (ObjectNode each : objects.list(resource.key(), namespace)) {
            if (before == null && Json.uid(each).equals(but)) continue;
            if (!QuotaUse.holds(quota, resource, each)) continue;
            QuotaUse.of(resource, each).forEach((name, amount) -> used.merge(name, amount, Quantity::plus));
        }
        return used;
    }

    /// Where a quota limits an amount, each container must say it.
    private static void specified(ObjectNode quota, Resource resource, ObjectNode pod, Map<String, Quantity> hard) {
        Map<String, List<String>> missing = new TreeMap<>();
        for (String name : hard.keySet()) {
            String[] where = QuotaUse.where(name);
            if (where == null) continue;
            for (String list : new String[] {"containers", "initContainers"}) {
                for (JsonNode container : Json.list(pod, "spec", list)) {
                    if (Json.at(container, "resources", where[0], where[1]) != null) continue;
                    missing.computeIfAbsent(name, key -> new ArrayList<>()).add(Json.text(container, "name"));
                }
            }
        }
        if (missing.isEmpty()) return;
        String what = missing.entrySet().stream()
                .map(each -> each.getKey() + " for: "
                        + each.getValue().stream().sorted().distinct().collect(Collectors.joining(",")))
                .collect(Collectors.joining("; "));
        throw Refused.forbidden(
                resource, Json.name(pod), "failed quota: " + Json.name(quota) + ": must specify " + what);
    }
}
