package dev.vigie.workbench;

import dev.vigie.base.Quietly;
import dev.vigie.base.Ref;
import dev.vigie.feature.palette.Choice;
import dev.vigie.feature.palette.PaletteView;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kind.Part;
import dev.vigie.kube.Row;
import dev.vigie.kube.Rows;
import dev.vigie.live.Fx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;

/// Objects of the open cluster by their names, as long as somebody searches. Kinds with very many objects are searched
/// only when they are open anyway. FX thread only.
final class FoundObjects implements PaletteView.More {
    /// Kinds whose objects people know by name.
    private static final List<String> KINDS = List.of(
            "pods",
            "deployments.apps",
            "statefulsets.apps",
            "daemonsets.apps",
            "cronjobs.batch",
            "jobs.batch",
            "services",
            "ingresses.networking.k8s.io",
            "configmaps",
            "secrets",
            "persistentvolumeclaims",
            "nodes",
            "namespaces",
            "replicasets.apps",
            "serviceaccounts");
    private static final long MOST = 5_000;
    private static final int SHOWN = 60;
    private static final Duration PAUSE = Duration.ofMillis(150);

    private final Fx fx;
    private final Session session;
    private final Place place;
    private final List<Rows> rows = new ArrayList<>();
    private final List<AutoCloseable> bells = new ArrayList<>();
    private final AtomicBoolean rung = new AtomicBoolean();
    private Runnable changed = () -> {};
    private boolean closed;

    FoundObjects(Fx fx, Session session, Place place) {
        this.fx = fx;
        this.session = session;
        this.place = place;
    }

    @Override
    public void open(Runnable listener) {
        changed = listener;
        for (String resource : KINDS) {
            Kind kind = session.discovery().find(resource);
            if (kind == null) continue;
            if (place.screen().equals(new dev.vigie.kind.Screen.Table(kind))) follow(kind);
            else
                fx.run(() -> session.cluster().count(kind, where(kind)))
                        .then(count -> counted(kind, count))
                        .start();
        }
    }

    private Namespaces where(Kind kind) {
        return kind.namespaced() ? place.namespaces() : Namespaces.all();
    }

    private void counted(Kind kind, OptionalLong count) {
        if (!closed && count.isPresent() && count.getAsLong() > 0 && count.getAsLong() <= MOST) follow(kind);
    }

    private void follow(Kind kind) {
        Rows opened = session.cluster().rows(kind, where(kind));
        rows.add(opened);
        bells.add(opened.onChange(this::ring));
        ring();
    }

    /// On any thread.
    private void ring() {
        if (rung.compareAndSet(false, true)) {
            fx.after(PAUSE, () -> {
                rung.set(false);
                if (!closed) changed.run();
            });
        }
    }

    @Override
    public List<Choice> of(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        List<Choice> found = new ArrayList<>();
        if (wanted.length() < 2) return found;
        for (Rows one : rows) {
            Kind kind = one.kind();
            for (Row row : one.snapshot().rows()) {
                if (found.size() >= SHOWN) return found;
                if (row.name().toLowerCase(Locale.ROOT).contains(wanted)) found.add(choice(kind, row));
            }
        }
        return found;
    }

    private Choice choice(Kind kind, Row row) {
        Ref ref = new Ref(session.context(), kind.gvk(), row.namespace(), row.name(), row.uid());
        String hint = row.namespace().isEmpty() ? kind.gvk().kind() : kind.gvk().kind() + " · " + row.namespace();
        String icon = Group.iconOf(session.discovery().kinds(), kind);
        return new Choice(icon, row.name(), hint, List.of(), new Intent.Inspect(ref, Part.FACTS));
    }

    @Override
    public void close() {
        closed = true;
        bells.forEach(Quietly::close);
        rows.forEach(Rows::close);
    }
}
