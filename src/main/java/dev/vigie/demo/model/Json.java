package dev.vigie.demo.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reading JSON trees where any field may be missing or of another type: then the answer is empty.
public final class Json {
    private Json() {}

    /// The node at a path of fields, or null.
    public static @Nullable JsonNode at(@Nullable JsonNode node, String... path) {
        JsonNode here = node;
        for (String field : path) {
            if (here == null) return null;
            here = here.get(field);
        }
        return here == null || here.isNull() ? null : here;
    }

    public static String text(@Nullable JsonNode node, String... path) {
        JsonNode found = at(node, path);
        return found != null && found.isValueNode() ? found.asString() : "";
    }

    public static int number(int otherwise, @Nullable JsonNode node, String... path) {
        JsonNode found = at(node, path);
        return found != null && found.isNumber() ? found.asInt() : otherwise;
    }

    public static boolean is(@Nullable JsonNode node, String... path) {
        JsonNode found = at(node, path);
        return found != null && found.isBoolean() && found.asBoolean();
    }

    /// The elements of an array; empty when there is none.
    public static List<JsonNode> list(@Nullable JsonNode node, String... path) {
        JsonNode found = at(node, path);
        List<JsonNode> all = new ArrayList<>();
        if (found != null && found.isArray()) found.forEach(all::add);
        return all;
    }

    /// An object of strings, such as labels, in its order.
    public static Map<String, String> strings(@Nullable JsonNode node, String... path) {
        Map<String, String> all = new LinkedHashMap<>();
        if (at(node, path) instanceof ObjectNode found) {
            found.properties()
                    .forEach(each -> all.put(each.getKey(), each.getValue().asString()));
        }
        return all;
    }

    /// The object at a path, made where it is missing; for trees that the caller owns.
    public static ObjectNode object(ObjectNode node, String... path) {
        ObjectNode here = node;
        for (String field : path) {
            here = here.get(field) instanceof ObjectNode inner ? inner : here.putObject(field);
        }
        return here;
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static String name(JsonNode object) {
        return text(object, "metadata", "name");
    }

    public static String namespace(JsonNode object) {
        return text(object, "metadata", "namespace");
    }

    public static String uid(JsonNode object) {
        return text(object, "metadata", "uid");
    }
}
