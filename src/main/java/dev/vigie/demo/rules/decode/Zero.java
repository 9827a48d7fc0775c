package dev.vigie.demo.rules.decode;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What stands where nothing was said.
final class Zero {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private Zero() {}

    /// The value of a field that is missing and of no struct type, or null when it is not written.
    static @Nullable JsonNode of(Types.Field field) {
        String type = field.type();
        boolean always = field.keep() == Types.Keep.ALWAYS;
        return switch (type) {
            case "time", "microtime" -> MAKE.nullNode();
            case "quantity" -> MAKE.stringNode("0");
            case "intstr" -> MAKE.numberNode(0);
            case "string" -> always ? MAKE.stringNode("") : null;
            case "bool" -> always ? MAKE.booleanNode(false) : null;
            case "int32", "int64", "float64", "uint8" -> always ? MAKE.numberNode(0) : null;
            default -> always ? MAKE.nullNode() : null;
        };
    }

    /// Whether a value is left out where its type is left out when empty.
    static boolean empty(JsonNode value, String type) {
        char first = type.charAt(0);
        if (first == '[' || first == '{') return value.isEmpty();
        return switch (type) {
            case "string", "bytes" -> value.asString().isEmpty();
            case "bool" -> !value.asBoolean();
            case "int32", "int64", "float64" -> value.asDouble() == 0;
            default -> false;
        };
    }
}
