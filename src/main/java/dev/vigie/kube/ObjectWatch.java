package dev.vigie.kube;

import dev.vigie.base.Quietly;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/// Reads whole objects and follows them on a virtual thread of its own until closed. Who may read but not watch is
/// read again and again.
final class ObjectWatch implements Objects, Runnable {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration SLOWLY = Duration.ofSeconds(30);

    private final Wire wire;
    private final Circuit circuit;
    private final ObjectRequests requests;
    private final Bells bells = new Bells();
    private final Backoff backoff = new Backoff();
    private final Waiting waiting = new Waiting();
    private final AutoCloseable circuitBell;

    private volatile boolean closed;
    private volatile boolean down;
    private volatile Wire.@Nullable Answer open;
    private volatile @Nullable Thread asking;
    private volatile Content content = new Content(0, List.of(), false);
    private volatile Rows.State state = new Rows.State.Loading(0, -1);
    private final Map<String, JsonNode> objects = new LinkedHashMap<>();
    private String resume = "";
    private boolean polls;
    private boolean filled;

    private record Content(long version, List<JsonNode> objects, boolean more) {}

    ObjectWatch(Wire wire, Circuit circuit, Wanted wanted) {
        this.wire = wire;
        this.circuit = circuit;
        requests = new ObjectRequests(wanted);
        polls = !wanted.kind().can("watch");
        down = circuit.trouble() != null;
        circuitBell = circuit.onChange(this::circuitChanged);
    }

    ObjectWatch start() {
        Thread.ofVirtual().name("objects").start(this);
        return this;
    }

    @Override
    public Snapshot snapshot() {
        Content now = content;
        KubeFailure trouble = circuit.trouble();
        Rows.State said = state;
        if (trouble != null) {
            said = said instanceof Rows.State.Live || said instanceof Rows.State.Stale
                    ? new Rows.State.Stale(circuit.lastHeard(), circuit.nextTry(), trouble)
                    : new Rows.State.Failed(trouble, circuit.nextTry());
        }
        return new Snapshot(now.version, now.objects, now.more, said);
    }

    @Override
    public AutoCloseable onChange(Runnable bell) {
        return bells.add(bell);
    }

    @Override
    public void tryNow() {
        backoff.reset();
        circuit.tryNow();
        waiting.wake();
    }

    @Override
    public void close() {
        closed = true;
        Quietly.close(circuitBell);
        interrupt();
    }

    private void interrupt() {
        Thread waits = asking;
        if (waits != null) waits.interrupt();
        Wire.Answer answer = open;
        if (answer != null) answer.close();
        waiting.wake();
    }

    /// Streams of before a loss may be dead: they are resumed.
    private void circuitChanged() {
        boolean now = circuit.trouble() != null;
        if (down && !now) interrupt();
        down = now;
        bells.ring();
    }

    @Override
    public void run() {
        while (!closed) {
            if (circuit.trouble() == null) turn();
            else {
                down = true;
                waiting.await(SLOWLY);
            }
        }
    }

    private void turn() {
        Thread.interrupted();
        try {
            if (resume.isEmpty() || polls) read();
            else watch();
        } catch (KubeException e) {
            if (!closed) failed(e.failure());
        } catch (IOException | JacksonException e) {
            if (!closed) cut(String.valueOf(e.getMessage()));
        }
    }

    private void read() throws KubeException, IOException {
        JsonNode answer;
        try (Wire.Answer read = begun(() -> wire.get(requests.read(), ObjectRequests.ACCEPT, LIMIT))) {
            answer = JsonMapper.shared().readTree(read.body());
        } finally {
            open = null;
        }
        objects.clear();
        boolean one = requests.wanted() instanceof Wanted.Named;
        if (one) put(answer);
        else answer.path("items").forEach(item -> put(headed(item, answer)));
        boolean more = !answer.path("metadata").path("continue").asString("").isEmpty();
        resume = answer.path("metadata").path("resourceVersion").asString("");
        filled = true;
        backoff.reset();
        say(new Rows.State.Live(Instant.now(), List.of()), more);
        if (polls || resume.isEmpty()) waiting.await(POLL);
    }

