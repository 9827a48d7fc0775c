package dev.vigie.workbench;

import dev.vigie.base.Quietly;
import dev.vigie.kube.KubeCluster;
import dev.vigie.kube.KubeException;
import dev.vigie.kube.KubeFailure;
import dev.vigie.kube.config.ClusterEntry;
import dev.vigie.kube.config.Consent;
import dev.vigie.kube.config.Context;
import dev.vigie.kube.config.CredentialSource;
import dev.vigie.kube.config.UserEntry;
import dev.vigie.live.Fx;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The clusters that are open, in the order they were opened. FX thread only; connecting happens elsewhere.
final class Sessions implements AutoCloseable {
    private final Fx fx;
    private final Consent consent;
    private final Map<String, Session> open = new LinkedHashMap<>();
    private @Nullable Attempt newest;

    Sessions(Fx fx, Consent consent) {
        this.fx = fx;
        this.consent = consent;
    }

    Collection<Session> all() {
        return Collections.unmodifiableCollection(open.values());
    }

    @Nullable
    Session of(String context) {
        return open.get(context);
    }

    /// Connects; only the newest attempt is answered. What a dropped attempt opened is closed again.
    void connect(Context context, Consumer<Session> then, Consumer<KubeFailure> otherwise) {
        cancel();
        Attempt attempt = new Attempt(context);
        newest = attempt;
        fx.latest("connect", attempt::session)
                .then(session -> {
                    attempt.taken = true;
                    open.put(session.context(), session);
                    then.accept(session);
                })
                .otherwise(otherwise)
                .start();
    }

    /// Ends an attempt under way: its answer is not heard any more.
    void cancel() {
        Attempt attempt = newest;
        newest = null;
        if (attempt != null) attempt.cancel();
        fx.latest("connect", () -> "").start();
    }

    /// What the cluster serves may change: a CRD comes or goes.
    void rediscover(Session session, Consumer<Session> then) {
        fx.run(() -> session.cluster().discovery())
                .then(discovery -> {
                    Session now = session.with(discovery);
                    if (open.containsKey(now.context()) && !discovery.equals(session.discovery())) {
                        open.put(now.context(), now);
                        then.accept(now);
                    }
                })
                .start();
    }

    void close(String context) {
        Session session = open.remove(context);
        if (session != null) fx.run(() -> closed(session)).start();
    }

    private static boolean closed(Session session) {
        Quietly.close(session.cluster());
        return true;
    }

    @Override
    public void close() {
        cancel();
        for (Session session : open.values()) closed(session);
        open.clear();
    }

    /// One try to open a context, which may be given up from outside.
    private final class Attempt {
        private final Context context;
        private volatile boolean cancelled;
        private volatile boolean taken;
        private volatile @Nullable CredentialSource source;

        private Attempt(Context context) {
            this.context = context;
        }

        Session session() throws KubeException {
            Session session = Session.of(KubeCluster.open(context, credentials()));
            if (cancelled && !taken) {
                closed(session);
                throw new KubeException(new KubeFailure.Cancelled());
            }
            return session;
        }

        private CredentialSource credentials() throws KubeException {
            UserEntry user = context.user();
            ClusterEntry cluster = context.cluster();
            if (user == null || cluster == null) throw new KubeException(problem());
            CredentialSource made = CredentialSource.of(user, cluster, consent);
            source = made;
            return made;
        }

        private KubeFailure problem() {
            var problem = context.problem();
            return problem == null
                    ? new KubeFailure.NoCredentials(context.name(), "", "")
                    : new KubeFailure.NoCredentials(problem.title(), problem.why(), problem.remedy());
        }

        void cancel() {
            cancelled = true;
            CredentialSource made = source;
            if (made != null && !taken) made.close();
        }
    }
}
