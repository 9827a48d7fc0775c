package dev.vigie.demo.rules.decode;

import dev.vigie.demo.model.Quantity;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Single values by their type.
final class Scalars {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private Scalars() {}

    static JsonNode read(JsonNode node, String type, Decoding decoding, String struct, String path) {
        return switch (type) {
            case "string" -> {
                if (node.isString()) yield node;
                throw decoding.wrong(node, struct, path, type);
            }
            case "bytes" -> bytes(node, decoding, struct, path);
            case "bool" -> {
                if (node.isBoolean()) yield node;
                throw decoding.wrong(node, struct, path, type);
            }
            case "int32", "int64" -> {
                if (fits(node, type)) yield node;
                throw decoding.wrong(node, struct, path, type);
            }
            case "float64" -> {
                if (node.isNumber()) yield node;
                throw decoding.wrong(node, struct, path, type);
            }
            case "intstr" -> {
                if (node.isString() || fits(node, "int32")) yield node;
                throw decoding.wrong(node, struct, path, node.isString() ? "string" : "int32");
            }
            case "quantity" -> quantity(node, decoding);
            case "time" -> time(node, decoding, ChronoUnit.SECONDS);
            default -> node;
        };
    }

    private static JsonNode bytes(JsonNode node, Decoding decoding, String struct, String path) {
        if (!node.isString()) throw decoding.wrong(node, struct, path, "[]uint8");
        String text = node.asString();
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            boolean letter =
                    (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9');
            boolean end = each == '=' && i >= text.length() - 2;
            if (!letter && each != '+' && each != '/' && !end) {
                throw decoding.refused("illegal base64 data at input byte " + i);
            }
        }
        if (text.length() % 4 != 0)
            throw decoding.refused("illegal base64 data at input byte " + text.length() / 4 * 4);
        return node;
    }

    private static boolean fits(JsonNode node, String type) {
        if (!node.isNumber() || !node.isIntegralNumber()) return false;
        return type.equals("int32") ? node.canConvertToInt() : node.canConvertToLong();
    }

    private static JsonNode quantity(JsonNode node, Decoding decoding) {
        try {
            if (node.isString()) {
                String text = node.asString().trim();
                String canonical = Quantity.parse(text).toString();
                return canonical.equals(node.asString()) ? node : MAKE.stringNode(canonical);
            }
            String text = node.isNumber() ? number(node) : node.toString();
            return MAKE.stringNode(Quantity.parse(text).toString());
        } catch (Quantity.Malformed e) {
            throw decoding.refused(String.valueOf(e.getMessage()));
        }
    }

    /// A number as it was written, as far as the reader kept it.
    private static String number(JsonNode node) {
        BigDecimal value = node.decimalValue();
        return node.isIntegralNumber()
                ? value.toPlainString()
                : value.stripTrailingZeros().toPlainString();
    }

    private static JsonNode time(JsonNode node, Decoding decoding, ChronoUnit unit) {
        if (!node.isString())
            throw decoding.refused("json: cannot unmarshal " + node + " into Go value of type string");
        String text = node.asString();
        if (text.length() == 20 && text.endsWith("Z")) return node;
        try {
            Instant at = OffsetDateTime.parse(text).toInstant();
            return MAKE.stringNode(at.truncatedTo(unit).toString());
        } catch (DateTimeException e) {
            throw decoding.refused("parsing time \"" + text + "\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \""
                    + text + "\" as \"2006\"");
        }
    }
}
