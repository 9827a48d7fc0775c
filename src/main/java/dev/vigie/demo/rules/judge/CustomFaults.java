package dev.vigie.demo.rules.judge;

import dev.vigie.demo.model.Cause;
import dev.vigie.demo.model.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Objects of custom kinds, by the schema of their definition: defaults, unknown fields, faults.
public final class CustomFaults {
    private static final String WRONG = "FieldValueTypeInvalid";
    private static final String INVALID = "FieldValueInvalid";

    private final List<Cause> all = new ArrayList<>();

    private CustomFaults() {}

    /// Drops what the schema does not know and adds its defaults, in place. `top` fields of every object stay.
    public static void fill(JsonNode schema, ObjectNode object, boolean top) {
        JsonNode fields = schema.path("properties");
        boolean keeps = Json.is(schema, "x-kubernetes-preserve-unknown-fields")
                || Json.is(schema, "x-kubernetes-embedded-resource");
        JsonNode others = Json.at(schema, "additionalProperties");
        for (String name : List.copyOf(object.propertyNames())) {
            boolean own = top && List.of("apiVersion", "kind", "metadata").contains(name);
            if (!own && !keeps && others == null && fields.get(name) == null) object.remove(name);
        }
        fields.properties().forEach(each -> {
            JsonNode value = object.get(each.getKey());
            JsonNode usual = each.getValue().get("default");
            boolean none = value == null || (value.isNull() && !Json.is(each.getValue(), "nullable"));
            if (none && usual != null) object.set(each.getKey(), usual.deepCopy());
            else if (none) object.remove(each.getKey());
            inner(each.getValue(), object.get(each.getKey()));
        });
        if (others != null && others.isObject()) object.forEach(each -> inner(others, each));
    }

    /// The paths of fields that the schema does not know, which [#fill] takes away.
    public static List<String> unknown(JsonNode schema, ObjectNode object) {
        List<String> paths = new ArrayList<>();
        unknown(schema, object, "", paths);
        return paths;
    }

    private static void unknown(JsonNode schema, JsonNode value, String at, List<String> paths) {
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++)
                unknown(schema.path("items"), value.get(i), at + "[" + i + "]", paths);
        }
        if (!(value instanceof ObjectNode object) || Json.is(schema, "x-kubernetes-preserve-unknown-fields")) return;
        JsonNode others = Json.at(schema, "additionalProperties");
        for (String name : object.propertyNames()) {
            boolean own =
                    at.isEmpty() && List.of("apiVersion", "kind", "metadata").contains(name);
            JsonNode field = Json.at(schema, "properties", name);
            if (field == null) field = others;
            if (own) continue;
            String path = at.isEmpty() ? name : at + "." + name;
            if (field == null) paths.add(path);
            else if (field.isObject()) unknown(field, object.get(name), path, paths);
        }
    }

    private static void inner(JsonNode schema, @Nullable JsonNode value) {
        if (value instanceof ObjectNode object) fill(schema, object, false);
        else if (value != null && value.isArray()) value.forEach(each -> inner(schema.path("items"), each));
    }

    /// What is wrong with an object that was filled.
    public static List<Cause> faults(JsonNode schema, JsonNode object) {
        CustomFaults faults = new CustomFaults();
        faults.object(schema, object, "");
        return List.copyOf(faults.all);
    }

    private void value(JsonNode schema, JsonNode value, String at) {
        String type = Json.text(schema, "type");
        String is = type(value);
        boolean intOrString = Json.is(schema, "x-kubernetes-int-or-string");
        boolean fits = type.isEmpty() || type.equals(is) || (type.equals("number") && is.equals("integer"));
        if (value.isNull() || intOrString) return;
        if (!fits) {
            invalid(WRONG, at, "\"" + is + "\"", "must be of type " + type + ": \"" + is + "\"");
        } else {
            if (value.isObject()) object(schema, value, at);
            else if (value.isArray()) array(schema, value, at);
            else if (value.isString()) text(schema, value.asString(), at);
            else if (value.isNumber()) number(schema, value, at);
        }
        JsonNode among = Json.at(schema, "enum");
        if (among != null && Json.list(among).stream().noneMatch(value::equals)) {
            String names = String.join(
                    ", ", Json.list(among).stream().map(JsonNode::toString).toList());
            all.add(new Cause(
                    "FieldValueNotSupported", "Unsupported value: " + value + ": supported values: " + names, at));
        }
    }

    private static String type(JsonNode value) {
        if (value.isObject()) return "object";
        if (value.isArray()) return "array";
        if (value.isString()) return "string";
        if (value.isBoolean()) return "boolean";
        return value.isIntegralNumber() ? "integer" : "number";
    }

    private void object(JsonNode schema, JsonNode object, String at) {
        for (JsonNode name : Json.list(schema, "required")) {
            if (Json.at(object, name.asString()) != null) continue;
            all.add(new Cause("FieldValueRequired", "Required value", path(at, name.asString())));
        }
        JsonNode fields = schema.path("properties");
        JsonNode others = Json.at(schema, "additionalProperties");
        TreeMap<String, JsonNode> sorted = new TreeMap<>();
        object.properties().forEach(each -> sorted.put(each.getKey(), each.getValue()));
        sorted.forEach((name, value) -> {
            JsonNode known = fields.get(name);
            if (known != null && !(at.isEmpty() && name.equals("metadata"))) value(known, value, path(at, name));
            else if (known == null && others != null && others.isObject()) value(others, value, path(at, name));
        });
    }

    private static String path(String at, String name) {
        return at.isEmpty() ? name : at + "." + name;
    }

    private void array(JsonNode schema, JsonNode array, String at) {
        int least = Json.number(0, schema, "minItems");
        if (array.size() < least) {
            invalid(INVALID, at, String.valueOf(array.size()), "should have at least " + least + " items");
        }
        int most = Json.number(Integer.MAX_VALUE, schema, "maxItems");
        if (array.size() > most) {
            all.add(new Cause(
                    "FieldValueTooMany", "Too many: " + array.size() + ": must have at most " + most + " items", at));
        }
        int index = 0;
        for (JsonNode each : array) value(schema.path("items"), each, at + "[" + index++ + "]");
    }

    private void text(JsonNode schema, String text, String at) {
        int most = Json.number(Integer.MAX_VALUE, schema, "maxLength");
        int least = Json.number(0, schema, "minLength");
        String pattern = Json.text(schema, "pattern");
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            all.add(new Cause("FieldValueTooLong", "Too long: may not be more than " + most + " bytes", at));
        } else if (length < least) {
            invalid(INVALID, at, Faults.quoted(text), "should be at least " + least + " chars long");
        } else if (!pattern.isEmpty() && !Pattern.compile(pattern).matcher(text).find()) {
            invalid(INVALID, at, Faults.quoted(text), "should match '" + pattern + "'");
        }
    }

    private void number(JsonNode schema, JsonNode number, String at) {
        JsonNode least = Json.at(schema, "minimum");
        JsonNode most = Json.at(schema, "maximum");
        if (most != null && number.asDouble() > most.asDouble()) {
            invalid(INVALID, at, number.toString(), "should be less than or equal to " + most);
        } else if (least != null && number.asDouble() < least.asDouble()) {
            invalid(INVALID, at, number.toString(), "should be greater than or equal to " + least);
        }
    }

    private void invalid(String reason, String at, String shown, String why) {
        all.add(new Cause(reason, "Invalid value: " + shown + ": " + at + " in body " + why, at));
    }
}
