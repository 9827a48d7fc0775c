package dev.vigie.feature.overview;

import dev.vigie.catalog.Requests;
import dev.vigie.kind.Kind;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.Objects;
import dev.vigie.kube.Rows;
import dev.vigie.live.Following;
import dev.vigie.live.Fx;
import org.jspecify.annotations.Nullable;

/// What the pods of the whole cluster have reserved, live; not known where there are more of them than are read whole,
/// or
/// they may not be read. FX thread only.
final class Reserved implements AutoCloseable {
    private final Runnable changed;
    private @Nullable Following pods;
    private @Nullable Requests requests;
    private boolean tooMany;

    /// `changed` is told when something else is known.
    Reserved(Fx fx, Cluster cluster, @Nullable Kind pods, Runnable changed) {
        this.changed = changed;
        if (pods == null) return;
        this.pods = new Following(fx, cluster.objects(new Objects.Wanted.Selected(pods, "", "", "")), this::heard);
    }

    private void heard(Objects.Snapshot now) {
        tooMany = now.more();
        boolean known = now.state() instanceof Rows.State.Live || now.state() instanceof Rows.State.Stale;
        requests = known && !tooMany ? Requests.of(now.objects()) : null;
        changed.run();
        // what cannot be summed is not followed for nothing
        if (tooMany) close();
    }

    /// Null while it is not known.
    @Nullable
    Requests requests() {
        return requests;
    }

    /// There are more pods than are read whole.
    boolean tooMany() {
        return tooMany;
    }

    @Override
    public void close() {
        Following open = pods;
        pods = null;
        if (open != null) open.close();
    }
}
