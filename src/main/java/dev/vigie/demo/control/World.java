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
    private final Objects objects;
    private final InstantSource clock;
    private final Events events;
    private Glance glance = new Glance();
    private Instant now;
    private int pace = 1;

    World(Objects objects, InstantSource clock) {
        this.objects = objects;
        this.clock = clock;
        events = new Events(this);
        now = clock.instant();
    }

    void beginRound() {
        now = clock.instant();
    }

    /// Does a piece of work and tells what it looked at; the work around it is taken to have looked at that too.
    Glance observed(Runnable work) {
        Glance around = glance;
        Glance own = new Glance();
        glance = own;
        try {
            work.run();
        } finally {
            glance = around;
            around.include(own);
        }
        return own;
    }

    /// A piece of work was not done again because nothing it had looked at has changed.
    void spared(Glance before) {
        glance.include(before);
    }

    /// Whether what was seen then is what would be seen now, and nothing is due.
    boolean same(Glance before) {
        return before.same(objects, now);
    }

    Instant now() {
        return now;
    }

    void hurry(boolean on) {
        pace = on ? 40 : 1;
    }

    /// Asks for another look after this time, or later in a hurry.
    Instant again(Duration after) {
        Instant at = now.plus(after.multipliedBy(pace));
        wake(at);
        return at;
    }

    String timestamp() {
        return Times.seconds(now);
    }

    Events events() {
        return events;
    }

    /// Asks for a run at this instant, or earlier.
    void wake(Instant at) {
        glance.wake(at);
    }

    boolean reached(Instant at) {
        if (!now.isBefore(at)) return true;
        wake(at);
        return false;
    }

    List<ObjectNode> list(String resource) {
        return list(resource, "");
    }

    List<ObjectNode> list(String resource, String namespace) {
        glance.listed(resource, namespace, objects.version(resource, namespace));
        return objects.list(resource, namespace);
    }

    @Nullable
    ObjectNode get(String resource, String namespace, String name) {
        ObjectNode found = objects.get(resource, namespace, name);
        glance.got(resource, namespace, name, found);
        return found;
    }

    /// What was written as a note for others: nobody acts upon it, so its changes are no reason to run again.
    @Nullable
    ObjectNode written(String resource, String namespace, String name) {
        return objects.get(resource, namespace, name);
    }

    /// The newest state of an object that was read before, or null when it is gone or another one.
    @Nullable
    ObjectNode again(String resource, ObjectNode object) {
        ObjectNode found = get(resource, Json.namespace(object), Json.name(object));
        return found != null && Json.uid(found).equals(Json.uid(object)) ? found : null;
    }

    /// A refusal is thrown: what it means depends on who creates.
    ObjectNode create(String resource, ObjectNode object) {
        return objects.create(resource, object);
    }

    /// Writes all but the status when it differs; null when somebody else was faster or it was refused.
    @Nullable
    ObjectNode update(String resource, ObjectNode was, ObjectNode is) {
        return was.equals(is) ? was : written(() -> objects.update(resource, is));
    }

    /// Writes the status when it differs; null when somebody else was faster or it was refused.
    @Nullable
    ObjectNode status(String resource, ObjectNode was, ObjectNode is) {
        return was.equals(is) ? was : written(() -> objects.updateStatus(resource, is));
    }

    private @Nullable ObjectNode written(Supplier<ObjectNode> write) {
        try {
            return write.get();
        } catch (Refused refused) {
            if (refused.code() == 409) wake(now.plusMillis(20));
            return null;
        }
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
        } catch (Refused refused) {
            wake(now.plusSeconds(1));
        }
    }
}
