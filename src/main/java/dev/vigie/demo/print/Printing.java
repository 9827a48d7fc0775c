package dev.vigie.demo.print;

import dev.vigie.base.Age;
import dev.vigie.demo.model.Json;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What many kinds print alike.
final class Printing {
    static final String NONE = "<none>";
    static final String UNSET = "<unset>";

    private Printing() {}

    static void nameAndCreated(ObjectNode object, ArrayNode cells, Instant now) {
        cells.add(Json.name(object)).add(Json.text(object, "metadata", "creationTimestamp"));
    }

    static String age(ObjectNode object, Instant now) {
        return since(Json.text(object, "metadata", "creationTimestamp"), now);
    }

    /// How long ago a time of the API was.
    static String since(String time, Instant now) {
        Instant then = time(time);
        return then == null ? Age.UNKNOWN : Age.since(then.getEpochSecond(), now);
    }

    static @Nullable Instant time(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    static String joined(List<JsonNode> nodes, Function<JsonNode, String> words) {
        return nodes.stream().map(words).collect(Collectors.joining(","));
    }

    /// Names and images of the containers of a template, as two cells.
    static void containers(ArrayNode cells, JsonNode object, String... path) {
        List<JsonNode> containers = Json.list(object, path);
        cells.add(joined(containers, each -> Json.text(each, "name")));
        cells.add(joined(containers, each -> Json.text(each, "image")));
    }

    /// A map as a selector, in order of keys.
    static String labels(Map<String, String> labels) {
        return labels.isEmpty() ? NONE : terms(labels);
    }

    private static String terms(Map<String, String> labels) {
        return new TreeMap<>(labels)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(","));
    }

    /// A label selector of the API (`matchLabels`, `matchExpressions`) in one line.
    static String selector(@Nullable JsonNode selector) {
        if (selector == null) return NONE;
        Map<String, String> labels = Json.strings(selector, "matchLabels");
        StringBuilder text = new StringBuilder(terms(labels));
        for (JsonNode each : Json.list(selector, "matchExpressions")) {
            if (!text.isEmpty()) text.append(',');
            text.append(expression(each));
        }
        return text.isEmpty() ? NONE : text.toString();
    }

    private static String expression(JsonNode each) {
        String key = Json.text(each, "key");
        String values = Json.list(each, "values").stream()
                .map(JsonNode::asString)
                .sorted()
                .collect(Collectors.joining(","));
        return switch (Json.text(each, "operator")) {
            case "In" -> key + " in (" + values + ")";
            case "NotIn" -> key + " notin (" + values + ")";
            case "Exists" -> key;
            default -> "!" + key;
        };
    }

    static int number(JsonNode object, String... path) {
        return Json.number(0, object, path);
    }
}
