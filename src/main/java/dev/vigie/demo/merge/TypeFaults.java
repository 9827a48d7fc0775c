package dev.vigie.demo.merge;

import dev.vigie.demo.schema.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What of an applied object does not fit the schema of its kind, in the words of the API server: an apply is not
/// lenient with fields that nobody knows.
final class TypeFaults {
    private final List<String> found = new ArrayList<>();

    private TypeFaults() {}

    /// One sentence, empty where all fits.
    static String of(ObjectNode object, Shape shape) {
        TypeFaults faults = new TypeFaults();
        faults.fields(object, shape, "");
        if (faults.found.size() < 2) return String.join("", faults.found);
        return faults.found.stream().collect(Collectors.joining("\n  ", "errors:\n  ", ""));
    }

    private void add(String path, String why) {
        found.add(path.isEmpty() ? why : path + ": " + why);
    }

    private void fields(ObjectNode object, Shape shape, String path) {
        boolean head = path.isEmpty();
        object.properties().forEach(each -> {
            String name = each.getKey();
            boolean known = shape.declares(name)
                    || (head && Set.of("apiVersion", "kind", "metadata").contains(name));
            if (known) value(each.getValue(), shape.field(name), path + "." + name);
            else add(path + "." + name, "field not declared in schema");
        });
    }

    private void value(JsonNode value, Shape shape, String path) {
        if (value.isNull()) return;
        switch (shape.type()) {
            case "object" -> {
                if (value instanceof ObjectNode object) fields(object, shape, path);
                else add(path, "expected map, got " + shown(value));
            }
            case "array" -> {
                if (value instanceof ArrayNode list) items(list, shape, path);
                else add(path, "expected list, got " + shown(value));
            }
            case "string" -> {
                if (!value.isString()) {
                    add(path, "expected string, got &value.valueUnstructured{Value:" + literal(value) + "}");
                }
            }
            case "integer", "number" -> {
                if (!value.isNumber()) add(path, "expected numeric (int or float), got " + type(value));
            }
            case "boolean" -> {
                if (!value.isBoolean()) add(path, "expected boolean, got " + shown(value));
            }
            default -> {}
        }
    }

    private void items(ArrayNode list, Shape shape, String path) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode each = list.get(i);
            String word = "[" + i + "]";
            if (shape.set()) word = Fields.shown("v:" + each);
            if (!shape.keys().isEmpty()) {
                String fault = keyFault(each, shape);
                if (!fault.isEmpty()) {
                    add(path, "element " + i + ": associative list with keys " + fault);
                    return;
                }
                word = Fields.shown(Fields.key(each, shape));
            }
            if (!seen.add(word)) add(path, "duplicate entries for key " + word);
            value(each, shape.item(), path + word);
        }
    }

    private static String keyFault(JsonNode item, Shape shape) {
        if (item.isNull()) return "may not have a null element";
        if (!item.isObject()) return "may not have non-map elements";
        if (!Fields.key(item, shape).equals("k:{}")) return "";
        String keys = shape.keys().stream().map(key -> '"' + key + '"').collect(Collectors.joining(" ", "[", "]"));
        return "has an element that omits all key fields " + keys
                + " (and doesn't have default values for any key fields)";
    }

    private static String type(JsonNode value) {
        if (value.isObject()) return "map[string]interface {}";
        if (value.isArray()) return "[]interface {}";
        if (value.isBoolean()) return "bool";
        if (value.isString()) return "string";
        return value.isIntegralNumber() ? "int64" : "float64";
    }

    private static String shown(JsonNode value) {
        return "&{" + Go.text(value) + "}";
    }

    /// As Go writes a value in a program.
    private static String literal(JsonNode value) {
        if (value instanceof ObjectNode object) {
            Map<String, String> sorted = new TreeMap<>();
            object.properties().forEach(each -> sorted.put(each.getKey(), literal(each.getValue())));
            return sorted.entrySet().stream()
                    .map(each -> '"' + each.getKey() + "\":" + each.getValue())
                    .collect(Collectors.joining(", ", "map[string]interface {}{", "}"));
        }
        if (!value.isArray()) return value.toString();
        return value.valueStream().map(TypeFaults::literal).collect(Collectors.joining(", ", "[]interface {}{", "}"));
    }
}
