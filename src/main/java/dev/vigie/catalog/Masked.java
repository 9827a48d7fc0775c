package dev.vigie.catalog;

import dev.vigie.kind.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Objects without what is nobody's to read over a shoulder: the values of Secrets, wherever an object holds them.
public final class Masked {
    private static final String APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private Masked() {}

    /// The same object for every kind but Secrets.
    public static JsonNode of(Kind kind, JsonNode object) {
        if (!kind.resource().equals("secrets") || !object.isObject()) return object;
        JsonNode copy = object.deepCopy();
        for (String field : List.of("data", "stringData")) {
            if (copy.path(field) instanceof ObjectNode values) {
                List.copyOf(values.propertyNames()).forEach(name -> values.put(name, hidden(values.path(name), field)));
            }
        }
        if (copy.path("metadata").path("annotations") instanceof ObjectNode notes && notes.has(APPLIED)) {
            notes.put(APPLIED, "••••••");
        }
        return copy;
    }

    private static String hidden(JsonNode value, String field) {
        return "•••••• (" + bytes(value, field.equals("data")) + " B)";
    }

    /// How many bytes a value holds, by its base64 when it is written so.
    static long bytes(JsonNode value, boolean base64) {
        String text = value.asString("");
        if (!base64) return text.getBytes(StandardCharsets.UTF_8).length;
        long padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
        return Math.max(0, text.length() / 4 * 3L - padding);
    }
}
