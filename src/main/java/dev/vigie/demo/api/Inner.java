package dev.vigie.demo.api;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Objects;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.model.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The objects as the controllers of the demo see and change them: as any client, but trusted.
final class Inner implements Objects {
    private static final Writes.Manner MANNER = new Writes.Manner("kube-controller-manager", false, true, false);

    private final Store store;
    private final Kinds kinds;
    private final Deletion deletion;
    private @Nullable Writes writes;

    Inner(Store store, Kinds kinds, Deletion deletion) {
        this.store = store;
        this.kinds = kinds;
        this.deletion = deletion;
    }

    /// Admission needs the objects and writing needs admission: so this one comes later.
    void writeThrough(Writes through) {
        writes = through;
    }

    private Writes writes() {
        return java.util.Objects.requireNonNull(writes);
    }

    @Override
    public List<ObjectNode> list(String resource, String namespace) {
        return store.list(resource, namespace).objects();
    }

    @Override
    public @Nullable ObjectNode get(String resource, String namespace, String name) {
        return store.find(resource, namespace, name);
    }

    @Override
    public long version(String resource, String namespace) {
        return store.version(resource, namespace);
    }

    @Override
    public ObjectNode create(String resource, ObjectNode object) {
        return writes().create(kinds.stored(resource), object, MANNER);
    }

    @Override
    public ObjectNode update(String resource, ObjectNode object) {
        return replaced(resource, object, "");
    }

    @Override
    public ObjectNode updateStatus(String resource, ObjectNode object) {
        return replaced(resource, object, "status");
    }

    private ObjectNode replaced(String resource, ObjectNode object, String part) {
        Resource kind = kinds.stored(resource);
        return store.alone(() -> writes().update(kind, there(kind, object), object, part, MANNER));
    }

    private ObjectNode there(Resource kind, ObjectNode object) {
        ObjectNode before = store.find(kind.key(), Json.namespace(object), Json.name(object));
        if (before == null) throw Refused.notFound(kind, Json.name(object));
        return before;
    }

    @Override
    public void delete(String resource, String namespace, String name, String propagation) {
        store.alone(() -> {
            ObjectNode before = store.find(resource, namespace, name);
            ObjectNode options = Json.object().put("propagationPolicy", propagation);
            if (before != null) deletion.ask(kinds.stored(resource), before, options, writes().now());
            return true;
        });
    }

    @Override
    public void remove(String resource, String namespace, String name) {
        store.alone(() -> {
            ObjectNode before = store.find(resource, namespace, name);
            if (before != null) deletion.ended(kinds.stored(resource), before, writes().now());
            return true;
        });
    }
}
