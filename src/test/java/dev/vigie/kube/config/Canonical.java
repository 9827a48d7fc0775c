package dev.vigie.kube.config;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// JSON as text that is equal exactly when the values are: fields by name, numbers by value. In the lists where kubectl
/// prints `null` for none, `null` and `[]` are the same.
final class Canonical {
    private static final Set<String> LISTS = Set.of("args", "env", "clusters", "users", "contexts");

    private Canonical() {}

    static String of(JsonNode node) {
        if (node.isObject()) {
            Map<String, String> fields = new TreeMap<>();
            for (var field : node.properties()) fields.put(field.getKey(), field(field.getKey(), field.getValue()));
            StringBuilder out = new StringBuilder("{");
            fields.forEach((name, value) -> out.append('\n')
                    .append(KubectlReferee.JSON.writeValueAsString(name))
                    .append(':')
                    .append(value));
            return out.append("}").toString();
        }
        if (node.isArray()) {
            StringBuilder out = new StringBuilder("[");
            for (JsonNode each : node) out.append(of(each)).append(",");
            return out.append("]").toString();
        }
        if (node.isNumber()) {
            var value = node.decimalValue();
            return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        }
        return KubectlReferee.JSON.writeValueAsString(node);
    }

    private static String field(String name, JsonNode value) {
        if (value.isNull() && LISTS.contains(name)) return "[]";
        if (value.isNull() && name.equals("config")) return "{}";
        if (name.equals("as-user-extra")) {
            Map<String, String> lists = new TreeMap<>();
            for (var each : value.properties())
                lists.put(each.getKey(), each.getValue().isNull() ? "[]" : of(each.getValue()));
            return lists.toString();
        }
        return of(value);
    }
}
