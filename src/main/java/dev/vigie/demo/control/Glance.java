package dev.vigie.demo.control;

import dev.vigie.demo.model.Objects;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What a piece of work looked at, and when it wants to look again: as long as all that is the same, doing the work
/// again would change nothing.
final class Glance {
    private final Map<Listed, Long> lists = new HashMap<>();
    private final Map<Got, Found> gets = new HashMap<>();
    private Instant due = Instant.MAX;

    private record Listed(String resource, String namespace) {}

    private record Got(String resource, String namespace, String name) {}

    /// Objects are replaced, never changed: the same one is the same state.
    private record Found(@Nullable ObjectNode object) {
        @SuppressWarnings("ReferenceEquality")
        boolean same(@Nullable ObjectNode now) {
            return object == null ? now == null : object == now;
        }
    }

    void listed(String resource, String namespace, long version) {
        lists.putIfAbsent(new Listed(resource, namespace), version);
    }

    void got(String resource, String namespace, String name, @Nullable ObjectNode found) {
        gets.putIfAbsent(new Got(resource, namespace, name), new Found(found));
    }

    void wake(Instant at) {
        due = Times.earlier(due, at);
    }

    Instant due() {
        return due;
    }

    void include(Glance other) {
        other.lists.forEach(lists::putIfAbsent);
        other.gets.forEach(gets::putIfAbsent);
        wake(other.due);
    }

    boolean same(Objects objects, Instant now) {
        if (!now.isBefore(due)) return false;
        for (Map.Entry<Listed, Long> each : lists.entrySet()) {
            Listed list = each.getKey();
            if (objects.version(list.resource, list.namespace) != each.getValue()) return false;
        }
        for (Map.Entry<Got, Found> each : gets.entrySet()) {
            Got got = each.getKey();
            if (!each.getValue().same(objects.get(got.resource, got.namespace, got.name))) return false;
        }
        return true;
    }
}
