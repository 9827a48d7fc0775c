package dev.vigie.demo.schema;

import dev.vigie.demo.model.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What is known of one field, of an object, or of the elements of a list: how they merge. Unknown where the schema
/// says
/// nothing.
public final class Shape {
    /// Nothing is known: objects merge field by field, lists are replaced.
    public static final Shape UNKNOWN =
            new Shape(JsonNodeFactory.instance.objectNode(), JsonNodeFactory.instance.objectNode());

    private static final String PREFIX = "#/components/schemas/";

    private final JsonNode named;
    private final JsonNode schema;
    private final JsonNode all;
    private final boolean required;

    /// `named` is how the field itself is described, `all` the schemas that it may refer to.
    Shape(JsonNode named, JsonNode all) {
        this(named, all, false);
    }

    private Shape(JsonNode named, JsonNode all, boolean required) {
        this.named = named;
        this.all = all;
        this.required = required;
        schema = meant(named, all);
    }

    private static JsonNode meant(JsonNode named, JsonNode all) {
        String reference = Json.text(named, "$ref");
        for (JsonNode part : Json.list(named, "allOf")) {
            if (reference.isEmpty()) reference = Json.text(part, "$ref");
        }
        JsonNode found = reference.startsWith(PREFIX) ? all.get(reference.substring(PREFIX.length())) : null;
        return found == null ? named : found;
    }

    /// A field of an object, or the values of a map.
    public Shape field(String name) {
        JsonNode field = Json.at(schema, "properties", name);
        if (field == null) field = Json.at(schema, "additionalProperties");
        if (field == null || !field.isObject()) return UNKNOWN;
        boolean wanted = Json.list(schema, "required").stream()
                .anyMatch(each -> each.asString().equals(name));
        return new Shape(field, all, wanted);
    }

    /// The elements of a list.
    public Shape item() {
        JsonNode items = Json.at(schema, "items");
        return items == null ? UNKNOWN : new Shape(items, all);
    }

    private String extension(String name) {
        String own = Json.text(named, "x-kubernetes-" + name);
        return own.isEmpty() ? Json.text(schema, "x-kubernetes-" + name) : own;
    }

    /// Whether an object is owned and replaced as a whole.
    public boolean atomic() {
        return extension("map-type").equals("atomic");
    }

    /// The fields that tell the elements of a list apart; empty for lists that have none.
    public List<String> keys() {
        if (!extension("list-type").equals("map")) return List.of();
        JsonNode holder = named.has("x-kubernetes-list-map-keys") ? named : schema;
        return Json.list(holder, "x-kubernetes-list-map-keys").stream()
                .map(JsonNode::asString)
                .toList();
    }

    /// Whether a list holds each value once.
    public boolean set() {
        return extension("list-type").equals("set");
    }

    /// What a missing field is taken for, or null.
    public @Nullable JsonNode otherwise() {
        JsonNode given = Json.at(named, "default");
        return given == null ? Json.at(schema, "default") : given;
    }

    /// Whether the field of an empty object is there all the same.
    public boolean always() {
        JsonNode given = Json.at(named, "default");
        return required || (given != null && given.isObject());
    }

    /// Whether a strategic merge patch says this word of it: `merge`, `replace`, `retainKeys`.
    public boolean patches(String how) {
        return List.of(extension("patch-strategy").split(",")).contains(how);
    }

    /// The field that tells elements apart for a strategic merge patch; empty for lists of plain values.
    public String mergeKey() {
        return extension("patch-merge-key");
    }

    /// The type of JSON that is wanted: `object`, `array`, `string`, `integer`, `number` or `boolean`; empty where
    /// several will do.
    public String type() {
        boolean free = type("object") && !schema.has("properties") && !schema.has("additionalProperties");
        return free || Json.at(schema, "x-kubernetes-int-or-string") != null ? "" : Json.text(schema, "type");
    }

    private boolean type(String name) {
        return Json.text(schema, "type").equals(name);
    }

    /// Whether an object may have a field of this name.
    public boolean declares(String name) {
        boolean open = schema.has("additionalProperties") || !schema.has("properties");
        return open
                || extension("preserve-unknown-fields").equals("true")
                || Json.at(schema, "properties", name) != null;
    }
}
