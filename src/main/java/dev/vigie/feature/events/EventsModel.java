package dev.vigie.feature.events;

import dev.vigie.base.Quietly;
import dev.vigie.catalog.Occurrence;
import dev.vigie.catalog.Occurrences;
import dev.vigie.command.Kubectl;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.Rows;
import dev.vigie.live.Fx;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The events in sight, from live rows. FX thread only; it is computed elsewhere.
final class EventsModel implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Fx fx;
    private final Cluster cluster;
    private final Kind kind;
    private final String context;
    private final ReadOnlyObjectWrapper<Namespaces> namespaces = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Seen> seen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<String>> kubectl = new ReadOnlyObjectWrapper<>(List.of());
    private final AtomicBoolean rung = new AtomicBoolean();
    private Rows rows;
    private AutoCloseable bell = () -> {};
    private Wish wish = new Wish(true, true, false, "");
    private boolean underway;
    private boolean again;
    private boolean closed;

    /// How a person wants them.
    record Wish(boolean warningsFirst, boolean together, boolean warningsOnly, String words) {}

    /// What is shown of `all` events; `warnings` of them warn. `state` is how true that is.
    record Seen(List<Occurrences> shown, int all, int warnings, Rows.State state) {
        Seen {
            shown = List.copyOf(shown);
        }
    }

    /// `context` is empty when it is kubectl's current one.
    EventsModel(Fx fx, Cluster cluster, Kind kind, Namespaces namespaces, String context) {
        this.fx = fx;
        this.cluster = cluster;
        this.kind = kind;
        this.context = context;
        this.namespaces.set(namespaces);
        rows = cluster.rows(kind, namespaces);
        // until they are looked through nothing is said of them, however warm they are
        seen.set(new Seen(List.of(), 0, 0, new Rows.State.Loading(0, -1)));
        listen();
    }

    ReadOnlyObjectProperty<Namespaces> namespacesProperty() {
        return namespaces.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Seen> seenProperty() {
        return seen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<String>> kubectlProperty() {
        return kubectl.getReadOnlyProperty();
    }

    Kind kind() {
        return kind;
    }

    Wish wish() {
        return wish;
    }

    void wish(Wish now) {
        if (wish.equals(now)) return;
        wish = now;
        print();
        compute();
    }

    void look(Namespaces wanted) {
        if (wanted.equals(namespaces.get())) return;
        namespaces.set(wanted);
        Quietly.close(bell);
        Rows before = rows;
        rows = cluster.rows(kind, wanted);
        before.close();
        listen();
    }

    private void listen() {
        bell = rows.onChange(this::ring);
        print();
        ring();
    }

    private void print() {
        kubectl.set(Kubectl.events(namespaces.get(), wish.warningsOnly(), context));
    }

    void tryNow() {
        rows.tryNow();
    }

    /// On any thread.
    private void ring() {
        if (rung.compareAndSet(false, true)) fx.after(PAUSE, this::compute);
    }

    /// One after the other: were each begun anew while events keep coming, none would ever be answered.
    private void compute() {
        rung.set(false);
        again = underway;
        if (closed || underway) return;
        underway = true;
        Rows from = rows;
        Wish wanted = wish;
        fx.run(() -> seen(from.snapshot(), wanted))
                .then(now -> {
                    underway = false;
                    if (!closed && from.equals(rows)) seen.set(now);
                    if (again) compute();
                })
                .otherwise(_ -> underway = false)
                .start();
    }

    private static Seen seen(Rows.Snapshot snapshot, Wish wish) {
        List<Occurrence> all = Occurrence.of(snapshot);
        int warnings = (int) all.stream().filter(Occurrence::warning).count();
        List<Occurrence> chosen = all.stream()
                .filter(one -> !wish.warningsOnly() || one.warning())
                .filter(one -> says(one, wish.words()))
                .toList();
        Comparator<Occurrences> order = wish.warningsFirst() ? Occurrences.warningsFirst() : Occurrences.newestFirst();
        List<Occurrences> groups = wish.together() ? Occurrences.of(chosen) : Occurrences.apart(chosen);
        return new Seen(groups.stream().sorted(order).toList(), all.size(), warnings, snapshot.state());
    }

    /// Every word stands somewhere; a word behind `-` nowhere.
    private static boolean says(Occurrence one, String words) {
        if (words.isBlank()) return true;
        String text = String.join(" ", one.namespace(), one.object(), one.reason(), one.message(), one.source())
                .toLowerCase(Locale.ROOT);
        for (String word : words.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            boolean not = word.length() > 1 && word.startsWith("-");
            if (text.contains(not ? word.substring(1) : word) == not) return false;
        }
        return true;
    }

    @Override
    public void close() {
        closed = true;
        Quietly.close(bell);
        rows.close();
    }
}
