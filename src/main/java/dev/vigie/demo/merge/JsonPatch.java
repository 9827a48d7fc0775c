package dev.vigie.demo.merge;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Stand-in.
public final class JsonPatch {
    private JsonPatch() {}

    public static ObjectNode patched(ObjectNode object, ArrayNode patch) {
        return object;
    }
}
