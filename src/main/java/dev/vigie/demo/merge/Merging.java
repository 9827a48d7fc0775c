package dev.vigie.demo.merge;

import dev.vigie.demo.schema.Shape;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
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
            if (each.getValue().isNull()) {
                if (result.has(each.getKey()) && !result.get(each.getKey()).isContainer()) result.remove(each.getKey());
                return;
            }
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
        return woven(live, applied, JsonNode::toString, (is, wanted) -> wanted);
    }

    private static ArrayNode items(ArrayNode live, ArrayNode applied, Shape shape) {
        return woven(
                live,
                applied,
                each -> Fields.key(each, shape),
                (is, wanted) -> merged((ObjectNode) is, (ObjectNode) wanted, shape.item()));
    }

    /// Two lists as one: in the order of the applied one, and what only lives stays behind what it followed.
    private static ArrayNode woven(
            ArrayNode live, ArrayNode applied, Function<JsonNode, String> key, BinaryOperator<JsonNode> both) {
        Map<String, JsonNode> lives = new HashMap<>();
        live.forEach(each -> lives.putIfAbsent(key.apply(each), each));
        Deque<String> coming = new ArrayDeque<>();
        Map<String, JsonNode> wanted = new HashMap<>();
        applied.forEach(each -> {
            coming.add(key.apply(each));
            wanted.put(key.apply(each), each);
        });
        ArrayNode result = live.arrayNode();
        Consumer<String> take = name -> {
            JsonNode is = lives.get(name);
            JsonNode value = Objects.requireNonNull(wanted.get(name));
            result.add((is == null ? value : both.apply(is, value)).deepCopy());
        };
        for (JsonNode each : live) {
            String name = key.apply(each);
            if (!wanted.containsKey(name)) {
                result.add(each.deepCopy());
                continue;
            }
            Optional<String> next = coming.stream().filter(lives::containsKey).findFirst();
            if (!next.equals(Optional.of(name))) continue;
            while (!coming.getFirst().equals(name)) take.accept(coming.removeFirst());
            take.accept(coming.removeFirst());
        }
        coming.forEach(take);
        return result;
    }

    private static int index(ArrayNode list, String key, Shape shape) {
        for (int i = 0; i < list.size(); i++) if (Fields.key(list.get(i), shape).equals(key)) return i;
        return -1;
    }

    /// Takes paths out of an object; what holds something that is kept stays. The shortest go first: the elements of a
    /// list are found by their keys as long as these are there.
    static void without(ObjectNode object, Set<List<String>> gone, Set<List<String>> kept, Shape shape) {
        gone.stream()
                .sorted(Comparator.comparingInt(List::size))
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
