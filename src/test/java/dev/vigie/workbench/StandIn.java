package dev.vigie.workbench;

import dev.vigie.base.Gvk;
import dev.vigie.kind.Column;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kube.Access;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.Edit;
import dev.vigie.kube.Glimpse;
import dev.vigie.kube.KubeException;
import dev.vigie.kube.KubeFailure;
import dev.vigie.kube.Objects;
import dev.vigie.kube.Row;
import dev.vigie.kube.Rows;
import dev.vigie.kube.Wire;
import dev.vigie.live.FakeRow;
import dev.vigie.live.FakeRows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// A cluster in memory: four kinds, each with one object in each of two namespaces, named after its context.
final class StandIn implements Cluster {
    static final Kind PODS = kind("", "Pod", "pods", "po", true);
    static final Kind DEPLOYMENTS = kind("apps", "Deployment", "deployments", "deploy", true);
    static final Kind NODES = kind("", "Node", "nodes", "no", false);
    static final Kind NAMESPACES = kind("", "Namespace", "namespaces", "ns", false);
    static final Kind UNICORNS = kind("example.com", "Unicorn", "unicorns", "uni", true);
    private static final List<Column> COLUMNS = List.of(new Column("Name", "string", "name", "", 0));

    final List<Rows> opened = new CopyOnWriteArrayList<>();
    volatile boolean closed;
    volatile boolean insecure;
    volatile boolean readOnly;
    final AtomicInteger requests = new AtomicInteger();
    final AtomicInteger triedNow = new AtomicInteger();
    private volatile String user = "ada";
    private volatile CountDownLatch identity = new CountDownLatch(0);
    final List<String> wrong = new CopyOnWriteArrayList<>();
    final List<String> made = new java.util.concurrent.CopyOnWriteArrayList<>();
    volatile Reachability reachability = new Reachability(Instant.EPOCH, Duration.ofMillis(7), null);
    private final String context;

    StandIn(String context) {
        this.context = context;
    }

    private static Kind kind(String group, String name, String plural, String shortName, boolean namespaced) {
        List<String> verbs = List.of("get", "list", "patch", "watch");
        return new Kind(
                new Gvk(group, "v1", name),
                plural,
                plural.substring(0, plural.length() - 1),
                List.of(shortName),
                List.of(),
                namespaced,
                verbs);
    }

    void away(Instant since, KubeFailure why) {
        reachability = new Reachability(since, null, why);
    }

    @Override
    public String context() {
        return context;
    }

    @Override
    public String server() {
        return "https://" + context + ".example.com";
    }

    @Override
    public boolean insecure() {
        return insecure;
    }

    @Override
    public String version() {
        return "v1.36.3";
    }

    @Override
    public Identity identity() throws KubeException {
        try {
            identity.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (user.isEmpty()) throw new KubeException(new KubeFailure.Unauthenticated("401"));
        return new Identity(user, List.of(), true);
    }

    /// From now on one is this user, who is told only after the latch is counted down; empty for nobody.
    CountDownLatch slowIdentity(String name) {
        user = name;
        identity = new CountDownLatch(1);
        return identity;
    }

    @Override
    public void tryNow() {
        triedNow.incrementAndGet();
    }

    @Override
    public Discovery discovery() {
        return new Discovery(
                List.of(PODS, DEPLOYMENTS, NODES, NAMESPACES, UNICORNS),
                List.of(new Discovery.BrokenGroup("metrics.k8s.io/v1beta1", "503")));
    }

    @Override
    public Rows rows(Kind kind, Namespaces namespaces) {
        if (closed) throw new IllegalStateException(context + " is closed");
        FakeRows rows = new FakeRows(kind, namespaces, COLUMNS);
        rows.live(
                kind.equals(NAMESPACES)
                        ? List.of(FakeRow.of("", "shop", "shop"), FakeRow.of("", "test", "test"))
                        : List.of(row(kind, "shop"), row(kind, "test")));
        opened.add(rows);
        return rows;
    }

    @Override
    public Objects objects(Objects.Wanted wanted) {
        if (closed) throw new IllegalStateException(context + " is closed");
        if (wanted instanceof Objects.Wanted.Named(Kind _, String _, String name)) asked(name);
        return new Nothing();
    }

    @Override
    public boolean may(Access access) {
        asked(access.name());
        return true;
    }

    @Override
    public Edit.Outcome make(Edit edit) {
        asked(edit.ref().name());
        made.add(edit.ref().name());
        return new Edit.Outcome.Made();
    }

    /// Objects are named after their cluster: one that is not was asked of the wrong server.
    private void asked(String name) {
        requests.incrementAndGet();
        if (!name.startsWith(context + "-")) wrong.add(name);
    }

    /// No whole object is known here.
    private static final class Nothing implements Objects {
        @Override
        public Snapshot snapshot() {
            return new Snapshot(0, List.of(), false, new Rows.State.Live(Instant.EPOCH, List.of()));
        }

        @Override
        public AutoCloseable onChange(Runnable bell) {
            return () -> {};
        }

        @Override
        public void tryNow() {}

        @Override
        public void close() {}
    }

    private FakeRow row(Kind kind, String namespace) {
        String name = context + "-" + kind.singular() + "-" + namespace;
        return FakeRow.of(kind.namespaced() ? namespace : "", name, name);
    }

    @Override
    public OptionalLong count(Kind kind, Namespaces namespaces) {
        return kind.equals(UNICORNS)
                ? OptionalLong.empty()
                : OptionalLong.of(kind.plural().length());
    }

    /// Of deployments it is told how they stand: one fails, two are short of a pod.
    @Override
    public Glimpse glimpse(Kind kind, Namespaces namespaces, int most, Glimpse.Depth depth) {
        long count = count(kind, namespaces).orElse(-1);
        if (!kind.equals(DEPLOYMENTS)) return new Glimpse(count, null);
        List<Column> columns = List.of(
                new Column("Name", "string", "name", "", 0),
                new Column("Ready", "string", "", "", 0),
                new Column("Available", "integer", "", "", 0));
        List<Row> rows = List.of(
                FakeRow.of("", "a", "a", "0/2", "0"),
                FakeRow.of("", "b", "b", "1/2", "1"),
                FakeRow.of("", "c", "c", "1/2", "1"),
                FakeRow.of("", "d", "d", "2/2", "2"));
        return new Glimpse(count, new Rows.Snapshot(0, columns, rows, new Rows.State.Live(Instant.EPOCH, List.of())));
    }

    @Override
    public Reachability reachability() {
        return reachability;
    }

    @Override
    public AutoCloseable onChange(Runnable bell) {
        return () -> {};
    }

    @Override
    public void readOnly(boolean now) {
        readOnly = now;
    }

    @Override
    public Wire wire() {
        return new Wire() {
            @Override
            public Answer get(String path, String accept, Duration limit) throws KubeException {
                asked(path.substring(path.lastIndexOf('/') + 1));
                throw new KubeException(new KubeFailure.NotFound(path, "no bytes here"));
            }

            @Override
            public Answer stream(String path, String accept, Duration silence) {
                throw new UnsupportedOperationException("no bytes here");
            }
        };
    }

    @Override
    public void close() {
        closed = true;
    }
}
