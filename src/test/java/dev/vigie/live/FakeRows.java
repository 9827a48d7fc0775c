package dev.vigie.live;

import dev.vigie.kind.Column;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kube.Row;
import dev.vigie.kube.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// A store that holds what a test says.
public final class FakeRows implements Rows {
    private final Kind kind;
    private final Namespaces namespaces;
    private final List<Runnable> bells = new CopyOnWriteArrayList<>();
    private Snapshot now;
    private final Set<String> annotations = new HashSet<>();
    private int tries;
    private boolean closed;

    public FakeRows(Kind kind, Namespaces namespaces, List<Column> columns) {
        this.kind = kind;
        this.namespaces = namespaces;
        now = new Snapshot(0, columns, List.of(), new State.Loading(0, -1));
    }

    /// The rows are these from now on, live.
    public void live(List<? extends Row> rows) {
        say(rows, new State.Live(Instant.now(), List.of()));
    }

    public synchronized void say(State state) {
        say(now.rows(), state);
    }

    public void say(List<? extends Row> rows, State state) {
        synchronized (this) {
            now = new Snapshot(now.version() + 1, now.columns(), List.copyOf(new ArrayList<Row>(rows)), state);
        }
        bells.forEach(Runnable::run);
    }

    @Override
    public void keepAnnotations(Collection<String> keys) {
        annotations.addAll(keys);
    }

    /// The keys of the annotations that somebody wants.
    public Set<String> annotations() {
        return Set.copyOf(annotations);
    }

    public int tries() {
        return tries;
    }

    public boolean closed() {
        return closed;
    }

    public int bells() {
        return bells.size();
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public Namespaces namespaces() {
        return namespaces;
    }

    @Override
    public synchronized Snapshot snapshot() {
        return now;
    }

    @Override
    public AutoCloseable onChange(Runnable bell) {
        bells.add(bell);
        return () -> bells.remove(bell);
    }

    @Override
    public void tryNow() {
        tries++;
    }

    @Override
    public void close() {
        closed = true;
    }
}
