package dev.vigie.workbench;

import dev.vigie.base.Quietly;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.KubeException;
import dev.vigie.kube.config.Consent;
import dev.vigie.kube.config.Context;
import dev.vigie.kube.config.CredentialSource;
import dev.vigie.kube.config.Kubeconfig;
import dev.vigie.live.Fx;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The clusters that are open, in the order they were opened, the same for every window. FX thread only.
final class Sessions implements AutoCloseable {
    private final Fx fx;
    private final Consents consents;
    private final Opening opening;
    private final Map<String, Session> open = new LinkedHashMap<>();
    private Consumer<Session> opened = session -> {};
    private final Map<String, Attempt> underway = new HashMap<>();
    /// How each open cluster was come to.
    private final Map<String, Attempt> ways = new HashMap<>();
    private final Set<String> signingIn = new HashSet<>();

    /// How a context becomes a cluster; may wait.
    interface Opening {
        Cluster open(Context context, CredentialSource source) throws KubeException;
    }

    /// `person` may ask somebody, `known` only looks up what was answered before.
    record Consents(Consent person, Consent known) {}

    Sessions(Fx fx, Consents consents, Opening opening) {
        this.fx = fx;
        this.consents = consents;
        this.opening = opening;
    }

    /// Each is told before anybody uses it.
    void opened(Consumer<Session> action) {
        opened = action;
    }

    Collection<Session> all() {
        return Collections.unmodifiableCollection(open.values());
    }

    @Nullable
    Session of(String context) {
        return open.get(context);
    }

    /// The way into a context: one that another window is on already is shared.
    Attempt attempt(Context context, boolean byPerson) {
        Attempt known = underway.get(context.name());
        if (known != null && known.serves(context, byPerson)) return known;
        Attempt fresh = new Attempt(fx, context, byPerson, consents, opening);
        underway.put(context.name(), fresh);
        fresh.onEnd(made -> ended(context.name(), fresh, made));
        return fresh;
    }

    /// What is open now, which is what came first when two ways led to the same context; null when this way led
    /// nowhere.
    private @Nullable Session ended(String context, Attempt attempt, @Nullable Session made) {
        underway.remove(context, attempt);
        if (made == null) return null;
        Session first = open.putIfAbsent(context, made);
        if (first == null) {
            ways.put(context, attempt);
            opened.accept(made);
            return made;
        }
        fx.run(() -> closed(made)).start();
        return first;
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

    static boolean closed(Session session) {
        Quietly.close(session.cluster());
        return true;
    }

    @Override
    public void close() {
        for (Attempt attempt : Map.copyOf(underway).values()) attempt.cancel();
        underway.clear();
        for (Session session : open.values()) closed(session);
        open.clear();
    }
}
