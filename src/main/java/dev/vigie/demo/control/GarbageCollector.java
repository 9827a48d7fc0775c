package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Deletes what belongs to nobody any more, and finishes deletions that wait for dependents or leave them orphaned.
final class GarbageCollector implements Controller {
    static final String FOREGROUND = "foregroundDeletion";
    static final String ORPHAN = "orphan";

    /// An object and the resource it is kept under.
    private record Item(String resource, ObjectNode object) {}

    @Override
    public void run(World world) {
        Map<String, Item> byUid = new HashMap<>();
        List<Item> owned = new ArrayList<>();
        List<Item> finishing = new ArrayList<>();
        for (String resource : Kinds.all(world)) {
            if (resource.equals("events")) continue;
            for (ObjectNode object : world.list(resource)) {
                Item item = new Item(resource, object);
                byUid.put(Json.uid(object), item);
                if (!Json.list(object, "metadata", "ownerReferences").isEmpty()) owned.add(item);
                if (Owners.deleted(object) && (has(object, FOREGROUND) || has(object, ORPHAN))) finishing.add(item);
            }
        }
        Set<String> owners = new HashSet<>();
        for (Item each : owned) {
            for (JsonNode reference : Json.list(each.object, "metadata", "ownerReferences"))
                owners.add(Json.text(reference, "uid"));
        }
        for (Item each : owned) collect(world, each, byUid, owners);
        for (Item each : finishing) finish(world, each, owned);
    }

    private static boolean has(ObjectNode object, String finalizer) {
        return Json.list(object, "metadata", "finalizers").stream()
                .anyMatch(each -> each.asString().equals(finalizer));
    }

    private static void collect(World world, Item item, Map<String, Item> byUid, Set<String> owners) {
        if (Owners.deleted(item.object)) return;
        boolean waited = false;
        for (JsonNode reference : Json.list(item.object, "metadata", "ownerReferences")) {
            Item owner = byUid.get(Json.text(reference, "uid"));
            if (owner == null) continue;
            if (!Owners.deleted(owner.object) || !has(owner.object, FOREGROUND)) return;
            waited = true;
        }
        world.delete(
                item.resource,
                item.object,
                waited && owners.contains(Json.uid(item.object)) ? "Foreground" : "Background");
    }

    private static void finish(World world, Item item, List<Item> owned) {
        String uid = Json.uid(item.object);
        List<Item> dependents = owned.stream()
                .filter(each -> Json.list(each.object, "metadata", "ownerReferences").stream()
                        .anyMatch(owner -> Json.text(owner, "uid").equals(uid)))
                .toList();
        if (has(item.object, ORPHAN)) {
            for (Item each : dependents) {
                if (world.update(each.resource, each.object, Owners.without(each.object, uid)) == null) return;
            }
            release(world, item, ORPHAN);
        } else if (dependents.stream().noneMatch(each -> blocks(world, each, uid))) {
            release(world, item, FOREGROUND);
        }
    }

    private static boolean blocks(World world, Item item, String uid) {
        ObjectNode now = world.again(item.resource, item.object);
        return now != null
                && Json.list(now, "metadata", "ownerReferences").stream()
                        .anyMatch(owner -> Json.text(owner, "uid").equals(uid) && Json.is(owner, "blockOwnerDeletion"));
    }

    private static void release(World world, Item item, String finalizer) {
        world.update(item.resource, item.object, without(item.object, finalizer));
    }

    /// A copy without this finalizer.
    static ObjectNode without(ObjectNode object, String finalizer) {
        ObjectNode copy = object.deepCopy();
        ObjectNode metadata = Json.object(copy, "metadata");
        ArrayNode rest = metadata.putArray("finalizers");
        for (JsonNode each : Json.list(object, "metadata", "finalizers")) {
            if (!each.asString().equals(finalizer)) rest.add(each);
        }
        if (rest.isEmpty()) metadata.remove("finalizers");
        return copy;
    }
}
