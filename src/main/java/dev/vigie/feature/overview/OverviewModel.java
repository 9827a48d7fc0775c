package dev.vigie.feature.overview;

import dev.vigie.base.Quietly;
import dev.vigie.catalog.Health;
import dev.vigie.catalog.Occurrence;
import dev.vigie.catalog.Occurrences;
import dev.vigie.command.Kubectl;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.KubeException;
import dev.vigie.kube.KubeFailure;
import dev.vigie.kube.Objects;
import dev.vigie.kube.Rows;
import dev.vigie.kube.Wire;
import dev.vigie.live.Following;
import dev.vigie.live.Fx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is wrong, what runs and what there is room for, from live rows and whole nodes. FX thread only; it is computed
/// elsewhere.
final class OverviewModel implements AutoCloseable {
    /// Kinds whose state says how a cluster stands, in this order.
    private static final List<String> KINDS = List.of(
            "nodes",
            "pods",
            "deployments.apps",
            "statefulsets.apps",
            "daemonsets.apps",
            "jobs.batch",
            "cronjobs.batch",
            "persistentvolumeclaims",
            "namespaces");
    private static final int MOST_WARNINGS = 400;
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration METRICS = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final String USAGE = "/apis/metrics.k8s.io/v1beta1/nodes";

    private final Fx fx;
    private final Cluster cluster;
    private final String context;
    private final String question = "overview " + System.identityHashCode(this);
    private final ReadOnlyObjectWrapper<Namespaces> namespaces = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Glance> glance = new ReadOnlyObjectWrapper<>(Glance.NOTHING);
    private final ReadOnlyObjectWrapper<Room> room = new ReadOnlyObjectWrapper<>(Room.COMING);
    private final ReadOnlyObjectWrapper<List<String>> kubectl = new ReadOnlyObjectWrapper<>(List.of());
    private final List<Rows> rows = new ArrayList<>();
    /// Those and the events.
    private final List<Rows> opened = new ArrayList<>();
    private final List<AutoCloseable> bells = new ArrayList<>();
    private final AtomicBoolean rung = new AtomicBoolean();
    private final AutoCloseable beat;
    private final Reserved reserved;
    private final OtherKinds others;
    private List<Kind> kinds;
    private @Nullable Rows events;
    private @Nullable Following nodes;
    private List<JsonNode> wholeNodes = List.of();
    private @Nullable JsonNode usage;
    private boolean closed;

    /// What there is room for: being asked, not to be known with its reason, or the figures.
    record Room(@Nullable Capacity capacity, @Nullable KubeFailure why) {
        static final Room COMING = new Room(null, null);
    }

    /// `context` is empty when it is kubectl's current one.
    OverviewModel(Fx fx, Cluster cluster, List<Kind> kinds, Namespaces namespaces, String context) {
        this.fx = fx;
        this.cluster = cluster;
        this.kinds = List.copyOf(kinds);
        this.context = context;
        this.namespaces.set(namespaces);
        beat = fx.every(METRICS, this::measure);
        reserved = new Reserved(fx, cluster, kind("pods"), this::reckonWhenKnown);
        others = new OtherKinds(fx, cluster, this::otherKinds, this.namespaces::get, this::ring);
        open();
        follow();
        measure();
        others.ask();
    }

    /// Kinds that tell how their objects stand and are not followed; not those that follow from others that are.
    private List<Kind> otherKinds() {
        return kinds.stream()
                .filter(kind -> Health.isTold(kind) && !KINDS.contains(kind.resource()))
                .filter(kind -> !kind.resource().equals("replicasets.apps"))
                .toList();
    }

