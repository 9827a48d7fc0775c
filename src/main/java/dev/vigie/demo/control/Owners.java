package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Owner references: who controls an object, and what an object controls.
final class Owners {
    private Owners() {}

    static @Nullable JsonNode controller(ObjectNode object) {
        for (JsonNode owner : Json.list(object, "metadata", "ownerReferences")) {
            if (Json.is(owner, "controller")) return owner;
        }
        return null;
    }

    static boolean controls(ObjectNode owner, ObjectNode object) {
        JsonNode controller = controller(object);
        return controller != null && Json.text(controller, "uid").equals(Json.uid(owner));
    }

    static ObjectNode reference(ObjectNode owner) {
        ObjectNode reference = Json.object();
        reference.put("apiVersion", Json.text(owner, "apiVersion")).put("kind", Json.text(owner, "kind"));
        reference.put("name", Json.name(owner)).put("uid", Json.uid(owner));
        return reference.put("controller", true).put("blockOwnerDeletion", true);
    }

    static void own(ObjectNode owner, ObjectNode object) {
        ObjectNode metadata = Json.object(object, "metadata");
        ArrayNode owners = metadata.get("ownerReferences") instanceof ArrayNode there
                ? there
                : metadata.putArray("ownerReferences");
        owners.add(reference(owner));
    }

    /// What an owner controls. Objects without a controller that its selector matches are adopted; those that it no
    /// longer matches are let go.
    static List<ObjectNode> claimed(World world, String resource, ObjectNode owner) {
        JsonNode selector = Json.at(owner, "spec", "selector");
        boolean ends = deleted(owner);
        List<ObjectNode> mine = new ArrayList<>();
        for (ObjectNode each : world.list(resource, Json.namespace(owner))) {
            boolean matches = Selectors.matches(selector, each);
            if (controls(owner, each)) {
                if (matches || ends || deleted(each)) mine.add(each);
                else release(world, resource, owner, each);
            } else if (matches && !ends && controller(each) == null && !deleted(each)) {
                ObjectNode adopted = adopt(world, resource, owner, each);
                if (adopted != null) mine.add(adopted);
            }
        }
        return mine;
    }

    private static @Nullable ObjectNode adopt(World world, String resource, ObjectNode owner, ObjectNode orphan) {
        ObjectNode copy = orphan.deepCopy();
        own(owner, copy);
        return world.update(resource, orphan, copy);
    }

    private static void release(World world, String resource, ObjectNode owner, ObjectNode object) {
        world.update(resource, object, without(object, Json.uid(owner)));
    }

    /// A copy without the reference to this owner.
    static ObjectNode without(ObjectNode object, String uid) {
        ObjectNode copy = object.deepCopy();
        ObjectNode metadata = Json.object(copy, "metadata");
        ArrayNode rest = metadata.putArray("ownerReferences");
        for (JsonNode owner : Json.list(object, "metadata", "ownerReferences")) {
            if (!Json.text(owner, "uid").equals(uid)) rest.add(owner);
        }
        if (rest.isEmpty()) metadata.remove("ownerReferences");
        return copy;
    }

    static boolean deleted(ObjectNode object) {
        return Json.at(object, "metadata", "deletionTimestamp") != null;
    }
}
