package dev.vigie.live;

import dev.vigie.base.Gvk;
import dev.vigie.kind.Kind;
import dev.vigie.kind.KnownNamespaces;
import dev.vigie.kind.Namespaces;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.Row;
import dev.vigie.kube.Rows;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The namespaces of a cluster, live while somebody chooses among them. FX thread only.
public final class NamespaceNames implements KnownNamespaces {
    private static final Kind NAMESPACES = new Kind(
            new Gvk("", "v1", "Namespace"),
            "namespaces",
            "namespace",
            List.of("ns"),
            List.of(),
            false,
            List.of("list", "watch"));

    private final Fx fx;
    private final Cluster cluster;
    private Runnable changed = () -> {};
    private @Nullable LiveRows rows;
    private List<String> names = List.of();
    private Set<String> ending = Set.of();
    private boolean forbidden;

    public NamespaceNames(Fx fx, Cluster cluster) {
        this.fx = fx;
        this.cluster = cluster;
    }

    @Override
    public void open(Runnable listener) {
        close();
        changed = listener;
        LiveRows opened = new LiveRows(fx, cluster.rows(NAMESPACES, Namespaces.all()));
        rows = opened;
        opened.afterDrain(() -> learn(opened));
        learn(opened);
    }

    private void learn(LiveRows from) {
        List<String> now = from.stream().map(Row::name).toList();
        Set<String> going = from.stream().filter(Row::deleting).map(Row::name).collect(Collectors.toUnmodifiableSet());
        boolean no = from.state() instanceof Rows.State.Forbidden;
        if (now.equals(names) && going.equals(ending) && no == forbidden) return;
        names = now;
        ending = going;
        forbidden = no;
        changed.run();
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public Set<String> ending() {
        return ending;
    }

    @Override
    public boolean forbidden() {
        return forbidden;
    }

    @Override
    public void close() {
        if (rows != null) rows.close();
        rows = null;
    }
}
