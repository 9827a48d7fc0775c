package dev.vigie.kube;

import dev.vigie.base.Quietly;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The one store of (kind, namespaces) in a cluster, however many have it open: a watch for each namespace, one truth
/// for all.
final class SharedRows implements AutoCloseable {
    private final Kind kind;
    private final Namespaces namespaces;
    private final Circuit circuit;
    private final RowStore store = new RowStore();
    private final Bells bells = new Bells();
    private final List<Source> sources = new ArrayList<>();
    private final AutoCloseable circuitBell;
    private volatile boolean down;

    SharedRows(Wire wire, Circuit circuit, Kind kind, Namespaces namespaces) {
        this.kind = kind;
        this.namespaces = namespaces;
        this.circuit = circuit;
        List<String> paths = switch (namespaces) {
            case Namespaces.All all -> List.of(kind.path());
            case Namespaces.Named named
            when kind.namespaced() -> named.names().stream().map(kind::path).toList();
            case Namespaces.Named named -> List.of(kind.path());
        };
        for (String path : paths) sources.add(new Source((short) sources.size(), wire, path));
        circuitBell = circuit.onChange(this::circuitChanged);
        down = circuit.trouble() != null;
    }

    SharedRows start() {
        for (Source source : sources)
            Thread.ofVirtual().name("watch " + kind.resource()).start(source.watch);
        return this;
    }

    Kind kind() {
        return kind;
    }

    Namespaces namespaces() {
        return namespaces;
    }

    AutoCloseable onChange(Runnable bell) {
        return bells.add(bell);
    }

    void keepAnnotations(Collection<String> keys) {
        if (store.shapes().keepAnnotations(keys)) for (Source source : sources) source.watch.anew();
    }

    void tryNow() {
        circuit.tryNow();
        for (Source source : sources) source.watch.tryNow();
    }

    Rows.Snapshot snapshot() {
        RowStore.Content content = store.content();
        return new Rows.Snapshot(content.version(), content.columns(), content.rows(), state());
    }

    @Override
    public void close() {
        Quietly.close(circuitBell);
        for (Source source : sources) source.watch.close();
    }

    private void circuitChanged() {
        boolean now = circuit.trouble() != null;
        boolean back = down && !now;
        down = now;
        for (Source source : sources) {
            if (back) source.watch.renew();
            else if (!now) source.watch.proved();
        }
        bells.ring();
    }

    private Rows.State state() {
        List<WatchSource> states = sources.stream().map(source -> source.state).toList();
        KubeFailure trouble = circuit.trouble();
        boolean filled = states.stream().anyMatch(SharedRows::filled);
        if (trouble != null) {
            return filled
                    ? new Rows.State.Stale(circuit.lastHeard(), circuit.nextTry(), trouble)
                    : new Rows.State.Failed(trouble, circuit.nextTry());
        }
        return together(states, filled);
    }

    private static boolean filled(WatchSource state) {
        return state instanceof WatchSource.Watching
                || state instanceof WatchSource.Listing
                || state instanceof WatchSource.Lost;
    }

    private Rows.State together(List<WatchSource> states, boolean filled) {
        List<KubeFailure.Forbidden> refused = new ArrayList<>();
        List<KubeFailure.Forbidden> unwatchable = new ArrayList<>();
        List<Long> expected = new ArrayList<>();
        for (WatchSource state : states) {
            switch (state) {
                case WatchSource.Refused r -> refused.add(r.why());
                case WatchSource.Lost lost -> {
                    return new Rows.State.Stale(lost.since(), lost.nextTry(), lost.why());
                }
                case WatchSource.Broken broken
                when !filled -> {
                    return new Rows.State.Failed(broken.why(), broken.nextTry());
                }
                case WatchSource.Broken broken -> {
                    return new Rows.State.Stale(circuit.lastHeard(), soon(broken), broken.why());
                }
                case WatchSource.Loading l -> expected.add(l.expected());
                case WatchSource.Listing l -> {
                    if (l.why() != null) unwatchable.add(l.why());
                }
                case WatchSource.Watching w -> {}
            }
        }
        if (refused.size() == states.size()) return new Rows.State.Forbidden(refused.getFirst());
        if (!expected.isEmpty()) return loading(expected, expected.size() == states.size());
        refused.addAll(unwatchable);
        return new Rows.State.Live(circuit.lastHeard(), List.copyOf(refused));
    }

    /// A number is only given when every source has given one.
    private Rows.State loading(List<Long> expected, boolean all) {
        boolean known = all && expected.stream().allMatch(e -> e >= 0);
        long sum = known ? expected.stream().mapToLong(e -> e).sum() : -1;
        return new Rows.State.Loading(store.size(), (int) Math.min(sum, Integer.MAX_VALUE));
    }

    private static Instant soon(WatchSource.Broken broken) {
        Instant next = broken.nextTry();
        return next == null ? Instant.now() : next;
    }

    /// One namespace, or all of them.
    private final class Source implements TableWatch.Target {
        private final short number;
        private final TableWatch watch;
        private volatile WatchSource state = new WatchSource.Loading(-1);

        private Source(short number, Wire wire, String path) {
            this.number = number;
            watch = new TableWatch(wire, circuit, new TableRequests(path), this, kind.can("watch"));
        }

        @Override
        public RowStore store() {
            return store;
        }

        @Override
        public short source() {
            return number;
        }

        @Override
        public void state(WatchSource now) {
            if (state.equals(now)) return;
            state = now;
            bells.ring();
        }

        @Override
        public void changed() {
            bells.ring();
        }
    }
}
