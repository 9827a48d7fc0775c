package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// The order in which a ReplicaSet that shrinks gives up its pods: those first that serve least.
final class LeastMissed implements Comparator<ObjectNode> {
    private static final String COST = "controller.kubernetes.io/pod-deletion-cost";

    private final Map<String, Integer> onNode = new HashMap<>();
    private final Comparator<ObjectNode> order;

    LeastMissed(World world, String owner) {
        for (ObjectNode pod : world.list(Pods.KEY)) {
            boolean ours = Owners.controller(pod) != null
                    && Json.text(Owners.controller(pod), "uid").equals(owner);
            if (ours && Pods.active(pod)) onNode.merge(Pods.node(pod), 1, Integer::sum);
        }
        order = Comparator.comparing((ObjectNode pod) -> !Pods.node(pod).isEmpty())
                .thenComparing(pod -> Pods.phase(pod).equals("Running"))
                .thenComparing(Pods::ready)
                .thenComparingLong(pod -> ReplicaSets.annotation(pod, COST, 0))
                .thenComparingInt(pod -> -onNode.getOrDefault(Pods.node(pod), 0))
                .thenComparing(LeastMissed::readySince, Comparator.reverseOrder())
                .thenComparingInt(pod -> -Pods.restarts(pod))
                .thenComparing(Times::created, Comparator.reverseOrder())
                .thenComparing(Json::name);
    }

    private static Instant readySince(ObjectNode pod) {
        Instant since = Pods.ready(pod) ? Times.read(Conditions.in(pod, "Ready"), "lastTransitionTime") : null;
        return since == null ? Instant.EPOCH : since;
    }

    @Override
    public int compare(ObjectNode one, ObjectNode other) {
        return order.compare(one, other);
    }
}
