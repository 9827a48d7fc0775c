package dev.vigie.catalog;

import dev.vigie.base.Amount;
import dev.vigie.catalog.json.Fields;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What the pods on nodes have reserved, as the scheduler reckons it: cores, bytes, and how many pods there are. Pods
/// that
/// have ended hold nothing any more, those without a node nothing yet.
public record Requests(BigDecimal cpu, BigDecimal memory, int pods) {

    public static Requests of(List<JsonNode> pods) {
        BigDecimal cpu = BigDecimal.ZERO;
        BigDecimal memory = BigDecimal.ZERO;
        int count = 0;
        for (JsonNode pod : pods) {
            String phase = Fields.text(pod, "status", "phase");
            boolean ended = phase.equals("Succeeded") || phase.equals("Failed");
            if (ended || Fields.text(pod, "spec", "nodeName").isEmpty()) continue;
            cpu = cpu.add(of(pod, "cpu"));
            memory = memory.add(of(pod, "memory"));
            count++;
        }
        return new Requests(cpu, memory, count);
    }

    /// Of one pod: its containers together, or what one of those that start before them needs if that is more. Those
    /// that
    /// start before and stay (sidecars) count with both. A request for the whole pod takes the place of the sum.
    static BigDecimal of(JsonNode pod, String resource) {
        BigDecimal together = BigDecimal.ZERO;
        for (JsonNode container : Fields.list(pod, "spec", "containers"))
            together = together.add(one(container, resource));
        BigDecimal staying = BigDecimal.ZERO;
        BigDecimal starting = BigDecimal.ZERO;
        for (JsonNode init : Fields.list(pod, "spec", "initContainers")) {
            BigDecimal wants = one(init, resource);
            boolean stays = Fields.text(init, "restartPolicy").equals("Always");
            if (stays) staying = staying.add(wants);
            starting = starting.max(stays ? staying : staying.add(wants));
        }
        BigDecimal sum = together.add(staying).max(starting);
        BigDecimal whole = amount(pod.path("spec"), resource);
        BigDecimal overhead = Amount.parse(Fields.text(pod, "spec", "overhead", resource));
        BigDecimal all = whole == null ? sum : whole;
        return overhead == null ? all : all.add(overhead);
    }

    private static BigDecimal one(JsonNode container, String resource) {
        BigDecimal amount = amount(container, resource);
        return amount == null ? BigDecimal.ZERO : amount;
    }

    private static @org.jspecify.annotations.Nullable BigDecimal amount(JsonNode of, String resource) {
        return Amount.parse(Fields.text(of, "resources", "requests", resource));
    }
}
