package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Scales a Deployment while it rolls: every set keeps its share.
final class Proportions {
    private Proportions() {}

    static void scale(Fleet fleet, @Nullable ObjectNode present) {
        int wanted = fleet.strategy().replicas();
        ObjectNode only = onlyOne(fleet, present);
        if (only != null) {
            if (ReplicaSets.size(only) != wanted) fleet.scale(only, wanted);
        } else if (present != null && saturated(present, wanted)) {
            for (ObjectNode old : ReplicaSets.active(fleet.old())) fleet.scale(old, 0);
        } else if (fleet.strategy().rolling()) {
            share(fleet);
        }
    }

    private static @Nullable ObjectNode onlyOne(Fleet fleet, @Nullable ObjectNode present) {
        List<ObjectNode> active = ReplicaSets.active(fleet.all());
        if (active.size() > 1) return null;
        if (active.size() == 1) return active.getFirst();
        if (present != null) return present;
        return fleet.all().stream().max(ReplicaSets.OLDEST_FIRST).orElse(null);
    }

    private static boolean saturated(ObjectNode present, int wanted) {
        return ReplicaSets.size(present) == wanted
                && ReplicaSets.annotation(present, ReplicaSets.DESIRED, -1) == wanted
                && ReplicaSets.available(present) == wanted;
    }

    private static void share(Fleet fleet) {
        Strategy strategy = fleet.strategy();
        List<ObjectNode> sets = new ArrayList<>(ReplicaSets.active(fleet.all()));
        int most = strategy.replicas() > 0 ? strategy.most() : 0;
        int add = most - ReplicaSets.size(sets);
        Comparator<ObjectNode> age = add < 0 ? ReplicaSets.OLDEST_FIRST : ReplicaSets.OLDEST_FIRST.reversed();
        sets.sort(Comparator.comparingInt((ObjectNode set) -> -ReplicaSets.size(set))
                .thenComparing(age));
        Map<String, Integer> sizes = new HashMap<>();
        int added = 0;
        for (ObjectNode set : sets) {
            int part = part(fleet, set, add, added);
            sizes.put(Json.name(set), ReplicaSets.size(set) + part);
            added += part;
        }
        int left = add - added;
        if (add != 0 && !sets.isEmpty())
            sizes.merge(Json.name(sets.getFirst()), left, (size, more) -> Math.max(0, size + more));
        for (ObjectNode set : sets) fleet.scale(set, sizes.getOrDefault(Json.name(set), ReplicaSets.size(set)));
    }

    private static int part(Fleet fleet, ObjectNode set, int add, int added) {
        int size = ReplicaSets.size(set);
        if (size == 0 || add == 0 || add == added) return 0;
        int fair = fair(fleet, set);
        return add > 0 ? Math.min(fair, add - added) : Math.max(fair, add - added);
    }

    private static int fair(Fleet fleet, ObjectNode set) {
        Strategy strategy = fleet.strategy();
        int size = ReplicaSets.size(set);
        if (strategy.replicas() == 0) return -size;
        long before = ReplicaSets.annotation(set, ReplicaSets.MOST, 0);
        if (before == 0) before = Json.number(0, fleet.deployment(), "status", "replicas");
        if (before == 0) return 0;
        return (int) Math.round((double) size * strategy.most() / before) - size;
    }
}
