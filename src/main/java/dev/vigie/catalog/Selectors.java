package dev.vigie.catalog;

import dev.vigie.catalog.json.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Label selectors as Kubernetes writes them: what they say, and whether they choose given labels.
final class Selectors {
    private Selectors() {}

    /// The lines of a selector: `app=web`, `tier in (a, b)`.
    static Map<String, String> pairs(JsonNode selector) {
        Map<String, String> all = new LinkedHashMap<>(Fields.pairs(selector, "matchLabels"));
        for (JsonNode each : Fields.list(selector, "matchExpressions")) all.put(expression(each), "");
        return all;
    }

    /// The same in one line, as kubectl's `-l` takes it.
    static String line(JsonNode selector) {
        StringBuilder line = new StringBuilder();
        pairs(selector).forEach((key, value) -> {
            boolean label = Fields.has(selector, "matchLabels", key);
            line.append(line.isEmpty() ? "" : ", ").append(label ? key + "=" + value : key);
        });
        return line.toString();
    }

    static boolean isEmpty(JsonNode selector) {
        return pairs(selector).isEmpty();
    }

    private static String expression(JsonNode each) {
        String key = Fields.text(each, "key");
        String values = " (" + String.join(", ", Fields.texts(each, "values")) + ")";
        return switch (Fields.text(each, "operator")) {
            case "In" -> key + " in" + values;
            case "NotIn" -> key + " notin" + values;
            case "Exists" -> key;
            case "DoesNotExist" -> "!" + key;
            default -> key + " " + Fields.text(each, "operator") + values;
        };
    }

    static boolean chooses(JsonNode selector, Map<String, String> labels) {
        boolean all = Fields.pairs(selector, "matchLabels").entrySet().stream()
                .allMatch(each -> each.getValue().equals(labels.get(each.getKey())));
        return all
                && Fields.list(selector, "matchExpressions").stream().allMatch(each -> expressionChooses(each, labels));
    }

    private static boolean expressionChooses(JsonNode each, Map<String, String> labels) {
        String value = labels.get(Fields.text(each, "key"));
        List<String> values = Fields.texts(each, "values");
        return switch (Fields.text(each, "operator")) {
            case "In" -> value != null && values.contains(value);
            case "NotIn" -> value == null || !values.contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> false;
        };
    }
}
