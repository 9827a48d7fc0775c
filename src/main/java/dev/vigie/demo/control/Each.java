package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// Does the same work for each object of a resource, and not again while nothing has changed that it looked at.
final class Each {
    private final String resource;
    private final Map<String, Done> done = new HashMap<>();

    private record Done(ObjectNode object, Glance glance) {}

    Each(String resource) {
        this.resource = resource;
    }

    void run(World world, Consumer<ObjectNode> work) {
        Set<String> there = new HashSet<>();
        for (ObjectNode object : world.list(resource)) {
            String uid = Json.uid(object);
            there.add(uid);
            Done before = done.get(uid);
            if (before != null && sameObject(before, object) && world.same(before.glance)) {
                world.spared(before.glance);
            } else {
                done.remove(uid);
                done.put(uid, new Done(object, world.observed(() -> work.accept(object))));
            }
        }
        done.keySet().retainAll(there);
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean sameObject(Done before, ObjectNode object) {
        return before.object == object;
    }

    /// The UIDs of the objects that were there at the last run.
    Set<String> known() {
        return done.keySet();
    }
}
