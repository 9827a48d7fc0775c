package dev.vigie.demo.merge;

import dev.vigie.demo.schema.Shape;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Lays one object on another by what its fields are, and takes fields out of it.
final class Merging {
    private Merging() {}

    static ObjectNode merged(ObjectNode live, ObjectNode applied, Shape shape) {
        ObjectNode result = live.deepCopy();
        applied.properties().forEach(each -> {
            if (each.getValue().isNull()) return;
            Shape inside = shape.field(each.getKey());
            result.set(each.getKey(), value(result.get(each.getKey()), each.getValue(), inside));
        });
        return result;
    }

    private static JsonNode value(@Nullable JsonNode live, JsonNode applied, Shape shape) {
        if (applied instanceof ObjectNode object && live instanceof ObjectNode is && !shape.atomic())
            return merged(is, object, shape);
        if (!(applied instanceof ArrayNode list && live instanceof ArrayNode is)) return applied.deepCopy();
        if (shape.set()) return union(is, list);
        return shape.keys().isEmpty() ? applied.deepCopy() : items(is, list, shape);
    }

    private static ArrayNode union(ArrayNode live, ArrayNode applied) {
        ArrayNode result = live.deepCopy();
        for (JsonNode each : applied) if (Ordering.index(result, each, "") < 0) result.add(each);
        return result;
    }

    private static ArrayNode items(ArrayNode live, ArrayNode applied, Shape shape) {
        ArrayNode result = live.deepCopy();
        for (JsonNode each : applied) {
            int at = index(result, Fields.key(each, shape), shape);
            if (at < 0) result.add(each.deepCopy());
            else result.set(at, merged((ObjectNode) result.get(at), (ObjectNode) each, shape.item()));
        }
        return result;
    }

    private static int index(ArrayNode list, String key, Shape shape) {
        for (int i = 0; i < list.size(); i++) if (Fields.key(list.get(i), shape).equals(key)) return i;
        return -1;
    }

    /// Takes paths out of an object, the deepest first; what holds something that is kept stays.
    static void without(ObjectNode object, Set<List<String>> gone, Set<List<String>> kept, Shape shape) {
        gone.stream()
                .sorted(Comparator.comparingInt((List<String> path) -> -path.size()))
                .filter(path -> kept.stream().noneMatch(other -> below(other, path)))
                .forEach(path -> remove(object, path, shape));
    }

    private static boolean below(List<String> path, List<String> start) {
        return path.size() > start.size() && path.subList(0, start.size()).equals(start);
    }

    private static void remove(JsonNode holder, List<String> path, Shape shape) {
        String word = path.getFirst();
        List<String> rest = path.subList(1, path.size());
        if (holder instanceof ObjectNode object) {
            String name = word.substring(2);
            JsonNode inner = object.get(name);
            if (inner == null) return;
            if (rest.isEmpty()) object.remove(name);
            else remove(inner, rest, shape.field(name));
            boolean emptied = !rest.isEmpty() && inner.isContainer() && inner.isEmpty();
            if (emptied && !shape.field(name).always()) object.remove(name);
        } else if (holder instanceof ArrayNode list) {
            int at = word.startsWith("k:") ? index(list, word, shape) : value(list, word.substring(2));
            if (at < 0) return;
            if (rest.isEmpty()) list.remove(at);
            else remove(list.get(at), rest, shape.item());
        }
    }

    private static int value(ArrayNode list, String written) {
        for (int i = 0; i < list.size(); i++) if (list.get(i).toString().equals(written)) return i;
        return -1;
    }
}
