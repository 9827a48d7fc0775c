package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Objects;
import dev.vigie.demo.model.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What controllers see and do: the objects, the time of this round, events, and when they want to be asked again.
final class World {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Objects objects;
    private final InstantSource clock;
    private final Events events;
    private Instant now;
    private Instant next;
    private boolean changed;

    World(Objects objects, InstantSource clock) {
        this.objects = objects;
        this.clock = clock;
        events = new Events(this);
        now = clock.instant();
        next = now;
    }

    void beginRound() {
        now = clock.instant();
        next = now.plus(LONGEST);
        changed = false;
    }

    /// Whether this round wrote anything.
    boolean changed() {
        return changed;
    }

    Instant next() {
        return next;
    }

    Instant now() {
        return now;
    }

    String timestamp() {
        return Times.seconds(now);
    }

    Events events() {
        return events;
    }

    /// Asks for a run at this instant, or earlier.
    void wake(Instant at) {
        next = Times.earlier(next, at);
    }

    boolean reached(Instant at) {
        if (!now.isBefore(at)) return true;
        wake(at);
        return false;
    }

    List<ObjectNode> list(String resource) {
        return objects.list(resource, "");
    }

    List<ObjectNode> list(String resource, String namespace) {
        return objects.list(resource, namespace);
    }

    @Nullable
    ObjectNode get(String resource, String namespace, String name) {
        return objects.get(resource, namespace, name);
    }

    /// The newest state of an object that was read before, or null when it is gone or another one.
    @Nullable
    ObjectNode again(String resource, ObjectNode object) {
        ObjectNode found = objects.get(resource, Json.namespace(object), Json.name(object));
        return found != null && Json.uid(found).equals(Json.uid(object)) ? found : null;
    }

    /// A refusal is thrown: what it means depends on who creates.
    ObjectNode create(String resource, ObjectNode object) {
        ObjectNode created = objects.create(resource, object);
        changed = true;
        return created;
    }

    /// Writes all but the status when it differs; null when somebody else was faster or it was refused.
    @Nullable
    ObjectNode update(String resource, ObjectNode was, ObjectNode is) {
        return was.equals(is) ? was : written(was, () -> objects.update(resource, is));
    }

    /// Writes the status when it differs; null when somebody else was faster or it was refused.
    @Nullable
    ObjectNode status(String resource, ObjectNode was, ObjectNode is) {
        return was.equals(is) ? was : written(was, () -> objects.updateStatus(resource, is));
    }

    private @Nullable ObjectNode written(ObjectNode was, Supplier<ObjectNode> write) {
        try {
            ObjectNode is = write.get();
            if (!version(is).equals(version(was))) changed = true;
            return is;
        } catch (Refused refused) {
            if (refused.code() == 409) wake(now.plusMillis(20));
            return null;
        }
    }

    private static String version(ObjectNode object) {
        return Json.text(object, "metadata", "resourceVersion");
    }

    void delete(String resource, ObjectNode object, String propagation) {
        if (Json.at(object, "metadata", "deletionTimestamp") != null) return;
        attempt(() -> objects.delete(resource, Json.namespace(object), Json.name(object), propagation));
    }

    void remove(String resource, ObjectNode object) {
        attempt(() -> objects.remove(resource, Json.namespace(object), Json.name(object)));
    }

    private void attempt(Runnable write) {
        try {
            write.run();
            changed = true;
        } catch (Refused refused) {
            wake(now.plusSeconds(1));
        }
    }
}
