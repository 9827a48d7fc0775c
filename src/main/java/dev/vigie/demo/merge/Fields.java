package dev.vigie.demo.merge;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.schema.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The fields of an object as paths of the words that `fieldsV1` is written in: `f:name`, `k:{"key":"value"}`,
/// `v:value`.
final class Fields {
    /// Stands for the value of a field that is owned for being there, whatever is in it.
    static final JsonNode THERE = JsonNodeFactory.instance.missingNode();

    /// The order in which the API server goes through fields: what ends at a place before what goes on, then by name.
    static final Comparator<List<String>> ORDER = Fields::compare;

    private static final Set<String> NOBODYS = Set.of(
            "f:name",
            "f:namespace",
            "f:uid",
            "f:creationTimestamp",
            "f:selfLink",
            "f:generation",
            "f:managedFields",
            "f:resourceVersion");

    private final boolean presence;
    private final Map<List<String>, JsonNode> found = new LinkedHashMap<>();

    private Fields(boolean presence) {
        this.presence = presence;
    }

    /// The fields of an object with their values. With `presence` maps and lists count as fields too, as they do for
    /// those who update instead of applying.
    static Map<List<String>, JsonNode> of(ObjectNode object, Shape shape, boolean presence) {
        Fields fields = new Fields(presence);
        fields.object(object, shape, List.of());
        fields.found.keySet().removeIf(Fields::nobodys);
        return fields.found;
    }

    private static boolean nobodys(List<String> path) {
        if (path.size() == 1)
            return Set.of("f:apiVersion", "f:kind", "f:metadata").contains(path.getFirst());
        return path.getFirst().equals("f:metadata") && NOBODYS.contains(path.get(1));
    }

    private void object(ObjectNode object, Shape shape, List<String> path) {
        object.properties()
                .forEach(each -> value(each.getValue(), shape.field(each.getKey()), with(path, "f:" + each.getKey())));
    }

    private void value(JsonNode value, Shape shape, List<String> path) {
        boolean listed = value.isArray() && !value.isEmpty() && (shape.set() || keyed(value, shape));
        boolean open = value instanceof ObjectNode && !value.isEmpty() && !shape.atomic();
        if (!listed && !open) {
            boolean could = value.isObject()
                    ? !shape.atomic()
                    : shape.set() || !shape.keys().isEmpty();
            found.put(path, presence && value.isContainer() && value.isEmpty() && could ? THERE : value);
            return;
        }
        if (presence && !shape.always()) found.put(path, THERE);
        if (value instanceof ObjectNode object) object(object, shape, path);
        else if (shape.set()) value.forEach(each -> found.put(with(path, "v:" + each), each));
        else value.forEach(each -> item((ObjectNode) each, shape, path));
    }

    private static boolean keyed(JsonNode list, Shape shape) {
        if (shape.keys().isEmpty()) return false;
        for (JsonNode each : list) if (!each.isObject()) return false;
        return true;
    }

    private void item(ObjectNode item, Shape shape, List<String> path) {
        List<String> here = with(path, key(item, shape));
        found.put(here, THERE);
        object(item, shape.item(), here);
    }

    /// The word for one element of a list with keys.
    static String key(JsonNode item, Shape shape) {
        Map<String, JsonNode> key = new TreeMap<>();
        for (String name : shape.keys()) {
            JsonNode value = Json.at(item, name);
            if (value == null) value = shape.item().field(name).otherwise();
            if (value != null) key.put(name, value);
        }
        ObjectNode written = Json.object();
        key.forEach(written::set);
        return "k:" + written;
    }

    static List<String> with(List<String> path, String word) {
        List<String> longer = new ArrayList<>(path);
        longer.add(word);
        return List.copyOf(longer);
    }

    private static int compare(List<String> one, List<String> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            if (one.get(i).equals(other.get(i))) continue;
            boolean ends = one.size() == i + 1;
            boolean otherEnds = other.size() == i + 1;
            if (ends != otherEnds) return ends ? -1 : 1;
            return one.get(i).compareTo(other.get(i));
        }
        return Integer.compare(one.size(), other.size());
    }

    /// A set of paths as `fieldsV1`.
    static ObjectNode tree(Set<List<String>> paths) {
        ObjectNode tree = Json.object();
        Map<String, Set<List<String>>> below = new TreeMap<>();
        Set<String> ends = new TreeSet<>();
        for (List<String> path : paths) {
            Set<List<String>> inner = below.computeIfAbsent(path.getFirst(), word -> new LinkedHashSet<>());
            if (path.size() == 1) ends.add(path.getFirst());
            else inner.add(path.subList(1, path.size()));
        }
        below.forEach((word, inner) -> {
            ObjectNode node = tree.putObject(word);
            if (inner.isEmpty()) return;
            if (ends.contains(word)) node.putObject(".");
            node.setAll(tree(inner));
        });
        return tree;
    }

    /// The paths of a `fieldsV1`.
    static Set<List<String>> paths(@Nullable JsonNode tree) {
        Set<List<String>> paths = new LinkedHashSet<>();
        if (tree instanceof ObjectNode object) read(object, List.of(), paths);
        return paths;
    }

    private static void read(ObjectNode tree, List<String> path, Set<List<String>> into) {
        tree.properties().forEach(each -> {
            if (each.getKey().equals(".")) into.add(path);
            else {
                List<String> here = with(path, each.getKey());
                if (each.getValue().isEmpty()) into.add(here);
                else if (each.getValue() instanceof ObjectNode inner) read(inner, here, into);
            }
        });
    }

    /// As messages name a field: `.spec.containers[name="web"].image`.
    static String shown(List<String> path) {
        return path.stream().map(Fields::shown).collect(Collectors.joining());
    }

    static String shown(String word) {
        String rest = word.substring(2);
        if (word.startsWith("f:")) return "." + rest;
        if (word.startsWith("v:")) return "[=" + rest + "]";
        return JsonMapper.shared().readTree(rest).properties().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(",", "[", "]"));
    }
}
