package dev.vigie.kube;

import dev.vigie.base.Gvk;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/// Which rows of a cluster are open, and by how many: opening the same list twice costs one watch. A list that nobody
/// has
/// open any more is kept warm for a while, so that going back shows it at once. Safe on any thread.
final class OpenRows implements AutoCloseable {
    private final Wire wire;
    private final Circuit circuit;
    private final Duration warm;
    private final Map<Key, Shared> open = new HashMap<>();
    private boolean closed;

    private record Key(Gvk gvk, String plural, Namespaces namespaces) {}

    private static final class Shared {
        private final SharedRows rows;
        private int openings;
        private int turns;

        private Shared(SharedRows rows) {
            this.rows = rows;
        }
    }

    OpenRows(Wire wire, Circuit circuit, Duration warm) {
        this.wire = wire;
        this.circuit = circuit;
        this.warm = warm;
    }

    synchronized Rows open(Kind kind, Namespaces namespaces) {
        Key key = new Key(kind.gvk(), kind.plural(), kind.namespaced() ? namespaces : Namespaces.all());
        Shared shared =
                open.computeIfAbsent(key, k -> new Shared(new SharedRows(wire, circuit, kind, k.namespaces()).start()));
        shared.openings++;
        shared.turns++;
        if (closed) end(key, shared);
        return new Opening(key, shared.rows);
    }

    /// Watches that run now.
    synchronized int count() {
        return open.size();
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (Shared shared : open.values()) shared.rows.close();
        open.clear();
    }

    private synchronized void giveBack(Key key) {
        Shared shared = open.get(key);
        if (shared == null || --shared.openings > 0 || closed) return;
        if (warm.isZero()) {
            end(key, shared);
            return;
        }
        int turn = shared.turns;
        Thread.ofVirtual().start(() -> {
            new Waiting().await(warm);
            endUnlessOpened(key, shared, turn);
        });
    }

    private synchronized void endUnlessOpened(Key key, Shared shared, int turn) {
        if (shared.openings == 0 && shared.turns == turn && open.get(key) == shared) end(key, shared);
    }

    private void end(Key key, Shared shared) {
        open.remove(key);
        shared.rows.close();
    }

    /// One opening of shared rows.
    private final class Opening implements Rows {
        private final Key key;
        private final SharedRows rows;
        private final AtomicBoolean given = new AtomicBoolean();

        private Opening(Key key, SharedRows rows) {
            this.key = key;
            this.rows = rows;
        }

        @Override
        public Kind kind() {
            return rows.kind();
        }

        @Override
        public Namespaces namespaces() {
            return rows.namespaces();
        }

        @Override
        public Snapshot snapshot() {
            return rows.snapshot();
        }

        @Override
        public AutoCloseable onChange(Runnable bell) {
            return rows.onChange(bell);
        }

        @Override
        public void keepAnnotations(Collection<String> keys) {
            rows.keepAnnotations(keys);
        }

        @Override
        public void tryNow() {
            rows.tryNow();
        }

        @Override
        public void close() {
            if (given.compareAndSet(false, true)) giveBack(key);
        }
    }
}
