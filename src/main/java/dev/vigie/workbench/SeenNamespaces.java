package dev.vigie.workbench;

import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kube.Row;
import dev.vigie.kube.Rows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The names of the open cluster's namespaces as far as they are known; none when listing them is forbidden. FX thread
/// only.
final class SeenNamespaces implements AutoCloseable {
    private String context = "";
    private @Nullable Rows rows;

    void of(Session session) {
        if (session.context().equals(context)) return;
        close();
        context = session.context();
        Kind kind = session.discovery().find("namespaces");
        rows = kind == null ? null : session.cluster().rows(kind, Namespaces.all());
    }

    List<String> names() {
        Rows now = rows;
        if (now == null) return List.of();
        return now.snapshot().rows().stream().map(Row::name).sorted().toList();
    }

    @Override
    public void close() {
        if (rows != null) rows.close();
        rows = null;
        context = "";
    }
}
