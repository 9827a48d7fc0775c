package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Whether one pod fits on a node, and how well.
final class Fit {
    private final ObjectNode pod;
    private final List<ObjectNode> placed;
    private final Affinity affinity;

    Fit(World world, ObjectNode pod) {
        this.pod = pod;
        placed = world.list(Pods.KEY).stream()
                .filter(each -> !Pods.node(each).isEmpty() && !Pods.ended(each))
                .toList();
        affinity = new Affinity(world, pod, placed);
    }

    /// What speaks against a node, in the scheduler's words: the first filter's reasons; empty when it fits.
    List<String> against(ObjectNode node) {
        if (Json.is(node, "spec", "unschedulable") && !Taints.toleratesUnschedulable(pod))
            return List.of("node(s) were unschedulable");
        String wanted = Pods.node(pod);
        if (!wanted.isEmpty() && !wanted.equals(Json.name(node)))
            return List.of("node(s) didn't match the requested node name");
        if (Taints.repels(node, pod)) return List.of("node(s) had untolerated taint(s)");
        if (!affinity.selects(node)) return List.of("node(s) didn't match Pod's node affinity/selector");
        List<String> lacking = lacking(node);
        if (!lacking.isEmpty()) return lacking;
        return affinity.against(node);
    }

    private List<String> lacking(ObjectNode node) {
        List<String> all = new ArrayList<>();
        JsonNode offered = Json.at(node, "status", "allocatable");
        long most = Quantity.of(Json.at(offered, "pods")).whole();
        if (most > 0 && on(node).size() + 1 > most) all.add("Too many pods");
        Map<String, Quantity> used = used(node);
        Resources.requests(pod).forEach((name, amount) -> {
            Quantity sum = used.getOrDefault(name, Quantity.ZERO).plus(amount);
            if (!amount.zero() && sum.above(Quantity.of(Json.at(offered, name)))) all.add("Insufficient " + name);
        });
        return all;
    }

    private List<ObjectNode> on(ObjectNode node) {
        return placed.stream()
                .filter(each -> Pods.node(each).equals(Json.name(node)))
                .toList();
    }

    private Map<String, Quantity> used(ObjectNode node) {
        Map<String, Quantity> used = new TreeMap<>();
        for (ObjectNode each : on(node)) Resources.merge(used, Resources.requests(each), Quantity::plus);
        return used;
    }

    /// Spreads the pods of one controller, then fills the emptiest node.
    Comparator<ObjectNode> preference() {
        return Comparator.comparingInt((ObjectNode node) -> -affinity.preferred(node))
                .thenComparingLong(this::siblings)
                .thenComparingDouble(this::load)
                .thenComparingInt(node -> on(node).size())
                .thenComparing(Json::name);
    }

    private long siblings(ObjectNode node) {
        JsonNode mine = Owners.controller(pod);
        if (mine == null) return 0;
        return on(node).stream()
                .filter(each -> mine.equals(Owners.controller(each)))
                .count();
    }

    private double load(ObjectNode node) {
        Map<String, Quantity> used = used(node);
        double sum = 0;
        for (String name : List.of("cpu", "memory")) {
            double offered = Quantity.of(Json.at(node, "status", "allocatable", name))
                    .amount()
                    .doubleValue();
            if (offered > 0)
                sum += used.getOrDefault(name, Quantity.ZERO).amount().doubleValue() / offered;
        }
        return sum;
    }
}
