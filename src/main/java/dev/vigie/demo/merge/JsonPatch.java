package dev.vigie.demo.merge;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// RFC 6902: one step after another, all or nothing.
public final class JsonPatch {
    private static final JsonNode NOTHING = JsonNodeFactory.instance.nullNode();
    private static final Set<String> WORDS = Set.of("op", "path", "from", "value");

    private JsonPatch() {}

    /// The words of steps that mean nothing, with their places: `[0].foo`.
    public static List<String> unknown(ArrayNode patch) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < patch.size(); i++) {
            String place = "[" + i + "].";
            patch.get(i).propertyNames().stream()
                    .filter(word -> !WORDS.contains(word))
                    .forEach(word -> all.add(place + word));
        }
        return all;
    }

    /// A patched copy; a step that cannot be done is `Refused` with 422.
    public static ObjectNode patched(ObjectNode object, ArrayNode patch) {
        ObjectNode result = object.deepCopy();
        for (JsonNode step : patch) done(result, step);
        return result;
    }

    private static void done(ObjectNode object, JsonNode step) {
        String path = Json.text(step, "path");
        String op = Json.text(step, "op");
        JsonNode value = step.get("value");
        switch (op) {
            case "add" -> put(object, path, value == null ? NOTHING : value, true);
            case "replace" -> put(object, path, value == null ? NOTHING : value, false);
            case "remove" -> remove(object, path);
            case "test" -> test(object, path, value);
            case "copy" -> put(object, path, copied(object, Json.text(step, "from")), true);
            case "move" -> {
                JsonNode moved = found(object, Json.text(step, "from"));
                remove(object, Json.text(step, "from"));
                put(object, path, moved, true);
            }
            default -> throw refused();
        }
    }

    /// The API server keeps the reason to itself.
    private static Refused refused() {
        return Refused.with(
                422, "Invalid", "the server rejected our request due to an error in our request", Json.object());
    }

    private static String[] words(String path) {
        String[] words = path.isEmpty() ? new String[0] : path.substring(1).split("/", -1);
        for (int i = 0; i < words.length; i++)
            words[i] = words[i].replace("~1", "/").replace("~0", "~");
        return words;
    }

    /// What holds the last word of a path, or null.
    private static @Nullable JsonNode holder(ObjectNode object, String path) {
        String[] words = words(path);
        JsonNode here = object;
        for (int i = 0; i < words.length - 1 && here != null; i++) here = inside(here, words[i]);
        return here;
    }

    private static @Nullable JsonNode inside(JsonNode node, String word) {
        if (node instanceof ArrayNode list) {
            int at = index(list, word);
            return at < 0 || at >= list.size() ? null : list.get(at);
        }
        return node.get(word);
    }

    private static int index(ArrayNode list, String word) {
        try {
            int at = Integer.parseInt(word);
            return at < 0 ? at + list.size() : at;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static String last(String path) {
        String[] words = words(path);
        return words.length == 0 ? "" : words[words.length - 1];
    }

    private static JsonNode found(ObjectNode object, String path) {
        JsonNode holder = holder(object, path);
        JsonNode found = holder == null ? null : inside(holder, last(path));
        if (found == null) throw refused();
        return found;
    }

    /// A field that is not there is copied as null.
    private static JsonNode copied(ObjectNode object, String path) {
        if (holder(object, path) instanceof ObjectNode holder && !holder.has(last(path))) return NOTHING;
        return found(object, path).deepCopy();
    }

    private static void put(ObjectNode object, String path, JsonNode value, boolean adds) {
        JsonNode holder = holder(object, path);
        if (holder instanceof ObjectNode fields) {
            fields.set(last(path), value);
        } else if (holder instanceof ArrayNode list) {
            boolean end = last(path).equals("-");
            int at = end ? list.size() : index(list, last(path));
            if (at < 0 || at > list.size() || (!adds && at == list.size())) {
                throw refused();
            }
            if (adds) list.insert(at, value);
            else list.set(at, value);
        } else {
            throw refused();
        }
    }

    private static void remove(ObjectNode object, String path) {
        JsonNode holder = holder(object, path);
        if (holder instanceof ObjectNode fields && fields.has(last(path))) fields.remove(last(path));
        else if (holder instanceof ArrayNode list && inside(list, last(path)) != null)
            list.remove(index(list, last(path)));
        else throw refused();
    }

    private static void test(ObjectNode object, String path, @Nullable JsonNode value) {
        JsonNode holder = holder(object, path);
        JsonNode found = holder == null ? null : inside(holder, last(path));
        boolean nothing = (found == null || found.isNull()) && (value == null || value.isNull());
        if (!nothing && (found == null || !found.equals(value))) {
            throw refused();
        }
    }
}
