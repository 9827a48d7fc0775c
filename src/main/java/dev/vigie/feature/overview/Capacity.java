package dev.vigie.feature.overview;

import dev.vigie.base.Amount;
import dev.vigie.catalog.Requests;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What the nodes have for pods, what of it is used and what is reserved: cores, bytes, pods. `cpuUsed` and
/// `memoryUsed`
/// are null where nobody measures, `requests` where the pods are not known.
record Capacity(
        int nodes,
        BigDecimal cpu,
        BigDecimal memory,
        BigDecimal pods,
        @Nullable BigDecimal cpuUsed,
        @Nullable BigDecimal memoryUsed,
        @Nullable Requests requests) {

    /// `usage` is the answer of the metrics API, null for none. Nodes that it does not know make the sum unknown.
    static Capacity of(List<JsonNode> nodes, @Nullable JsonNode usage, @Nullable Requests requests) {
        return new Capacity(
                nodes.size(),
                allocatable(nodes, "cpu"),
                allocatable(nodes, "memory"),
                allocatable(nodes, "pods"),
                used(nodes, usage, "cpu"),
                used(nodes, usage, "memory"),
                requests);
    }

    private static BigDecimal allocatable(List<JsonNode> nodes, String what) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode node : nodes) {
            BigDecimal amount = Amount.parse(
                    node.path("status").path("allocatable").path(what).asString(""));
            if (amount != null) sum = sum.add(amount);
        }
        return sum;
    }

    private static @Nullable BigDecimal used(List<JsonNode> nodes, @Nullable JsonNode usage, String what) {
        if (usage == null || nodes.isEmpty()) return null;
        BigDecimal sum = BigDecimal.ZERO;
        int measured = 0;
        for (JsonNode item : usage.path("items")) {
            BigDecimal amount = Amount.parse(item.path("usage").path(what).asString(""));
            if (amount == null) continue;
            sum = sum.add(amount);
            measured++;
        }
        return measured < nodes.size() ? null : sum;
    }
}
