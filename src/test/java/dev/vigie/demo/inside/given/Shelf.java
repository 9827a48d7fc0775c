package dev.vigie.demo.inside.given;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Objects;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Objects that can only be read, written as JSON with single quotes.
final class Shelf implements Objects {
    private final Map<String, List<ObjectNode>> all = new LinkedHashMap<>();

    static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    Shelf with(String resource, String text) {
        all.computeIfAbsent(resource, any -> new ArrayList<>()).add(json(text));
        return this;
    }

    @Override
    public List<ObjectNode> list(String resource, String namespace) {
        return all.getOrDefault(resource, List.of()).stream()
                .filter(each -> namespace.isEmpty() || Json.namespace(each).equals(namespace))
                .toList();
    }

    @Override
    public @Nullable ObjectNode get(String resource, String namespace, String name) {
        return list(resource, namespace).stream()
                .filter(each -> Json.name(each).equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public long version(String resource, String namespace) {
        return 1;
    }

    @Override
    public ObjectNode create(String resource, ObjectNode object) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ObjectNode update(String resource, ObjectNode object) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ObjectNode updateStatus(String resource, ObjectNode object) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(String resource, String namespace, String name, String propagation) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(String resource, String namespace, String name) {
        throw new UnsupportedOperationException();
    }
}
