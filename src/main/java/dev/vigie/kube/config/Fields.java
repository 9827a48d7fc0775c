package dev.vigie.kube.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/// Reads the fields of one JSON object as kubectl does: names by exact case, unknown ones ignored, absent and null mean
/// empty, any other type is a mistake. Reading goes on after a mistake.
final class Fields {
    private final JsonNode node;
    private final String path;
    private final List<Mistake> mistakes;

    private Fields(JsonNode node, String path, List<Mistake> mistakes) {
        this.node = node;
        this.path = path;
        this.mistakes = mistakes;
    }

    /// The fields of `node`; a node that is neither object nor null is a mistake at `path`.
    static Fields of(JsonNode node, String path, List<Mistake> mistakes) {
        if (!node.isObject() && !node.isNull()) mistakes.add(new Mistake(path, "object"));
        return new Fields(node, path, mistakes);
    }

    String text(String name) {
        return asText(value(name), at(name));
    }

    boolean flag(String name) {
        JsonNode value = value(name);
        if (!value.isBoolean() && !value.isNull()) mistakes.add(new Mistake(at(name), "flag"));
        return value.isBoolean() && value.booleanValue();
    }

    /// Bytes as base64 in the standard form, `""` if there are none.
    String base64(String name) {
        byte[] bytes = GoBase64.decode(text(name));
        if (bytes != null) return Scalars.base64(bytes);
        mistakes.add(new Mistake(at(name), "base64"));
        return "";
    }

    List<String> texts(String name) {
        return list(value(name), at(name), this::asText);
    }

    Map<String, String> textMap(String name) {
        return map(value(name), at(name), this::asText);
    }

    Map<String, List<String>> textsMap(String name) {
        return map(value(name), at(name), (value, where) -> list(value, where, this::asText));
    }

    /// The object in this field; empty when absent.
    Fields object(String name) {
        return of(value(name), at(name), mistakes);
    }

    /// The object in this field; null when absent.
    @Nullable
    Fields optional(String name) {
        return value(name).isNull() ? null : object(name);
    }

    /// One for each element of the list in this field.
    <T> List<T> objects(String name, Function<Fields, T> read) {
        return list(value(name), at(name), (value, where) -> read.apply(of(value, where, mistakes)));
    }

    /// The elements of the list in this field, not looked at.
    List<JsonNode> elements(String name) {
        return list(value(name), at(name), (value, where) -> value);
    }

    /// A list of `{name, extension}` with any JSON in it.
    Map<String, JsonNode> extensions(String name) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        objects(name, each -> {
            String key = each.text("name");
            JsonNode before = found.put(key, each.value("extension"));
            if (before != null && !before.isNull()) mistakes.add(new Mistake(at(name) + "[" + key + "]", "once"));
            return key;
        });
        return java.util.Collections.unmodifiableMap(found);
    }

    private JsonNode value(String name) {
        JsonNode found = node.isObject() ? node.get(name) : null;
        return found == null ? NullNode.instance : found;
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private interface Read<T> {
        T read(JsonNode value, String where);
    }

    private String asText(JsonNode value, String where) {
        if (!value.isString() && !value.isNull()) mistakes.add(new Mistake(where, "text"));
        return value.isString() ? value.stringValue() : "";
    }

    private <T> List<T> list(JsonNode value, String where, Read<T> read) {
        if (!value.isArray() && !value.isNull()) mistakes.add(new Mistake(where, "list"));
        List<T> found = new ArrayList<>();
        if (value.isArray()) for (JsonNode each : value) found.add(read.read(each, where + "[" + found.size() + "]"));
        return List.copyOf(found);
    }

    private <T> Map<String, T> map(JsonNode value, String where, Read<T> read) {
        if (!value.isObject() && !value.isNull()) mistakes.add(new Mistake(where, "object"));
        Map<String, T> found = new LinkedHashMap<>();
        if (value.isObject())
            value.properties().forEach(e -> found.put(e.getKey(), read.read(e.getValue(), where + "." + e.getKey())));
        return java.util.Collections.unmodifiableMap(found);
    }
}
