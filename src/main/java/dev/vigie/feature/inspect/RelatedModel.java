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
import dev.vigie.kube.Row;
import dev.vigie.kube.Rows;
import dev.vigie.live.Fx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What has to do with one object: its owners, whom it controls, the pods it selects or holds, what it uses and who
/// uses
/// it. Whom it owns or selects is read from the same live rows as the tables. FX thread only.
final class RelatedModel implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration REST = Duration.ofSeconds(1);

    private final Fx fx;
    private final Cluster cluster;
    private final Cluster.Discovery discovery;
    private final Kind kind;
    private final Ref ref;
    private final List<Source> sources = new ArrayList<>();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final ReadOnlyObjectWrapper<List<Circle>> circles = new ReadOnlyObjectWrapper<>(List.of());
    private @Nullable Users users;
    private @Nullable JsonNode object;
    private AutoCloseable resting = () -> {};
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
    void object(JsonNode now) {
        boolean same = now.equals(object);
        object = now;
        if (!begun) begin();
        if (!same) arrange();
    }

    /// Who uses it is looked for only when the details stay open: whoever runs through a table asks for nothing.
    private void begin() {
        begun = true;
        for (String resource : Relations.controlled(kind)) open(resource, true);
        if (kind.resource().equals("nodes") || selector() != null) open("pods", false);
        resting = fx.after(REST, this::beginUsers);
    }

    private void beginUsers() {
        if (closed || users != null) return;
        for (String resource : Relations.made(kind)) open(resource, true);
        users = new Users(fx, cluster, discovery, kind, ref, this::changed);
        arrange();
    }

    private @Nullable JsonNode selector() {
        return object == null ? null : Relations.selector(kind, object);
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

    private void arrange() {
        waiting.set(false);
        if (closed) return;
        Set<String> family = new HashSet<>(Set.of(ref.uid()));
        List<Circle> all = new ArrayList<>();
        JsonNode now = object;
        if (now != null) all.addAll(Named.owners(cluster, discovery, ref, now));
        for (Source source : sources) {
            Rows.Snapshot snapshot = source.rows.snapshot();
            List<Row> members = snapshot.rows().stream()
                    .filter(source.owned ? row -> ownedBy(row, family) : chosen(snapshot))
                    .toList();
            if (source.owned) members.forEach(row -> family.add(row.uid()));
            // what an operator may have made is only named where it did
            if (members.isEmpty()
                    && Relations.made(kind).contains(source.rows.kind().resource())) continue;
            all.add(new Circle(
                    source.rows.kind(),
                    Circle.Way.OWNED,
                    relatives(source.rows.kind(), snapshot, members),
                    snapshot.state(),
                    false));
        }
        if (now != null) all.addAll(Named.used(cluster, discovery, kind, now));
        if (users != null && now != null) {
            users.labels(Relations.podLabels(kind, now));
            all.addAll(users.circles());
        }
        circles.set(List.copyOf(all));
    }

    private static boolean ownedBy(Row row, Set<String> family) {
        return row.owners().stream().anyMatch(owner -> family.contains(owner.uid()));
    }

    private Predicate<Row> chosen(Rows.Snapshot snapshot) {
        if (kind.resource().equals("nodes"))
            return row -> new Cells(row, snapshot.columns()).say("Node").equals(ref.name());
        JsonNode selector = selector();
        return row -> selector != null && Relations.chooses(selector, row.labels());
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
        Quietly.close(resting);
        if (users != null) users.close();
    }
}