    /// Items of a list do not say what they are.
    private static JsonNode headed(JsonNode item, JsonNode list) {
        if (item.has("kind") || !(item instanceof tools.jackson.databind.node.ObjectNode object)) return item;
        String kind = list.path("kind").asString("");
        object.put("kind", kind.endsWith("List") ? kind.substring(0, kind.length() - 4) : kind);
        object.put("apiVersion", list.path("apiVersion").asString(""));
        return object;
    }

    private void put(JsonNode object) {
        objects.put(key(object), object);
    }

    private static String key(JsonNode object) {
        JsonNode metadata = object.path("metadata");
        String uid = metadata.path("uid").asString("");
        return uid.isEmpty()
                ? metadata.path("namespace").asString("") + "/"
                        + metadata.path("name").asString("")
                : uid;
    }

    private void watch() throws KubeException, IOException {
        try (Wire.Answer answer = begun(() -> wire.stream(requests.watch(resume), ObjectRequests.ACCEPT, SILENCE))) {
            say(new Rows.State.Live(Instant.now(), List.of()), content.more);
            try (MappingIterator<JsonNode> events =
                    JsonMapper.shared().readerFor(JsonNode.class).readValues(answer.body())) {
                while (events.hasNextValue()) event(events.nextValue());
            }
        } catch (JacksonException e) {
            if (!(e.getCause() instanceof InterruptedIOException)) throw e;
        } finally {
            open = null;
        }
    }

    private void event(JsonNode event) throws KubeException {
        JsonNode object = event.path("object");
        String type = event.path("type").asString("");
        switch (type) {
            case "ADDED", "MODIFIED" -> put(object);
            case "DELETED" -> objects.remove(key(object));
            case "BOOKMARK" -> {}
            case "ERROR" -> throw Statuses.thrown(object);
            default -> throw new KubeException(new KubeFailure.Garbled("event " + type));
        }
        String version = object.path("metadata").path("resourceVersion").asString("");
        if (!version.isEmpty()) resume = version;
        backoff.reset();
        if (!type.equals("BOOKMARK")) say(state, content.more);
    }

    private interface Asking {
        Wire.Answer ask() throws KubeException;
    }

    private Wire.Answer begun(Asking request) throws KubeException {
        asking = Thread.currentThread();
        try {
            if (closed) throw new KubeException(new KubeFailure.Cancelled());
            Wire.Answer answer = request.ask();
            open = answer;
            return answer;
        } finally {
            asking = null;
        }
    }

    private void cut(String how) {
        circuit.doubt();
        retry(new KubeFailure.Garbled(how));
    }

    private void failed(KubeFailure failure) {
        boolean reading = resume.isEmpty() || polls;
        switch (failure) {
            case KubeFailure.Cancelled _ -> {}
            case KubeFailure.Gone _ -> resume = "";
            case KubeFailure.Forbidden forbidden
            when reading -> {
                objects.clear();
                say(new Rows.State.Forbidden(forbidden), false);
                waiting.await(SLOWLY);
            }
            case KubeFailure.Forbidden _ -> polls = true;
            case KubeFailure.NotFound _ when !reading -> polls = true;
            case KubeFailure.NotFound _ when requests.wanted() instanceof Wanted.Named -> absent();
            case KubeFailure.Unreachable unreachable -> {
                circuit.doubt();
                retry(unreachable);
            }
            case KubeFailure other -> retry(other);
        }
    }

    /// There is no such object, or no longer; another of its name may come.
    private void absent() {
        objects.clear();
        resume = "";
        filled = true;
        say(new Rows.State.Live(Instant.now(), List.of()), false);
        waiting.await(POLL);
    }

    private void retry(KubeFailure why) {
        Duration pause = backoff.pause();
        Instant next = Instant.now().plus(pause);
        Rows.State said =
                filled ? new Rows.State.Stale(circuit.lastHeard(), next, why) : new Rows.State.Failed(why, next);
        say(said, content.more);
        waiting.await(pause);
    }

    private void say(Rows.State now, boolean more) {
        List<JsonNode> all = List.copyOf(objects.values());
        Content before = content;
        if (!before.objects.equals(all) || before.more != more) content = new Content(before.version + 1, all, more);
        state = now;
        bells.ring();
    }
}
