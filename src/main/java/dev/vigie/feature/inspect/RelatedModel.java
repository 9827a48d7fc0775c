package dev.vigie.feature.inspect;

import dev.vigie.base.Quietly;
import dev.vigie.base.Ref;
import dev.vigie.catalog.Catalog;
import dev.vigie.catalog.Cells;
import dev.vigie.catalog.KnownKind;
import dev.vigie.catalog.Relations;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kind.Tone;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.Objects;
import dev.vigie.kube.Row;
import dev.vigie.kube.Rows;
import dev.vigie.live.Following;
import dev.vigie.live.Fx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What has to do with one object: whom it controls, the pods it selects or holds, who uses it. Reads the same live
/// rows as the tables do. FX thread only.
final class RelatedModel implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Fx fx;
    private final Cluster cluster;
    private final Cluster.Discovery discovery;
    private final Kind kind;
    private final Ref ref;
    private final List<Source> sources = new ArrayList<>();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final ReadOnlyObjectWrapper<List<Circle>> circles = new ReadOnlyObjectWrapper<>(List.of());
    private @Nullable Following users;
    private @Nullable Circle using;
    private Map<String, String> selector = Map.of();
    private boolean begun;
    private boolean closed;

    /// Open rows, and which of them are meant: by who owns them, or by themselves.
    private record Source(Rows rows, AutoCloseable bell, boolean owned) {}

    RelatedModel(Fx fx, Cluster cluster, Cluster.Discovery discovery, Kind kind, Ref ref) {
        this.fx = fx;
        this.cluster = cluster;
        this.discovery = discovery;
        this.kind = kind;
        this.ref = ref;
    }

    /// Those with members, and those that cannot be read.
    ReadOnlyObjectProperty<List<Circle>> circlesProperty() {
        return circles.getReadOnlyProperty();
    }

    /// The object as it is now; what it names is opened the first time.
    void object(JsonNode object) {
        Map<String, String> now = Relations.selector(kind, object);
        boolean same = begun && now.equals(selector);
        selector = now;
        if (!begun) begin();
        if (!same) arrange();
    }

    private void begin() {
        begun = true;
        for (String resource : Relations.controlled(kind)) open(resource, true);
        boolean holds = kind.resource().equals("nodes");
        if (holds || !selector.isEmpty()) open("pods", false);
        Kind pods = discovery.find("pods");
        if (pods == null || !Relations.usedByPods(kind)) return;
        users = new Following(
                fx, cluster.objects(new Objects.Wanted.Selected(pods, ref.namespace(), "", "")), this::usersHeard);
    }

    private void open(String resource, boolean owned) {
        Kind child = discovery.find(resource);
        if (child == null) return;
        Namespaces where = ref.namespace().isEmpty() ? Namespaces.all() : Namespaces.named(ref.namespace());
        Rows rows = cluster.rows(child, where);
        sources.add(new Source(rows, rows.onChange(this::changed), owned));
    }

    private void changed() {
        if (waiting.compareAndSet(false, true)) fx.after(PAUSE, this::arrange);
    }

    private void usersHeard(Objects.Snapshot now) {
        Kind pods = discovery.find("pods");
        if (pods == null) return;
        List<Relative> members = now.objects().stream()
                .filter(pod -> Relations.used(kind, pod).contains(ref.name()))
                .map(pod -> user(pods, pod))
                .toList();
        using = new Circle(pods, true, members, now.state());
        arrange();
    }

    private Relative user(Kind pods, JsonNode pod) {
        JsonNode metadata = pod.path("metadata");
        Ref to = new Ref(
                cluster.context(),
                pods.gvk(),
                metadata.path("namespace").asString(""),
                metadata.path("name").asString(""),
                metadata.path("uid").asString(""));
        var standing = Catalog.of(pods).page(pod).standing();
        return new Relative(to, standing.tone(), standing.word(), Long.MIN_VALUE);
    }

    private void arrange() {
        waiting.set(false);
        if (closed) return;
        Set<String> family = new HashSet<>(Set.of(ref.uid()));
        List<Circle> all = new ArrayList<>();
        for (Source source : sources) {
            Rows.Snapshot snapshot = source.rows.snapshot();
            List<Row> members = snapshot.rows().stream()
                    .filter(source.owned ? row -> ownedBy(row, family) : chosen(snapshot))
                    .toList();
            if (source.owned) members.forEach(row -> family.add(row.uid()));
            all.add(new Circle(
                    source.rows.kind(), false, relatives(source.rows.kind(), snapshot, members), snapshot.state()));
        }
        if (using != null) all.add(using);
        circles.set(List.copyOf(all));
    }

    private static boolean ownedBy(Row row, Set<String> family) {
        return row.owners().stream().anyMatch(owner -> family.contains(owner.uid()));
    }

    private Predicate<Row> chosen(Rows.Snapshot snapshot) {
        if (kind.resource().equals("nodes"))
            return row -> new Cells(row, snapshot.columns()).say("Node").equals(ref.name());
        return row -> row.labels().entrySet().containsAll(selector.entrySet());
    }

    private List<Relative> relatives(Kind of, Rows.Snapshot snapshot, List<Row> members) {
        KnownKind known = Catalog.of(of);
        List<Relative> all = new ArrayList<>();
        for (Row row : members) {
            Cells cells = new Cells(row, snapshot.columns());
            Ref to = new Ref(cluster.context(), of.gvk(), row.namespace(), row.name(), row.uid());
            Tone tone = known.tone(cells);
            all.add(new Relative(to, tone, cells.say(known.toneColumn(cells)), row.created()));
        }
        all.sort(java.util.Comparator.comparing((Relative one) -> one.tone() == Tone.DONE)
                .thenComparing(one -> one.ref().name()));
        return all;
    }

    @Override
    public void close() {
        closed = true;
        for (Source source : sources) {
            Quietly.close(source.bell);
            source.rows.close();
        }
        Following open = users;
        if (open != null) open.close();
    }
}
