package dev.vigie.demo.api;

import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON to bytes and back.
final class Wire {
    private static final JsonMapper MAPPER = new JsonMapper(new JsonFactory());

    private Wire() {}

    /// One value and a line's end, as the server sends it.
    static byte[] bytes(JsonNode node) {
        byte[] value = MAPPER.writeValueAsBytes(node);
        byte[] line = java.util.Arrays.copyOf(value, value.length + 1);
        line[value.length] = '\n';
        return line;
    }

    static JsonNode tree(byte[] bytes) {
        return MAPPER.readTree(bytes);
    }

    /// Writes one value and a line's end in one piece, and hands it over.
    static void write(JsonNode node, OutputStream out) throws IOException {
        out.write(bytes(node));
        out.flush();
    }
}
