package dev.vigie.feature.overview;

import dev.vigie.base.Quietly;
import dev.vigie.catalog.Health;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.Glimpse;
import dev.vigie.kube.KubeException;
import dev.vigie.kube.KubeFailure;
import dev.vigie.kube.Rows;
import dev.vigie.live.Fx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// How the objects of custom kinds stand, and of built-in ones that are not followed: read every half minute, one kind
/// after the other, so that a cluster with hundreds of them costs one light request at a time. FX thread only.
final class OtherKinds implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(30);
    /// Of kinds with more objects none is judged, and that is said.
    private static final int MOST = 200;
    private static final int MOST_KINDS = 80;

    private final Fx fx;
    private final Cluster cluster;
    private final Supplier<List<Kind>> kinds;
    private final Supplier<Namespaces> namespaces;
    private final Runnable changed;
    private final AutoCloseable beat;
    private Found found = new Found(List.of(), List.of());
    private boolean closed;

    /// `unjudged` are kinds with too many objects.
    record Found(List<Health> judged, List<Kind> unjudged) {}

    OtherKinds(Fx fx, Cluster cluster, Supplier<List<Kind>> kinds, Supplier<Namespaces> namespaces, Runnable changed) {
        this.fx = fx;
        this.cluster = cluster;
        this.kinds = kinds;
        this.namespaces = namespaces;
        this.changed = changed;
        beat = fx.every(PAUSE, this::ask);
    }

    Found found() {
        return found;
    }

    /// Looks again, at other kinds or namespaces perhaps.
    void ask() {
        if (closed) return;
        List<Kind> wanted = List.copyOf(kinds.get());
        Namespaces where = namespaces.get();
        fx.latest("other kinds " + System.identityHashCode(this), () -> look(wanted, where))
                .then(now -> {
                    if (closed || !where.equals(namespaces.get())) return;
                    found = now;
                    changed.run();
                })
                .start();
    }

    /// May wait. Who may not look at a kind hears nothing of it; a server that is away is not asked on.
    private Found look(List<Kind> wanted, Namespaces where) {
        List<Health> judged = new ArrayList<>();
        List<Kind> unjudged = new ArrayList<>(wanted.subList(Math.min(MOST_KINDS, wanted.size()), wanted.size()));
        for (Kind kind : wanted.subList(0, Math.min(MOST_KINDS, wanted.size()))) {
            try {
                Namespaces scope = kind.namespaced() ? where : Namespaces.all();
                Glimpse glimpse = cluster.glimpse(kind, scope, MOST, Glimpse.Depth.NAMED);
                Rows.Snapshot all = glimpse.all();
                if (all != null) judged.add(Health.of(kind, all, cluster.context(), Instant.now()));
                else if (glimpse.count() > MOST) unjudged.add(kind);
            } catch (KubeException e) {
                if (e.failure() instanceof KubeFailure.Unreachable || e.failure() instanceof KubeFailure.Busy) break;
            }
        }
        return new Found(judged, unjudged);
    }

    @Override
    public void close() {
        closed = true;
        Quietly.close(beat);
    }
}
