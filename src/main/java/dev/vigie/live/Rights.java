package dev.vigie.live;

import dev.vigie.kube.Access;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.KubeException;
import dev.vigie.kube.KubeFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Whether the person may do something in one cluster: asked of the server, remembered for a while. FX thread only.
public final class Rights {
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Fx fx;
    private final Cluster cluster;
    private final Map<Access, Said> known = new HashMap<>();

    /// `no` is why not; null when it may be done.
    private record Said(@Nullable KubeFailure no, Instant at) {}

    public Rights(Fx fx, Cluster cluster) {
        this.fx = fx;
        this.cluster = cluster;
    }

    /// Whether all of this may be done: `then` gets the first reason against it, or null. At once where the answer is
    /// known. A server that does not answer is no reason: it will say so itself.
    public void ask(List<Access> wanted, Consumer<@Nullable KubeFailure> then) {
        KubeFailure here = here(wanted);
        List<Access> open = wanted.stream().filter(one -> !isFresh(one)).toList();
        if (here != null || open.isEmpty()) {
            then.accept(here == null ? said(wanted) : here);
            return;
        }
        fx.run(() -> {
                    Map<Access, Said> answers = new HashMap<>();
                    for (Access one : open) answers.put(one, new Said(asked(one), Instant.now()));
                    return answers;
                })
                .then(answers -> {
                    known.putAll(answers);
                    then.accept(said(wanted));
                })
                .otherwise(_ -> then.accept(null))
                .start();
    }

    /// What needs no question.
    private @Nullable KubeFailure here(List<Access> wanted) {
        if (cluster.isReadOnly()) return new KubeFailure.ReadOnly(cluster.context());
        return wanted.stream()
                .filter(one -> !one.kind().can(one.verb()))
                .findFirst()
                .map(one -> new KubeFailure.Unserved(one.verb(), one.kind().resource()))
                .orElse(null);
    }

    private boolean isFresh(Access one) {
        Said said = known.get(one);
        return said != null && said.at().plus(FRESH).isAfter(Instant.now());
    }

    private @Nullable KubeFailure said(List<Access> wanted) {
        for (Access one : wanted) {
            Said said = known.get(one);
            if (said != null && said.no() != null) return said.no();
        }
        return null;
    }

    private @Nullable KubeFailure asked(Access one) throws KubeException {
        if (cluster.may(one)) return null;
        String user = cluster.identity().user();
        return new KubeFailure.Forbidden(user, one.verb(), one.kind().resource(), one.namespace(), one.name());
    }
}
