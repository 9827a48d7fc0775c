package dev.vigie.demo.api;

import dev.vigie.demo.model.Change;
import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.model.Resource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// All objects of the demo with one growing version, and what changed lately. Trees in here are never changed: they are
/// replaced.
final class Store {
    /// More than any client of a small cluster lags behind; older versions are `Expired`.
    private static final int REMEMBERED = 2_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, TreeMap<String, ObjectNode>> kinds = new HashMap<>();
    /// The version of the last change of each kind, and of each kind in each namespace.
    private final Map<String, Long> latest = new HashMap<>();
    private final ArrayDeque<Change> history = new ArrayDeque<>();
    private long version = 1;
    private long forgotten = 1;
    private boolean closed;

    /// The objects of one resource at one version, in order of namespace and name.
    record Listed(long version, List<ObjectNode> objects) {}

    /// Does several things as one; nobody else writes meanwhile.
    <T> T alone(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    long version() {
        return alone(() -> version);
    }

    @Nullable
    ObjectNode find(String key, String namespace, String name) {
        lock.lock();
        try {
            TreeMap<String, ObjectNode> objects = kinds.get(key);
            return objects == null ? null : objects.get(place(namespace, name));
        } finally {
            lock.unlock();
        }
    }

    /// All objects of a resource as they are now; `namespace` empty means all.
    Listed list(String key, String namespace) {
        return alone(() -> {
            TreeMap<String, ObjectNode> objects = kinds.getOrDefault(key, new TreeMap<>());
            return new Listed(version, within(objects, namespace));
        });
    }

    /// The same as it was at an earlier version.
    Listed listAt(String key, String namespace, long then) {
        return alone(() -> {
            if (then > version || then < forgotten) {
                throw Refused.expired("The resourceVersion for the provided list is too old.");
            }
            TreeMap<String, ObjectNode> objects = new TreeMap<>(kinds.getOrDefault(key, new TreeMap<>()));
            for (Iterator<Change> back = history.descendingIterator(); back.hasNext(); ) {
                Change change = back.next();
                if (change.version() <= then) break;
                if (change.resource().key().equals(key)) undo(change, objects);
            }
            return new Listed(then, within(objects, namespace));
        });
    }

    private static void undo(Change change, Map<String, ObjectNode> objects) {
        ObjectNode before = change.before();
        if (before == null) objects.remove(place(change.after()));
        else objects.put(place(before), before);
    }

    private static List<ObjectNode> within(java.util.NavigableMap<String, ObjectNode> objects, String namespace) {
        if (namespace.isEmpty()) return List.copyOf(objects.values());
        return List.copyOf(objects.subMap(namespace + "/", namespace + "0").values());
    }

    /// Keeps an object in place of what was there; its new version is written into it. The caller gives the tree away.
    ObjectNode put(Resource resource, ObjectNode object) {
        return alone(() -> {
            version++;
            Json.object(object, "metadata").put("resourceVersion", Long.toString(version));
            ObjectNode before = kinds.computeIfAbsent(resource.key(), key -> new TreeMap<>())
                    .put(place(object), object);
            Change.Type type = before == null ? Change.Type.ADDED : Change.Type.MODIFIED;
            remember(new Change(resource, version, type, before, object));
            return object;
        });
    }

    /// Takes an object away; the answer is its last state with the version of its end.
    ObjectNode remove(Resource resource, ObjectNode object) {
        return alone(() -> {
            version++;
            ObjectNode last = object.deepCopy();
            Json.object(last, "metadata").put("resourceVersion", Long.toString(version));
            TreeMap<String, ObjectNode> objects = kinds.get(resource.key());
            ObjectNode before = objects == null ? null : objects.remove(place(object));
            if (before != null) remember(new Change(resource, version, Change.Type.DELETED, before, last));
            return last;
        });
    }

    /// The version of the last change of a resource, `namespace` empty for all; 0 when it never changed.
    long version(String key, String namespace) {
        return alone(() -> latest.getOrDefault(place(namespace, key), 0L));
    }

    private void remember(Change change) {
        String key = change.resource().key();
        latest.put(place("", key), change.version());
        latest.put(place(Json.namespace(change.after()), key), change.version());
        history.addLast(change);
        while (history.size() > REMEMBERED) forgotten = history.removeFirst().version();
        changed.signalAll();
    }

    /// Every change after a version, oldest first; null when that is no longer known.
    @Nullable
    List<Change> after(long then) {
        lock.lock();
        try {
            if (then < forgotten) return null;
            List<Change> changes = new ArrayList<>();
            for (Iterator<Change> back = history.descendingIterator(); back.hasNext(); ) {
                Change change = back.next();
                if (change.version() <= then) break;
                changes.addFirst(change);
            }
            return changes;
        } finally {
            lock.unlock();
        }
    }

    /// The oldest version whose changes are all remembered.
    long oldest() {
        return alone(() -> forgotten);
    }

    /// Forgets what happened, as a compaction does.
    void compact() {
        alone(() -> {
            history.clear();
            forgotten = version;
            return true;
        });
    }

    /// Waits until something is newer than a version, or so long; false when the store was closed.
    boolean await(long then, Duration longest) throws InterruptedException {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (version <= then && left > 0 && !closed) left = changed.awaitNanos(left);
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /// Wakes all who wait, for good.
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static String place(ObjectNode object) {
        return place(Json.namespace(object), Json.name(object));
    }

    private static String place(String namespace, String name) {
        return namespace + "/" + name;
    }
}
