package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Label selectors and their expressions.
final class Selectors {
    private Selectors() {}

    /// A LabelSelector against an object's labels; none matches nothing, an empty one everything.
    static boolean matches(@Nullable JsonNode selector, JsonNode object) {
        return matchesLabels(selector, Json.strings(object, "metadata", "labels"));
    }

    static boolean matchesLabels(@Nullable JsonNode selector, Map<String, String> labels) {
        if (selector == null) return false;
        return equal(Json.strings(selector, "matchLabels"), labels)
                && Json.list(selector, "matchExpressions").stream().allMatch(each -> expression(each, labels));
    }

    /// A plain map of labels, as in a Service.
    static boolean equal(Map<String, String> wanted, Map<String, String> labels) {
        return wanted.entrySet().stream().allMatch(each -> each.getValue().equals(labels.get(each.getKey())));
    }

    static boolean expression(JsonNode expression, Map<String, String> labels) {
        String key = Json.text(expression, "key");
        @Nullable String value = labels.get(key);
        List<String> values =
                Json.list(expression, "values").stream().map(JsonNode::asString).toList();
        return switch (Json.text(expression, "operator")) {
            case "In" -> value != null && values.contains(value);
            case "NotIn" -> value == null || !values.contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            case "Gt" -> compare(value, values) > 0;
            case "Lt" -> compare(value, values) < 0;
            default -> false;
        };
    }

    private static int compare(@Nullable String value, List<String> values) {
        ToLongFunction<String> number = Long::parseLong;
        try {
            return value == null || values.isEmpty()
                    ? 0
                    : Long.compare(number.applyAsLong(value), number.applyAsLong(values.getFirst()));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
