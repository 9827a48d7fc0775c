package dev.vigie.demo.rules.fill;

import dev.vigie.demo.model.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Puts values where there are none.
final class Gap {
    private Gap() {}

    static void text(ObjectNode object, String field, String value) {
        if (Json.text(object, field).isEmpty()) object.put(field, value);
    }

    static void number(ObjectNode object, String field, int value) {
        if (Json.at(object, field) == null) object.put(field, value);
    }

    /// Where zero means nothing was said.
    static void positive(ObjectNode object, String field, int value) {
        if (Json.number(0, object, field) == 0) object.put(field, value);
    }

    static void flag(ObjectNode object, String field, boolean value) {
        if (Json.at(object, field) == null) object.put(field, value);
    }

    /// The object in a field, or null.
    static @Nullable ObjectNode inner(@Nullable JsonNode object, String... path) {
        return Json.at(object, path) instanceof ObjectNode found ? found : null;
    }

    /// The objects in a list.
    static List<ObjectNode> each(@Nullable JsonNode object, String... path) {
        List<ObjectNode> all = new ArrayList<>();
        for (JsonNode each : Json.list(object, path)) if (each instanceof ObjectNode found) all.add(found);
        return all;
    }
}
