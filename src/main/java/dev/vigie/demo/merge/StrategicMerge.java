package dev.vigie.demo.merge;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.schema.Shape;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Kubernetes' own merge patch: lists merge by a key, and words beginning with `$` say how.
public final class StrategicMerge {
    private static final String PATCH = "$patch";
    private static final String RETAIN = "$retainKeys";
    private static final String ORDER = "$setElementOrder/";
    private static final String FROM_LIST = "$deleteFromPrimitiveList/";

    private StrategicMerge() {}

    /// A patched copy; a patch that makes no sense is `Refused`.
    public static ObjectNode patched(ObjectNode object, ObjectNode patch, Shape shape) {
        String how = Json.text(patch, PATCH);
        if (how.equals("replace")) return cleaned(patch);
        if (how.equals("delete")) return Json.object();
        if (!how.isEmpty() && !how.equals("merge")) throw unknown(how, patch);
        ObjectNode result = object.deepCopy();
        if (patch.has(RETAIN)) result.retain(retained(patch));
        patch.properties().forEach(each -> field(result, patch, each.getKey(), each.getValue(), shape));
        return result;
    }

    /// What stays of an object; all that the patch itself brings has to be among it.
    private static Set<String> retained(ObjectNode patch) {
        Set<String> kept = new HashSet<>();
        patch.path(RETAIN).forEach(name -> kept.add(name.asString()));
        for (Map.Entry<String, JsonNode> each : patch.properties()) {
            boolean word = each.getKey().startsWith("$");
            if (!word && !each.getValue().isNull() && !kept.contains(each.getKey())) throw badKeys();
        }
        if (!patch.path(RETAIN).isArray()) throw badKeys();
        return kept;
    }

    private static Refused badKeys() {
        return Refused.badRequest("invalid patch format of retainKeys");
    }

    private static void field(ObjectNode result, ObjectNode patch, String name, JsonNode value, Shape shape) {
        if (name.startsWith(FROM_LIST)) {
            String list = name.substring(FROM_LIST.length());
            if (result.get(list) instanceof ArrayNode values) result.set(list, without(values, value));
        } else if (name.startsWith(ORDER)) {
            String list = name.substring(ORDER.length());
            Ordering.check(patch.get(list), value, shape.field(list).mergeKey());
            if (!patch.has(list) && result.get(list) instanceof ArrayNode values && value instanceof ArrayNode order) {
                result.set(
                        list,
                        Ordering.ordered(
                                values, order, values, shape.field(list).mergeKey()));
            }
        } else if (name.startsWith("$")) {
            return;
        } else if (value.isNull()) {
            result.remove(name);
        } else if (value instanceof ObjectNode inner) {
            if (!result.has(name) && inner.has(PATCH)) return;
            Shape inside = shape.field(name);
            ObjectNode old = result.get(name) instanceof ObjectNode is ? is : Json.object();
            boolean whole = inside.patches("replace");
            result.set(name, whole ? cleaned(inner) : patched(old, inner, inside));
        } else if (value instanceof ArrayNode list && shape.field(name).patches("merge")) {
            ArrayNode old = result.get(name) instanceof ArrayNode is ? is : result.arrayNode();
            ArrayNode order = patch.get(ORDER + name) instanceof ArrayNode given ? given : null;
            result.set(name, merged(old, list, order, shape.field(name)));
        } else {
            result.set(name, value instanceof ArrayNode list ? cleaned(list) : value);
        }
    }

    private static ArrayNode without(ArrayNode values, JsonNode gone) {
        ArrayNode rest = values.arrayNode();
        for (JsonNode value : values) {
            boolean stays = true;
            for (JsonNode each : gone) stays &= !each.equals(value);
            if (stays) rest.add(value);
        }
        return rest;
    }

    private static ArrayNode merged(ArrayNode old, ArrayNode patch, @Nullable ArrayNode order, Shape shape) {
        String key = shape.mergeKey();
        ArrayNode result = old.deepCopy();
        for (JsonNode each : patch) {
            String how = Json.text(each, PATCH);
            if (how.equals("replace")) return cleaned(replacing(patch));
            int at = Ordering.index(result, each, key);
            if (!key.isEmpty() && !each.has(key)) throw keyless(key, each);
            if (how.equals("delete")) {
                if (at >= 0) result.remove(at);
            } else if (at < 0) {
                result.add(each instanceof ObjectNode fresh ? patched(Json.object(), fresh, shape.item()) : each);
            } else if (result.get(at) instanceof ObjectNode was && each instanceof ObjectNode change) {
                result.set(at, patched(was, change, shape.item()));
            }
        }
        return Ordering.ordered(result, order == null ? staying(patch) : order, old, key);
    }

    /// Without an order of its own a patch says by its elements in which order they come.
    private static ArrayNode staying(ArrayNode patch) {
        ArrayNode rest = patch.arrayNode();
        for (JsonNode each : patch) if (!Json.text(each, PATCH).equals("delete")) rest.add(each);
        return rest;
    }

    /// The real server is at a loss itself: no reason, no details.
    private static Refused keyless(String key, JsonNode element) {
        return Refused.with(500, "", "map: " + Go.text(element) + " does not contain declared merge key: " + key, null);
    }

    private static Refused unknown(String how, ObjectNode patch) {
        return Refused.with(500, "", "unknown patch type: " + how + " in map: " + Go.text(patch), null);
    }

    /// The other elements of a list with an element that says to replace it.
    private static ArrayNode replacing(ArrayNode patch) {
        ArrayNode rest = patch.arrayNode();
        for (JsonNode each : patch) if (!Json.text(each, PATCH).equals("replace") || each.size() > 1) rest.add(each);
        return rest;
    }

    private static ArrayNode cleaned(ArrayNode list) {
        ArrayNode clean = list.arrayNode();
        for (JsonNode each : list) clean.add(each instanceof ObjectNode object ? cleaned(object) : each);
        return clean;
    }

    /// Without the words that say how.
    private static ObjectNode cleaned(ObjectNode patch) {
        ObjectNode clean = Json.object();
        patch.properties().forEach(each -> {
            boolean word = each.getKey().startsWith("$");
            JsonNode value = each.getValue();
            if (word || value.isNull()) return;
            if (value instanceof ObjectNode inner) clean.set(each.getKey(), cleaned(inner));
            else if (value instanceof ArrayNode list) clean.set(each.getKey(), cleaned(list));
            else clean.set(each.getKey(), value);
        });
        return clean;
    }
}
