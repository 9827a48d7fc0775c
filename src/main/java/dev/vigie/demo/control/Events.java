package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// Records events as the recorders of a real control plane do: repeated ones are counted, similar ones combined, and
/// a chatty object is silenced for a while.
final class Events {
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final World world;
    private final Similar similar = new Similar();
    private final Map<String, Tokens> tokens = new HashMap<>();
    private final Map<String, Known> known = new HashMap<>();
    private long serial;

    Events(World world) {
        this.world = world;
    }

    private record Known(String name, Instant last) {}

    void normal(String component, ObjectNode about, String reason, String message) {
        record(new Happening(component, "", about, "", "Normal", reason, message));
    }

    void warning(String component, ObjectNode about, String reason, String message) {
        record(new Happening(component, "", about, "", "Warning", reason, message));
    }

    void record(Happening plain) {
        Instant now = world.now();
        Happening event = similar.combine(plain, now);
        Tokens left = tokens.computeIfAbsent(plain.spamKey(), key -> new Tokens(now));
        if (!left.take(now)) return;
        Known before = known.get(event.key());
        if (before != null && now.isBefore(before.last.plus(FORGOTTEN)) && repeated(event, before.name)) return;
        create(event);
    }

    private boolean repeated(Happening event, String name) {
        ObjectNode was = world.written("events", event.namespace(), name);
        if (was == null) return false;
        ObjectNode is = was.deepCopy();
        is.put("count", Json.number(1, was, "count") + 1)
                .put("lastTimestamp", world.timestamp())
                .put("message", event.message());
        world.update("events", was, is);
        known.put(event.key(), new Known(name, world.now()));
        return true;
    }

    private void create(Happening event) {
        ObjectNode object = skeleton(event);
        object.put("count", 1).putNull("eventTime");
        object.put("firstTimestamp", world.timestamp()).put("lastTimestamp", world.timestamp());
        object.put("reportingComponent", event.component()).put("reportingInstance", event.host());
        ObjectNode source = Json.object(object, "source").put("component", event.component());
        if (!event.host().isEmpty()) source.put("host", event.host());
        if (write(object)) known.put(event.key(), new Known(Json.name(object), world.now()));
    }

    /// The newer form, which the scheduler uses: an event time and an action, nothing counted.
    void acted(Happening event, String action) {
        ObjectNode object = skeleton(event);
        object.put("action", action).put("eventTime", Times.micros(world.now()));
        object.putNull("firstTimestamp").putNull("lastTimestamp").putObject("source");
        object.put("reportingComponent", event.component()).put("reportingInstance", event.host());
        write(object);
    }

    private ObjectNode skeleton(Happening event) {
        ObjectNode object = Json.object().put("apiVersion", "v1").put("kind", "Event");
        Json.object(object, "metadata").put("name", name(event)).put("namespace", event.namespace());
        object.set("involvedObject", event.reference());
        return object.put("type", event.type()).put("reason", event.reason()).put("message", event.message());
    }

    private String name(Happening event) {
        Instant now = world.now();
        long nanos = now.getEpochSecond() * 1_000_000_000 + now.getNano() + serial++;
        return Json.name(event.about()) + "." + Long.toHexString(nanos);
    }

    /// A namespace that is being deleted takes no more events.
    private boolean write(ObjectNode event) {
        try {
            world.create("events", event);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    /// Drops what is so old that it no longer matters.
    void forget() {
        Instant now = world.now();
        known.values().removeIf(each -> each.last.plus(FORGOTTEN).isBefore(now));
        tokens.values().removeIf(each -> each.full(now));
        similar.forget(now);
    }

    /// 25 events at once for one object of one source, then one every five minutes.
    private static final class Tokens {
        private static final double MOST = 25;
        private static final double PER_SECOND = 1.0 / 300;

        private double left = MOST;
        private Instant since;

        Tokens(Instant since) {
            this.since = since;
        }

        boolean take(Instant now) {
            left = filled(now);
            since = now;
            if (left < 1) return false;
            left--;
            return true;
        }

        boolean full(Instant now) {
            return filled(now) >= MOST;
        }

        private double filled(Instant now) {
            return Math.min(MOST, left + Duration.between(since, now).toMillis() / 1000.0 * PER_SECOND);
        }
    }
}
