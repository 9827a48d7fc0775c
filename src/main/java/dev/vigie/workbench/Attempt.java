package dev.vigie.workbench;

import dev.vigie.base.Quietly;
import dev.vigie.kube.KubeException;
import dev.vigie.kube.KubeFailure;
import dev.vigie.kube.config.ClusterEntry;
import dev.vigie.kube.config.Consent;
import dev.vigie.kube.config.Context;
import dev.vigie.kube.config.CredentialSource;
import dev.vigie.kube.config.PluginRun;
import dev.vigie.kube.config.RenewedCredentials;
import dev.vigie.kube.config.UserEntry;
import dev.vigie.live.Fx;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One try to open a context, which several windows may wait for; it ends when nobody does. FX thread only;
/// connecting happens elsewhere.
final class Attempt {
    private final Fx fx;
    private Context context;
    private final Sessions.Consents consents;
    private final Sessions.Opening opening;
    private final List<Waiting> waiting = new ArrayList<>();
    private End end = made -> made;
    private boolean started;
    private volatile boolean byPerson;
    private boolean cancelled;
    private boolean taken;
    private @Nullable RenewedCredentials source;
    private @Nullable Session made;

    /// Who waits, and for what.
    record Waiting(Consumer<Session> then, Consumer<KubeFailure> otherwise) {}

    /// Told how the try ended, null for badly; says which session counts.
    interface End {
        @Nullable
        Session ended(@Nullable Session made);
    }

    Attempt(Fx fx, Context context, boolean byPerson, Sessions.Consents consents, Sessions.Opening opening) {
        this.fx = fx;
        this.context = context;
        this.byPerson = byPerson;
        this.consents = consents;
        this.opening = opening;
    }

    void onEnd(End action) {
        end = action;
    }

    /// Whether whoever wants this may wait here too; what a person wants may ask that person from now on.
    boolean serves(Context wanted, boolean person) {
        if (!context.equals(wanted) || isCancelled()) return false;
        byPerson = byPerson || person;
        return true;
    }

    void join(Waiting one) {
        waiting.add(one);
        if (started) return;
        started = true;
        fx.run(this::session).then(this::arrived).otherwise(this::failed).start();
    }

    /// One waits no longer; when it was the last, the try is given up.
    void leave(Waiting one) {
        waiting.remove(one);
        if (waiting.isEmpty()) cancel();
    }

    private void arrived(Session session) {
        if (!take()) return;
        Session counts = end.ended(session);
        if (counts != null) for (Waiting one : drained()) one.then().accept(counts);
    }

    private void failed(KubeFailure why) {
        end.ended(null);
        for (Waiting one : drained()) one.otherwise().accept(why);
    }

    private List<Waiting> drained() {
        List<Waiting> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }

    private Session session() throws KubeException {
        Session session = Session.of(opening.open(context, credentials(context)));
        if (!keep(session)) {
            Sessions.closed(session);
            throw new KubeException(new KubeFailure.Cancelled());
        }
        return session;
    }

    private synchronized boolean keep(Session session) {
        made = session;
        return !cancelled;
    }

    /// False when it was given up between its end and now; then its cluster is closed already.
    private synchronized boolean take() {
        taken = !cancelled;
        return taken;
    }

    private synchronized boolean isCancelled() {
        return cancelled;
    }

    private CredentialSource credentials(Context from) throws KubeException {
        CredentialSource source = made(from);
        if (source == null) throw new KubeException(problem());
        RenewedCredentials credentials = new RenewedCredentials(source);
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
        boolean same =
                user.impersonation().equals(before.impersonation()) && Objects.equals(now.cluster(), context.cluster());
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
        Consent asked = byPerson || isTaken() ? consents.person() : consents.known();
        return asked.allows(run);
    }

    private synchronized boolean isTaken() {
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
        if (session != null) fx.run(() -> Sessions.closed(session)).start();
        else if (source != null) Quietly.close(source);
    }
}
