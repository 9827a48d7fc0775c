package dev.vigie.catalog.json;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Fields of an object by their path; what is not there, or not as it should be, is nothing.
public final class Fields {
    private Fields() {}

    public static JsonNode at(JsonNode node, String... path) {
        JsonNode found = node;
        for (String name : path) found = found.path(name);
        return found;
    }

    /// Whether there is anything: not missing, not null.
    public static boolean has(JsonNode node, String... path) {
        JsonNode found = at(node, path);
        return !found.isMissingNode() && !found.isNull();
    }

    /// Text, number or truth as text; empty when it is none.
    public static String text(JsonNode node, String... path) {
        JsonNode found = at(node, path);
        return found.isValueNode() && !found.isNull() ? found.asString("") : "";
    }

    public static int number(int otherwise, JsonNode node, String... path) {
        JsonNode found = at(node, path);
        return found.isNumber() ? found.asInt(otherwise) : otherwise;
    }

    public static boolean is(JsonNode node, String... path) {
        JsonNode found = at(node, path);
        return found.isBoolean() && found.asBoolean();
    }

    /// The objects of a list.
    public static List<JsonNode> list(JsonNode node, String... path) {
        List<JsonNode> all = new ArrayList<>();
        JsonNode found = at(node, path);
        if (found.isArray()) found.forEach(each -> addObject(all, each));
        return all;
    }

    private static void addObject(List<JsonNode> all, JsonNode each) {
        if (each.isObject()) all.add(each);
    }

    /// The texts of a list.
    public static List<String> texts(JsonNode node, String... path) {
        List<String> all = new ArrayList<>();
        JsonNode found = at(node, path);
        if (found.isArray()) found.forEach(each -> all.add(text(each)));
        return all;
    }

    /// Keys and their texts, in their order.
    public static Map<String, String> pairs(JsonNode node, String... path) {
        Map<String, String> pairs = new LinkedHashMap<>();
        JsonNode found = at(node, path);
        if (found.isObject()) found.properties().forEach(each -> pairs.put(each.getKey(), text(each.getValue())));
        return pairs;
    }

    /// A time of the server's; null when there is none, or none that can be read.
    public static @Nullable Instant moment(JsonNode node, String... path) {
        try {
            JsonNode found = at(node, path);
            return found.isString() ? OffsetDateTime.parse(found.asString()).toInstant() : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
