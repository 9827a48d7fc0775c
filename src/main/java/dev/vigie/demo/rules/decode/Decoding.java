package dev.vigie.demo.rules.decode;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.model.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One object read by the types of its kind.
public final class Decoding {
    private static final Set<String> GROUPS = Set.of(
            "",
            "apps",
            "batch",
            "autoscaling",
            "networking.k8s.io",
            "discovery.k8s.io",
            "storage.k8s.io",
            "policy",
            "rbac.authorization.k8s.io",
            "scheduling.k8s.io",
            "coordination.k8s.io",
            "apiextensions.k8s.io");

    private final Resource resource;
    private final List<String> unknown = new ArrayList<>();

    private Decoding(Resource resource) {
        this.resource = resource;
    }

    /// Brings the tree into the form of its types, in place, and tells the paths of the fields that none knows. Wrong
    /// types are `Refused` as a bad request.
    public static List<String> read(Resource resource, ObjectNode object) {
        Types.Struct struct = GROUPS.contains(resource.group()) ? Types.of(type(resource)) : null;
        Decoding decoding = new Decoding(resource);
        if (struct != null) {
            ObjectNode read = decoding.struct(object, struct, new Place(struct.name(), "", ""));
            object.removeAll();
            object.setAll(read);
        } else {
            decoding.custom(object);
        }
        return List.copyOf(decoding.unknown);
    }

    /// Reads the status alone, in place: all else is known to be in order.
    public static void status(Resource resource, ObjectNode object) {
        Types.Struct struct = GROUPS.contains(resource.group()) ? Types.of(type(resource)) : null;
        Types.Field field = struct == null ? null : struct.byName().get("status");
        JsonNode status = object.get("status");
        if (field == null || status == null || status.isNull()) return;
        object.set(
                "status",
                new Decoding(resource).value(status, field.type(), new Place(field.type(), "status", "status")));
    }

    private static String type(Resource resource) {
        return resource.kind().equals("HorizontalPodAutoscaler")
                        && resource.version().equals("v1")
                ? "HorizontalPodAutoscaler_v1"
                : resource.kind();
    }

    /// Where we are: the type around, the path as the decoder tells it, and the path with indices.
    private record Place(String struct, String go, String path) {
        Place field(String in, Types.Field field) {
            String dot = path.isEmpty() ? "" : ".";
            return new Place(
                    in, (go.isEmpty() ? "" : go + ".") + field.prefix() + field.name(), path + dot + field.name());
        }

        Place at(int index) {
            return new Place(struct, go, path + "[" + index + "]");
        }

        Place key(String key) {
            return new Place(struct, go, path + "." + key);
        }
    }

    /// Of an object of a custom kind only the metadata have a type.
    private void custom(ObjectNode object) {
        Types.Struct meta = Types.of("ObjectMeta");
        JsonNode metadata = object.get("metadata");
        if (meta != null && metadata != null)
            object.set("metadata", struct(metadata, meta, new Place("", "metadata", "metadata")));
    }

    private ObjectNode struct(@Nullable JsonNode node, Types.Struct struct, Place place) {
        ObjectNode result = Json.object();
        if (node != null && !node.isObject()) throw wrong(node, place, go(struct));
        Map<String, JsonNode> said = node == null ? Map.of() : said(node, struct, place);
        for (Types.Field field : struct.fields()) {
            JsonNode value = said.get(field.name());
            JsonNode read = value == null ? missing(field) : kept(field, value);
            if (read != null) result.set(field.name(), read);
        }
        return result;
    }

    /// What is there, in the order of the text: that is the order in which unknown fields are named.
    private Map<String, JsonNode> said(JsonNode node, Types.Struct struct, Place place) {
        Map<String, JsonNode> said = new HashMap<>();
        node.properties().forEach(each -> {
            Types.Field field = struct.byName().get(each.getKey());
            JsonNode value = each.getValue();
            if (field == null) unknown.add(place.path().isEmpty() ? each.getKey() : place.path() + "." + each.getKey());
            else if (!value.isNull()) {
                said.put(field.name(), value(value, bare(field.type()), place.field(struct.name(), field)));
            }
        });
        return said;
    }

    private static String bare(String type) {
        return type.startsWith("*") ? type.substring(1) : type;
    }

    private @Nullable JsonNode kept(Types.Field field, JsonNode value) {
        if (field.optional()) return value;
        if (field.keep() == Types.Keep.ALWAYS)
            return value.isArray() && value.isEmpty() && !plain() ? JsonNodeFactory.instance.nullNode() : value;
        return Zero.empty(value, field.type()) ? null : value;
    }

    /// Whether the kind is stored as JSON; in the store of all others an empty list is none.
    private boolean plain() {
        return resource.group().equals("apiextensions.k8s.io");
    }

    private @Nullable JsonNode missing(Types.Field field) {
        if (field.keep() == Types.Keep.UNLESS_ZERO) return null;
        Types.Struct struct = field.optional() ? null : Types.of(field.type());
        if (struct != null) return struct(null, struct, new Place("", "", ""));
        return Zero.of(field);
    }

    private JsonNode value(JsonNode node, String type, Place place) {
        if (type.startsWith("[")) return list(node, type.substring(1), place);
        if (type.startsWith("{")) return map(node, type.substring(1), place);
        Types.Struct struct = Types.of(type);
        if (struct != null) return struct(node, struct, place);
        return Scalars.read(node, type, this, place.struct(), place.go());
    }

    private JsonNode list(JsonNode node, String type, Place place) {
        if (!node.isArray()) throw wrong(node, place, "[]" + go(type));
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        int index = 0;
        for (JsonNode each : node) {
            JsonNode item = each.isNull() && Types.of(type) != null ? Json.object() : each;
            result.add(value(item, bare(type), place.at(index++)));
        }
        return result;
    }

    private JsonNode map(JsonNode node, String type, Place place) {
        if (!node.isObject()) throw wrong(node, place, "map[string]" + go(type));
        TreeMap<String, JsonNode> sorted = new TreeMap<>();
        node.properties().forEach(each -> {
            JsonNode value = each.getValue();
            JsonNode read = value.isNull()
                    ? JsonNodeFactory.instance.stringNode("")
                    : value(value, type, place.key(each.getKey()));
            sorted.put(each.getKey(), read);
        });
        ObjectNode result = Json.object();
        sorted.forEach(result::set);
        return result;
    }

    private String go(String type) {
        Types.Struct struct = Types.of(bare(type));
        if (struct != null) return go(struct);
        return type.equals("quantity") ? "resource.Quantity" : type;
    }

    private String go(Types.Struct struct) {
        return (resource.version().isEmpty() ? "v1" : resource.version()) + "." + struct.name();
    }

    private Refused wrong(JsonNode node, Place place, String wanted) {
        return wrong(node, place.struct(), place.go(), wanted);
    }

    Refused wrong(JsonNode node, String struct, String path, String wanted) {
        String what = node.isString()
                ? "string"
                : node.isBoolean() ? "bool" : node.isNumber() ? "number" : node.isArray() ? "array" : "object";
        if (node.isNumber() && (wanted.startsWith("int") && !wanted.equals("intstr"))) what += " " + node.asString();
        return refused("json: cannot unmarshal " + what + " into Go struct field " + struct + "." + path + " of type "
                + wanted);
    }

    Refused refused(String why) {
        return Refused.badRequest(resource.kind() + " in version \"" + resource.version() + "\" cannot be handled as a "
                + resource.kind() + ": " + why);
    }
}