    ReadOnlyObjectProperty<Namespaces> namespacesProperty() {
        return namespaces.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Glance> glanceProperty() {
        return glance.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Room> roomProperty() {
        return room.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<String>> kubectlProperty() {
        return kubectl.getReadOnlyProperty();
    }

    /// The kinds that the server lists.
    List<Kind> kinds() {
        return kinds;
    }

    void kinds(List<Kind> now) {
        if (kinds.equals(now)) return;
        kinds = List.copyOf(now);
        open();
        measure();
        others.ask();
    }

    void look(Namespaces wanted) {
        if (wanted.equals(namespaces.get())) return;
        namespaces.set(wanted);
        open();
        others.ask();
    }

    void tryNow() {
        others.ask();
        opened.forEach(Rows::tryNow);
        if (nodes != null) nodes.tryNow();
    }

    private @Nullable Kind kind(String resource) {
        for (Kind kind : kinds) if (kind.resource().equals(resource)) return kind;
        return null;
    }

    /// Opens the rows of every kind of interest; those before are given back after, so that what both need stays warm.
    private void open() {
        List<Rows> before = List.copyOf(opened);
        List<AutoCloseable> beforeBells = List.copyOf(bells);
        rows.clear();
        opened.clear();
        bells.clear();
        events = null;
        List<Kind> there = new ArrayList<>();
        for (String resource : KINDS) {
            Kind kind = kind(resource);
            if (kind == null) continue;
            there.add(kind);
            rows.add(listen(cluster.rows(kind, where(kind))));
        }
        Kind happened = kind("events");
        if (happened != null) events = listen(cluster.rows(happened, namespaces.get()));
        beforeBells.forEach(Quietly::close);
        before.forEach(Rows::close);
        kubectl.set(Kubectl.getAll(there, namespaces.get(), context));
        ring();
    }

    private Namespaces where(Kind kind) {
        return kind.namespaced() ? namespaces.get() : Namespaces.all();
    }

    private Rows listen(Rows one) {
        bells.add(one.onChange(this::ring));
        opened.add(one);
        return one;
    }

    /// On any thread.
    private void ring() {
        if (rung.compareAndSet(false, true)) fx.after(PAUSE, this::compute);
    }

    private void compute() {
        rung.set(false);
        if (closed) return;
        List<Rows> now = List.copyOf(rows);
        Rows happened = events;
        OtherKinds.Found found = others.found();
        fx.latest(question, () -> glance(now, happened, found))
                .then(glance::set)
                .start();
    }

    private Glance glance(List<Rows> now, @Nullable Rows happened, OtherKinds.Found found) {
        Instant moment = Instant.now();
        List<Health> healths = now.stream()
                .map(one -> Health.of(one.kind(), one.snapshot(), cluster.context(), moment))
                .toList();
        Rows.Snapshot seen = happened == null ? null : happened.snapshot();
        return seen == null
                ? new Glance(healths, found, List.of(), null)
                : new Glance(healths, found, warnings(seen), seen.state());
    }

    private static List<Occurrences> warnings(Rows.Snapshot events) {
        List<Occurrence> warned = Occurrence.of(events).stream()
                .filter(Occurrence::warning)
                .sorted(Comparator.comparing(Occurrence::last).reversed())
                .limit(MOST_WARNINGS)
                .toList();
        return Occurrences.of(warned);
    }

    private void follow() {
        Kind kind = kind("nodes");
        if (kind == null) return;
        Objects.Wanted wanted = new Objects.Wanted.Selected(kind, "", "", "");
        nodes = new Following(fx, cluster.objects(wanted), this::nodes);
    }

    private void nodes(Objects.Snapshot now) {
        wholeNodes = now.objects();
        KubeFailure why = switch (now.state()) {
            case Rows.State.Forbidden forbidden -> forbidden.why();
            case Rows.State.Failed failed -> failed.why();
            case Rows.State.Loading _, Rows.State.Live _, Rows.State.Stale _ -> null;
        };
        if (why != null) room.set(new Room(null, why));
        else if (!(now.state() instanceof Rows.State.Loading)) reckon();
    }

    private void reckon() {
        if (room.get().why() == null || !wholeNodes.isEmpty())
            room.set(new Room(Capacity.of(wholeNodes, usage, reserved.requests()), null));
    }

    private void reckonWhenKnown() {
        if (!closed && room.get().capacity() != null) reckon();
    }

    /// There are more pods than can be summed.
    boolean unsummed() {
        return reserved.tooMany();
    }

    /// Whether somebody measures what nodes and pods use.
    boolean isMeasured() {
        return kind("nodes.metrics.k8s.io") != null;
    }

    private void measure() {
        if (closed || !isMeasured()) return;
        fx.latest(question + " usage", this::used)
                .then(now -> {
                    usage = now;
                    if (!wholeNodes.isEmpty()) reckon();
                })
                .otherwise(_ -> {
                    usage = null;
                    if (!wholeNodes.isEmpty()) reckon();
                })
                .start();
    }

    private JsonNode used() throws KubeException {
        try (Wire.Answer answer = cluster.wire().get(USAGE, "application/json", PATIENCE)) {
            return JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException e) {
            throw new KubeException(new KubeFailure.Garbled(String.valueOf(e.getMessage())), e);
        }
    }

    @Override
    public void close() {
        closed = true;
        reserved.close();
        others.close();
        Quietly.close(beat);
        bells.forEach(Quietly::close);
        opened.forEach(Rows::close);
        if (nodes != null) nodes.close();
    }
}
