package dev.vigie.demo.control;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Replaces old pods by new ones a few at a time: never more than the surge allows, never fewer available than wanted.
final class RollingUpdate {
    private RollingUpdate() {}

    /// The size the present set may have now, when it has this size.
    static int room(Fleet fleet, int size) {
        Strategy strategy = fleet.strategy();
        if (!strategy.rolling()) return strategy.replicas();
        int free = strategy.most() - ReplicaSets.size(fleet.all());
        return free <= 0 ? size : size + Math.min(free, strategy.replicas() - size);
    }

    /// True when a set changed its size.
    static boolean step(Fleet fleet, ObjectNode present) {
        return grown(fleet, present) || shrunk(fleet, present);
    }

    private static boolean grown(Fleet fleet, ObjectNode present) {
        int wanted = fleet.strategy().replicas();
        int size = ReplicaSets.size(present);
        if (size == wanted) return false;
        return fleet.scale(present, size > wanted ? wanted : room(fleet, size));
    }

    private static boolean shrunk(Fleet fleet, ObjectNode present) {
        if (ReplicaSets.size(fleet.old()) == 0) return false;
        int unavailable = ReplicaSets.size(present) - ReplicaSets.available(present);
        int spare = ReplicaSets.size(fleet.all()) - fleet.strategy().fewestAvailable() - unavailable;
        if (spare <= 0) return false;
        boolean cleaned = cleaned(fleet, spare);
        return lessened(fleet) || cleaned;
    }

    /// Old pods that are not available go first: they are missed by nobody.
    private static boolean cleaned(Fleet fleet, int spare) {
        int left = spare;
        boolean any = false;
        for (ObjectNode set : oldest(fleet)) {
            int size = ReplicaSets.size(set);
            int cut = Math.min(left, size - ReplicaSets.available(set));
            if (size == 0 || cut <= 0) continue;
            any |= fleet.scale(set, size - cut);
            left -= cut;
        }
        return any;
    }

    private static boolean lessened(Fleet fleet) {
        int available = ReplicaSets.status(fleet.all(), "availableReplicas");
        int left = available - fleet.strategy().fewestAvailable();
        boolean any = false;
        for (ObjectNode set : oldest(fleet)) {
            int size = ReplicaSets.size(set);
            int cut = Math.min(left, size);
            if (cut <= 0) continue;
            any |= fleet.scale(set, size - cut);
            left -= cut;
        }
        return any;
    }

    private static List<ObjectNode> oldest(Fleet fleet) {
        return fleet.old().stream().sorted(ReplicaSets.OLDEST_FIRST).toList();
    }
}
