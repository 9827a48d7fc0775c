package dev.vigie.workbench;

import dev.vigie.base.Quietly;
import dev.vigie.feature.browse.BrowseMemory;
import dev.vigie.feature.browse.BrowseView;
import dev.vigie.kind.Kind;
import dev.vigie.kube.Cluster;
import dev.vigie.live.Fx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tables that were left a short while ago: who comes back finds one as it stood, instead of waiting until another is
/// built. They hold no watch, and are closed as soon as their rows are kept warm no longer. FX thread only.
final class RestingTables implements AutoCloseable {
    private static final Duration KEPT = Duration.ofSeconds(20);
    private static final int MOST = 4;

    private final Fx fx;
    private final List<Resting> all = new ArrayList<>();
    private boolean closed;

    private record Resting(Tab tab, Cluster cluster, Kind kind, BrowseView view, AutoCloseable end) {}

    RestingTables(Fx fx) {
        this.fx = fx;
    }

    /// Gives its rows back. Where nobody can come back, it is closed at once.
    void rest(Tab tab, Cluster cluster, Kind kind, BrowseView view) {
        if (closed) {
            view.close();
            return;
        }
        view.rest();
        all.addFirst(new Resting(tab, cluster, kind, view, fx.after(KEPT, () -> end(view))));
        if (all.size() > MOST) end(all.getLast().view());
    }

    private void end(BrowseView view) {
        for (Resting one : List.copyOf(all)) {
            if (!one.view().equals(view)) continue;
            all.remove(one);
            Quietly.close(one.end());
            view.close();
        }
    }

    /// One of this tab that is arranged like this, for the caller to wake; null for none.
    @Nullable
    BrowseView take(Tab tab, Cluster cluster, Kind kind, BrowseMemory arranged) {
        for (Resting one : all) {
            if (!one.tab().equals(tab)) continue;
            if (!one.cluster().equals(cluster)
                    || !one.kind().equals(kind)
                    || !one.view().isArranged(arranged)) continue;
            all.remove(one);
            Quietly.close(one.end());
            return one.view();
        }
        return null;
    }

    @Override
    public void close() {
        closed = true;
        for (Resting one : List.copyOf(all)) end(one.view());
    }
}
