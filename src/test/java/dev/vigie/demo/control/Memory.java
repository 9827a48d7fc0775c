package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Objects;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.model.Resource;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Objects kept in memory with the rules of the real store: versions, generations, finalizers, grace of pods.
final class Memory implements Objects {
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

    private final InstantSource clock;
    private final TreeMap<String, ObjectNode> all = new TreeMap<>();
    private final Map<String, Integer> versions = new HashMap<>();
    private final Random random = new Random(7);
    private int version;
    private int writes;

    @Nullable
    String quota;

    Memory(InstantSource clock) {
        this.clock = clock;
    }

    /// How often something was written so far.
    int writes() {
        return writes;
    }

    private static String key(String resource, String namespace, String name) {
        return resource + "/" + namespace + "/" + name;
    }

    private static String key(String resource, ObjectNode object) {
        return key(resource, Json.namespace(object), Json.name(object));
    }

    private static Resource resource(String key) {
        int dot = key.indexOf('.');
        String plural = dot < 0 ? key : key.substring(0, dot);
        String group = dot < 0 ? "" : key.substring(dot + 1);
        return new Resource(group, "v1", plural, plural, plural, true, List.of(), List.of());
    }

    @Override
    public List<ObjectNode> list(String resource, String namespace) {
        List<ObjectNode> found = new ArrayList<>();
        String from = resource + "/" + (namespace.isEmpty() ? "" : namespace + "/");
        all.tailMap(from).forEach((key, object) -> {
            if (key.startsWith(from)) found.add(object);
        });
        return found;
    }

    @Override
    public long version(String resource, String namespace) {
        return versions.getOrDefault(resource, 0);
    }

    private void written(String resource) {
        versions.put(resource, ++version);
        writes++;
    }

    @Override
    public @Nullable ObjectNode get(String resource, String namespace, String name) {
        return all.get(key(resource, namespace, name));
    }

    @Override
    public ObjectNode create(String resource, ObjectNode given) {
        ObjectNode object = given.deepCopy();
        ObjectNode metadata = Json.object(object, "metadata");
        String prefix = Json.text(metadata, "generateName");
        if (!metadata.has("name")) metadata.put("name", prefix + letters());
        if (all.containsKey(key(resource, object))) throw Refused.alreadyExists(resource(resource), Json.name(object));
        if (resource.equals("pods") && quota != null)
            throw Refused.forbidden(resource(resource), Json.name(object), quota);
        metadata.put("uid", UUID.randomUUID().toString());
        metadata.put("creationTimestamp", Times.seconds(clock.instant()));
        if (!resource.equals("events")) metadata.put("generation", 1);
        if (resource.equals("pods"))
            Json.object(object, "status").put("phase", "Pending").put("qosClass", "BestEffort");
        return store(resource, object);
    }

    private String letters() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5; i++) text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return text.toString();
    }

    private ObjectNode store(String resource, ObjectNode object) {
        written(resource);
        Json.object(object, "metadata").put("resourceVersion", String.valueOf(version));
        all.put(key(resource, object), object);
        return object;
    }

    @Override
    public ObjectNode update(String resource, ObjectNode given) {
        ObjectNode was = found(resource, given);
        ObjectNode is = given.deepCopy();
        is.remove("status");
        if (was.has("status")) is.set("status", was.get("status"));
        if (is.equals(was)) return was;
        if (differs(was, is) && !bound(resource, was, is)) {
            int generation = Json.number(0, was, "metadata", "generation") + 1;
            Json.object(is, "metadata").put("generation", generation);
        }
        if (Json.at(is, "metadata", "deletionTimestamp") != null
                && finalizers(is).isEmpty()
                && Json.number(0, is, "metadata", "deletionGracePeriodSeconds") == 0) {
            all.remove(key(resource, is));
            written(resource);
            return is;
        }
        return store(resource, is);
    }

    private static boolean differs(ObjectNode was, ObjectNode is) {
        JsonNode before = was.get("spec");
        return before != null && !before.equals(is.get("spec"));
    }

    private static boolean bound(String resource, ObjectNode was, ObjectNode is) {
        return resource.equals("pods")
                && Pods.node(was).isEmpty()
                && !Pods.node(is).isEmpty();
    }

    @Override
    public ObjectNode updateStatus(String resource, ObjectNode given) {
        ObjectNode was = found(resource, given);
        ObjectNode is = was.deepCopy();
        if (given.has("status")) is.set("status", given.get("status").deepCopy());
        return is.equals(was) ? was : store(resource, is);
    }

    private ObjectNode found(String resource, ObjectNode given) {
        ObjectNode was = all.get(key(resource, given));
        if (was == null) throw Refused.notFound(resource(resource), Json.name(given));
        String wanted = Json.text(given, "metadata", "resourceVersion");
        if (!wanted.isEmpty() && !wanted.equals(Json.text(was, "metadata", "resourceVersion")))
            throw Refused.conflict(resource(resource), Json.name(given), "the object has been modified");
        return was;
    }

    private static List<String> finalizers(ObjectNode object) {
        List<String> names = new ArrayList<>();
        for (JsonNode each : Json.list(object, "metadata", "finalizers")) names.add(each.asString());
        return names;
    }

    @Override
    public void delete(String resource, String namespace, String name, String propagation) {
        ObjectNode was = get(resource, namespace, name);
        if (was == null) return;
        ObjectNode is = was.deepCopy();
        List<String> finalizers = finalizers(is);
        if (propagation.equals("Foreground")) finalizers.add("foregroundDeletion");
        if (propagation.equals("Orphan")) finalizers.add("orphan");
        boolean graceful = resource.equals("pods") && !Pods.node(is).isEmpty() && !Pods.ended(is);
        boolean namespaces = resource.equals("namespaces");
        if (finalizers.isEmpty() && !graceful && !namespaces) {
            remove(resource, namespace, name);
            return;
        }
        ObjectNode metadata = Json.object(is, "metadata");
        metadata.put("deletionTimestamp", Times.seconds(clock.instant().plusSeconds(graceful ? 30 : 0)));
        metadata.put("deletionGracePeriodSeconds", graceful ? 30 : 0);
        if (namespaces) Json.object(is, "status").put("phase", "Terminating");
        ArrayNode list = metadata.putArray("finalizers");
        finalizers.stream().distinct().forEach(list::add);
        if (finalizers.isEmpty()) metadata.remove("finalizers");
        if (!is.equals(was)) store(resource, is);
    }

    @Override
    public void remove(String resource, String namespace, String name) {
        if (all.remove(key(resource, namespace, name)) == null) return;
        written(resource);
    }

    ObjectNode put(String resource, String json) {
        return create(resource, (ObjectNode) JsonMapper.shared().readTree(json));
    }
}
