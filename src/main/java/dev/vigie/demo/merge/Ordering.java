package dev.vigie.demo.merge;

import dev.vigie.demo.model.Refused;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// Puts the elements of a merged list into the order that a patch asks for; those that it does not name stay behind the
/// ones that they followed.
final class Ordering {
    private Ordering() {}

    /// Where an element with the same key, or the same value, stands; -1 when nowhere.
    static int index(ArrayNode list, JsonNode element, String key) {
        JsonNode wanted = name(element, key);
        for (int i = 0; i < list.size(); i++) if (name(list.get(i), key).equals(wanted)) return i;
        return -1;
    }

    private static JsonNode name(JsonNode element, String key) {
        return key.isEmpty() || !element.isObject() ? element : element.path(key);
    }

    /// Refuses an order that is none, and one that does not name the elements of a patch in their order.
    static void check(@Nullable JsonNode patch, JsonNode order, String key) {
        if (!order.isArray()) {
            throw Refused.with(500, "", "expected a []interface {}, but received a " + sort(order), null);
        }
        if (patch == null || patch.isEmpty() || order.isEmpty()) return;
        int at = 0;
        for (JsonNode each : patch) {
            if (each.has("$patch")) continue;
            while (at < order.size() && !name(order.get(at), key).equals(name(each, key))) at++;
            if (at++ == order.size()) throw disordered(patch, order);
        }
    }

    private static Refused disordered(JsonNode patch, JsonNode order) {
        String why = "The order in patch list:\n" + Go.text(patch) + "\n doesn't match $setElementOrder list:\n"
                + Go.text(order) + "\n";
        return Refused.with(500, "", why, null);
    }

    private static String sort(JsonNode value) {
        if (value.isObject()) return "map";
        return value.isString() ? "string" : value.isBoolean() ? "bool" : "float64";
    }

    static ArrayNode ordered(ArrayNode elements, ArrayNode order, ArrayNode before, String key) {
        List<JsonNode> named = new ArrayList<>();
        for (JsonNode each : order) {
            int at = index(elements, each, key);
            if (at >= 0) named.add(elements.get(at));
        }
        List<JsonNode> others = new ArrayList<>();
        for (JsonNode each : elements) if (index(order, each, key) < 0) others.add(each);
        ArrayNode result = elements.arrayNode();
        int left = 0;
        int right = 0;
        while (left < named.size() || right < others.size()) {
            boolean first = right == others.size()
                    || (left < named.size() && earlier(named.get(left), others.get(right), before, key));
            result.add(first ? named.get(left++) : others.get(right++));
        }
        return result;
    }

    private static boolean earlier(JsonNode one, JsonNode other, ArrayNode before, String key) {
        int first = index(before, one, key);
        int second = index(before, other, key);
        return first < 0 || (second >= 0 && first < second);
    }
}
