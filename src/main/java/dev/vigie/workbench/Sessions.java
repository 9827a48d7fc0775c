package dev.vigie.workbench;

import dev.vigie.base.Quietly;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.KubeException;
import dev.vigie.kube.KubeFailure;
import dev.vigie.kube.config.ClusterEntry;
import dev.vigie.kube.config.Consent;
import dev.vigie.kube.config.Context;
import dev.vigie.kube.config.CredentialSource;
import dev.vigie.kube.config.Kubeconfig;
import dev.vigie.kube.config.PluginRun;
import dev.vigie.kube.config.RenewedCredentials;
import dev.vigie.kube.config.UserEntry;
import dev.vigie.live.Fx;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The clusters that are open, in the order they were opened. FX thread only; connecting happens elsewhere.
final class Sessions implements AutoCloseable {
    private final Fx fx;
    private final Consents consents;
    private final Opening opening;
    private final Map<String, Session> open = new LinkedHashMap<>();
    private final Map<String, Attempt> ways = new HashMap<>();
    private final Set<String> signingIn = new HashSet<>();
    private @Nullable Attempt newest;

    /// How a context becomes a cluster; may wait.
    interface Opening {
        Cluster open(Context context, CredentialSource source) throws KubeException;
    }

    /// `person` may ask somebody, `known` only looks up what was answered before.
    record Consents(Consent person, Consent known) {}

    /// Connects, and says what came of it.
    interface Road {
        void take(Context context, Consumer<Session> then, Consumer<KubeFailure> otherwise);
    }

    Sessions(Fx fx, Consents consents, Opening opening) {
        this.fx = fx;
        this.consents = consents;
        this.opening = opening;
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
        start(new Attempt(context, true), then, otherwise);
    }

    /// The same when nobody asked for it just now: no plugin runs that was not allowed before.
    void comeBack(Context context, Consumer<Session> then, Consumer<KubeFailure> otherwise) {
        start(new Attempt(context, false), then, otherwise);
    }

    /// Whether the last attempt was one that nobody asked for.
    boolean comingBack() {
        return newest != null && !newest.byPerson;
    }

    private void start(Attempt attempt, Consumer<Session> then, Consumer<KubeFailure> otherwise) {
        cancel();
        newest = attempt;
        fx.latest("connect", attempt::session)
                .then(session -> {
                    if (!attempt.take()) return;
                    open.put(session.context(), session);
                    ways.put(session.context(), attempt);
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

    /// A person signs in again: credentials are asked for anew, and what is open stays.
    void signIn(String context, Consumer<Session> then) {
        Session session = open.get(context);
        Attempt way = ways.get(context);
        if (session == null || way == null || !way.renew() || !signingIn.add(context)) return;
        fx.run(() -> session.cluster().identity())
                .then(identity -> {
                    Session now = open.get(context);
                    signedIn(session);
                    if (now == null) return;
                    open.put(context, now.with(identity));
                    then.accept(now.with(identity));
                })
                .otherwise(_ -> signedIn(session))
                .start();
    }

    private void signedIn(Session session) {
        signingIn.remove(session.context());
        session.cluster().tryNow();
    }

    /// Whether a person signs in to this context just now.
    boolean isSigningIn(String context) {
        return signingIn.contains(context);
    }

    /// Who signed in elsewhere need not do so here: the credentials that the files name now are used from now on.
    void kubeconfig(Kubeconfig now) {
        for (Session session : open.values()) {
            Attempt way = ways.get(session.context());
            if (way != null && way.follow(now.context(session.context())))
                session.cluster().tryNow();
        }
    }

    void close(String context) {
        Session session = open.remove(context);
        ways.remove(context);
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
        private Context context;
        private final boolean byPerson;
        private boolean cancelled;
        private boolean taken;
        private @Nullable RenewedCredentials source;
        private @Nullable Session made;

        private Attempt(Context context, boolean byPerson) {
            this.context = context;
            this.byPerson = byPerson;
        }

        Session session() throws KubeException {
            Session session = Session.of(opening.open(context, credentials(context)));
            if (!keep(session)) {
                closed(session);
                throw new KubeException(new KubeFailure.Cancelled());
            }
            return session;
        }

        private synchronized boolean keep(Session session) {
            made = session;
            return !cancelled;
        }

        /// False when it was given up between its end and now; then its cluster is closed already.
        synchronized boolean take() {
            taken = !cancelled;
            return taken;
        }

        private CredentialSource credentials(Context from) throws KubeException {
            CredentialSource made = made(from);
            if (made == null) throw new KubeException(problem());
            RenewedCredentials credentials = new RenewedCredentials(made);
            if (offer(credentials)) return credentials;
            Quietly.close(credentials);
            throw new KubeException(new KubeFailure.Cancelled());
        }

        private @Nullable CredentialSource made(Context from) {
            UserEntry user = from.user();
            ClusterEntry cluster = from.cluster();
            return user == null || cluster == null ? null : CredentialSource.of(user, cluster, this::allows);
        }

        /// What failed or was refused before is tried again when credentials are wanted next.
        boolean renew() {
            CredentialSource fresh = made(context);
            RenewedCredentials used = used();
            if (fresh == null || used == null) return false;
            used.from(fresh);
            return true;
        }

        /// True when the same person on the same server has other credentials now.
        boolean follow(@Nullable Context now) {
            UserEntry before = context.user();
            UserEntry user = now == null ? null : now.user();
            if (now == null || user == null || before == null || user.equals(before)) return false;
            boolean same = user.impersonation().equals(before.impersonation())
                    && Objects.equals(now.cluster(), context.cluster());
            if (!same || !now.usable()) return false;
            context = now;
            return renew();
        }

        private synchronized @Nullable RenewedCredentials used() {
            return source;
        }

        private KubeFailure problem() {
            var problem = context.problem();
            return problem == null
                    ? new KubeFailure.NoCredentials(context.name(), "", "")
                    : new KubeFailure.NoCredentials(problem.title(), problem.why(), problem.remedy());
        }

        private boolean allows(PluginRun run) {
            Consent asked = byPerson || taken() ? consents.person() : consents.known();
            return asked.allows(run);
        }

        private synchronized boolean taken() {
            return taken;
        }

        private synchronized boolean offer(RenewedCredentials credentials) {
            source = credentials;
            return !cancelled;
        }

        synchronized void cancel() {
            if (cancelled || taken) return;
            cancelled = true;
            Session session = made;
            if (session != null) fx.run(() -> closed(session)).start();
            else if (source != null) Quietly.close(source);
        }
    }
}
