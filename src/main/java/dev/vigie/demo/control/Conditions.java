package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The conditions of a status.
final class Conditions {
    private Conditions() {}

    static @Nullable ObjectNode find(JsonNode status, String type) {
        for (JsonNode each : Json.list(status, "conditions")) {
            if (each instanceof ObjectNode condition
                    && Json.text(condition, "type").equals(type)) return condition;
        }
        return null;
    }

    /// The condition of an object, or null.
    static @Nullable ObjectNode in(@Nullable JsonNode object, String type) {
        JsonNode status = Json.at(object, "status");
        return status == null ? null : find(status, type);
    }

    static boolean is(@Nullable JsonNode object, String type, String value) {
        JsonNode found = in(object, type);
        return found != null && Json.text(found, "status").equals(value);
    }

    /// Puts a condition in the place of the one of its type; the time of its transition stays when its status does.
    static void put(ObjectNode status, ObjectNode condition) {
        ObjectNode before = find(status, Json.text(condition, "type"));
        if (before != null && Json.text(before, "status").equals(Json.text(condition, "status"))) {
            condition.put("lastTransitionTime", Json.text(before, "lastTransitionTime"));
        }
        if (before == null) {
            array(status).add(condition);
        } else {
            before.removeAll();
            before.setAll(condition);
        }
    }

    static void remove(ObjectNode status, String type) {
        ArrayNode rest = Json.object().putArray("conditions");
        for (JsonNode each : Json.list(status, "conditions")) {
            if (!Json.text(each, "type").equals(type)) rest.add(each);
        }
        if (rest.isEmpty()) status.remove("conditions");
        else status.set("conditions", rest);
    }

    static ObjectNode of(String type, String value, String reason, String message, String at) {
        ObjectNode condition = Json.object().put("type", type).put("status", value);
        condition.put("lastTransitionTime", at);
        if (!reason.isEmpty()) condition.put("reason", reason);
        if (!message.isEmpty()) condition.put("message", message);
        return condition;
    }

    private static ArrayNode array(ObjectNode status) {
        return status.get("conditions") instanceof ArrayNode there ? there : status.putArray("conditions");
    }
}
