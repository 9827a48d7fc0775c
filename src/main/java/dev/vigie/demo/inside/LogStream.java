package dev.vigie.demo.inside;

import dev.vigie.demo.image.Image;
import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The log of one container, as `GET …/pods/NAME/log` sends it: bytes, and more of them while it is followed.
public final class LogStream {
    private static final Duration TICK = Duration.ofMillis(200);

    private final Containers containers;
    private final InstantSource clock;
    private final LogQuery query;
    private final ObjectNode pod;
    private final @Nullable Opened opened;

    /// What was there when it was asked for.
    private record Opened(ObjectNode container, Image image, Lifetime lifetime) {}

    private LogStream(
            Containers containers, InstantSource clock, LogQuery query, ObjectNode pod, @Nullable Opened opened) {
        this.containers = containers;
        this.clock = clock;
        this.query = query;
        this.pod = pod;
        this.opened = opened;
    }

    /// Checks everything that can be refused, in the order and words of a real cluster (`Refused`).
    public static LogStream open(
            Containers containers,
            InstantSource clock,
            String namespace,
            String name,
            Map<String, List<String>> parameters) {
        LogQuery query = LogQuery.read(name, parameters);
        ObjectNode pod = Pods.find(containers, namespace, name);
        String chosen = Pods.choose(pod, query.container());
        if (!Pods.scheduled(pod)) return new LogStream(containers, clock, query, pod, null);
        ObjectNode container = Pods.spec(pod, chosen);
        if (container == null) throw Refused.badRequest("container " + chosen + " is not valid for pod " + name);
        Image image = containers.image(pod, container);
        Lifetime lifetime = Lifetime.of(pod, container, image, query.previous());
        return new LogStream(containers, clock, query, pod, new Opened(container, image, lifetime));
    }

    /// Whether there is no node to ask: then a real server answers 204 without a body.
    public boolean empty() {
        return opened == null;
    }

    /// True when bytes should be flushed as they come.
    public boolean follows() {
        return query.follow();
    }

    /// Writes the log and flushes; when followed, until the container ended, or the reader went away
    /// (`IOException`, or an interrupt). `bell` is rung when a clock was moved by hand.
    public void writeTo(OutputStream out, Bell bell) throws IOException {
        if (opened == null) return;
        try (var watching = containers.watch(Json.namespace(pod), Json.name(pod), bell::ring)) {
            Objects.requireNonNull(watching);
            write(opened, new LogText(out, query), bell);
        } catch (LogText.Full e) {
            out.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private void write(Opened log, LogText text, Bell bell) throws IOException, InterruptedException {
        Instant now = clock.instant();
        Instant to = end(log.lifetime, now);
        Instant from = new LogTail(log.image, log.container, log.lifetime.started()).write(query, to, now, text);
        Lifetime lifetime = log.lifetime;
        text.flush();
        while (query.follow() && lifetime.ended() == null) {
            bell.await(TICK);
            lifetime = after(log);
            to = end(lifetime, clock.instant());
            if (!to.isAfter(from)) continue;
            text.write(log.image.log(log.container, lifetime.started(), from, to));
            text.flush();
            from = to;
        }
    }

    private static Instant end(Lifetime lifetime, Instant now) {
        return lifetime.ended() == null ? now : lifetime.ended();
    }

    /// The instance that is followed, as it is now: perhaps it ended, or another one took its place.
    private Lifetime after(Opened log) {
        Lifetime was = log.lifetime;
        ObjectNode now = containers.pod(Json.namespace(pod), Json.name(pod));
        if (now == null || !Json.uid(now).equals(Json.uid(pod))) return ended(was);
        for (boolean previous : new boolean[] {false, true}) {
            try {
                Lifetime found = Lifetime.of(now, log.container, log.image, previous);
                if (found.started().equals(was.started())) return found;
            } catch (Refused gone) {
                return ended(was);
            }
        }
        return ended(was);
    }

    private Lifetime ended(Lifetime was) {
        return new Lifetime(was.started(), clock.instant());
    }
}
