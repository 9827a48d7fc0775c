package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Ends all old pods before it starts new ones.
final class Recreate {
    private Recreate() {}

    /// True when the new set may be made and grow.
    static boolean cleared(Fleet fleet, @Nullable ObjectNode present) {
        boolean scaled = false;
        for (ObjectNode set : fleet.old()) {
            if (ReplicaSets.size(set) > 0) scaled |= fleet.scale(set, 0);
        }
        return !scaled && !oldPodsRun(fleet, present);
    }

    private static boolean oldPodsRun(Fleet fleet, @Nullable ObjectNode present) {
        if (ReplicaSets.status(fleet.old(), "replicas") > 0) return true;
        String namespace = Json.namespace(fleet.deployment());
        return fleet.world().list(Pods.KEY, namespace).stream()
                .filter(pod -> present == null || !Owners.controls(present, pod))
                .filter(pod -> fleet.old().stream().anyMatch(set -> Owners.controls(set, pod)))
                .anyMatch(pod -> !Pods.ended(pod));
    }
}
