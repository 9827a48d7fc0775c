package dev.vigie.feature.browse;

import dev.vigie.base.Gvk;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kube.Row;
import dev.vigie.kube.Rows;
import dev.vigie.live.LiveRows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The namespaces of the cluster, live while somebody chooses among them.
final class NamespaceNames implements AutoCloseable {
    private static final Kind NAMESPACES = new Kind(
            new Gvk("", "v1", "Namespace"),
            "namespaces",
            "namespace",
            List.of("ns"),
            List.of(),
            false,
            List.of("list", "watch"));

    private final BrowseModel model;
    private final Runnable changed;
    private @Nullable LiveRows rows;
    private List<String> names = List.of();
    private boolean forbidden;

    NamespaceNames(BrowseModel model, Runnable changed) {
        this.model = model;
        this.changed = changed;
    }

    void open() {
        close();
        LiveRows opened = new LiveRows(model.fx, model.cluster.rows(NAMESPACES, Namespaces.all()));
        rows = opened;
        opened.afterDrain(() -> learn(opened));
        learn(opened);
    }

    private void learn(LiveRows from) {
        List<String> now = from.stream().map(Row::name).toList();
        boolean no = from.state() instanceof Rows.State.Forbidden;
        if (now.equals(names) && no == forbidden) return;
        names = now;
        forbidden = no;
        changed.run();
    }

    List<String> names() {
        return names;
    }

    /// They may not be listed.
    boolean forbidden() {
        return forbidden;
    }

    @Override
    public void close() {
        if (rows != null) rows.close();
        rows = null;
    }
}
