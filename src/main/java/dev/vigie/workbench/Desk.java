package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.base.Quietly;
import dev.vigie.feature.browse.BrowseView;
import dev.vigie.feature.clusters.ConnectingView;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kube.KubeFailure;
import dev.vigie.kube.Row;
import dev.vigie.kube.Rows;
import dev.vigie.kube.config.Context;
import dev.vigie.kube.config.Kubeconfig;
import dev.vigie.live.Fx;
import dev.vigie.settings.Settings;
import dev.vigie.ui.Clip;
import dev.vigie.ui.Theme;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Turns every intent into something done: the one place where features meet the window. FX thread only.
final class Desk implements Consumer<Intent>, AutoCloseable {
    private static final Messages TEXTS = Messages.of("workbench");
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration REDISCOVER = Duration.ofSeconds(20);

    private final Fx fx;
    private final Sessions sessions;
    private final Theme theme;
    private final Memory memory;
    private final Home home;
    private final Trail trail = new Trail();
    private final ConnectingView connecting;
    private final AutoCloseable tick;
    private final AutoCloseable rediscovery;
    private @Nullable WorkbenchView view;
    private @Nullable Session active;
    private @Nullable Place place;
    private @Nullable BrowseView browse;
    private @Nullable Rows namespaceRows;
    private String wanted = "";
    private Kubeconfig kubeconfig = Kubeconfig.EMPTY;

    Desk(Fx fx, Sessions sessions, Theme theme, Memory memory, Home home) {
        this.fx = fx;
        this.sessions = sessions;
        this.theme = theme;
        this.memory = memory;
        this.home = home;
        connecting = new ConnectingView(this::again, () -> accept(new Intent.ShowClusters()));
        tick = fx.every(TICK, this::tick);
        rediscovery = fx.every(REDISCOVER, this::rediscover);
    }

    void sitAt(WorkbenchView workbench) {
        view = workbench;
        workbench.rail.show(sessions.all(), "");
        showClusters();
    }

    @Override
    public void accept(Intent intent) {
        switch (intent) {
            case Intent.OpenContext open -> openContext(open.context());
            case Intent.OpenKind open -> {
                if (place != null) go(new Place(place.context(), open.kind(), place.namespaces()));
            }
            case Intent.ChooseNamespaces choose -> {
                if (place != null) go(new Place(place.context(), place.kind(), choose.namespaces()));
            }
            case Intent.ShowClusters _ -> {
                sessions.cancel();
                showClusters();
            }
            case Intent.OpenKubeconfig open -> home.add(open.file());
            case Intent.CopyCommand copy -> copied(copy.line());
            case Intent.CopyName copy -> copied(copy.ref().name());
            case Intent.SwitchTheme _ -> theme.switchShade();
        }
    }

    /// Another state of the kubeconfig files.
    void kubeconfig(Kubeconfig now) {
        boolean first = kubeconfig.equals(Kubeconfig.EMPTY);
        kubeconfig = now;
        home.show(now);
        if (active != null && now.context(active.context()) == null) {
            notice(TEXTS.say("context.removed", active.context()));
        }
        if (first && active == null && wanted.isEmpty()) comeBack(now);
    }

    java.util.Collection<Session> sessions() {
        return sessions.all();
    }

    List<Context> contexts() {
        return kubeconfig.contexts();
    }

    @Nullable
    Session active() {
        return active;
    }

    @Nullable
    BrowseView browse() {
        return browse;
    }

    void step(WorkbenchView.Step step) {
        Place to = switch (step) {
            case BACK -> trail.back();
            case FORWARD -> trail.forward();
        };
        if (to != null && sessions.of(to.context()) != null) show(to);
    }

    void notice(String text) {
        if (view != null) view.strip.notice(text);
    }

    /// What was open at the end of the last run, unless it is gone.
    private void comeBack(Kubeconfig now) {
        Context last = now.context(memory.context());
        if (last != null && last.usable()) openContext(last.name());
    }

    private void openContext(String name) {
        Session open = sessions.of(name);
        if (open != null) {
            activate(open);
            return;
        }
        Context context = kubeconfig.context(name);
        if (context == null) {
            notice(TEXTS.say("context.removed", name));
            return;
        }
        wanted = name;
        leave();
        var cluster = context.cluster();
        connecting.connecting(name, cluster == null ? "" : cluster.server());
        if (view != null) view.show(connecting);
        sessions.connect(context, this::activate, failure -> failed(name, failure));
    }

    private void failed(String name, KubeFailure failure) {
        if (name.equals(wanted) && !(failure instanceof KubeFailure.Cancelled)) connecting.failed(name, failure);
    }

    private void again() {
        if (!wanted.isEmpty()) openContext(wanted);
    }

    /// Names of the open cluster's namespaces as far as they are known now; none when listing them is forbidden.
    List<String> namespacesSeen() {
        if (namespaceRows == null) return List.of();
        return namespaceRows.snapshot().rows().stream().map(Row::name).sorted().toList();
    }

    private void watchNamespaces(Session session) {
        if (namespaceRows != null) namespaceRows.close();
        Kind kind = session.discovery().find("namespaces");
        namespaceRows = kind == null ? null : session.cluster().rows(kind, Namespaces.all());
    }

    private void activate(Session session) {
        wanted = "";
        active = session;
        watchNamespaces(session);
        Kind kind = kind(session);
        if (kind == null) {
            notice(TEXTS.say("nothing.listed", session.context()));
            return;
        }
        go(new Place(session.context(), kind, namespaces(session)));
    }

    /// The kind that was open here last, else pods, else whatever there is.
    private @Nullable Kind kind(Session session) {
        Settings.Place last = memory.place(session.context());
        Kind found = last == null ? null : session.discovery().find(last.resource());
        if (found == null) found = session.discovery().find("pods");
        List<Kind> kinds = session.discovery().kinds();
        return found != null || kinds.isEmpty() ? found : kinds.getFirst();
    }

    /// Those of last time, else the context's own, else all.
    private Namespaces namespaces(Session session) {
        Settings.Place last = memory.place(session.context());
        if (last != null) return last.everywhere() ? Namespaces.all() : Namespaces.named(last.namespaces());
        Context context = kubeconfig.context(session.context());
        String own = context == null ? "" : context.namespace();
        return own.isEmpty() ? Namespaces.all() : Namespaces.named(own);
    }

    private void go(Place to) {
        trail.step(to);
        show(to);
    }

    private void show(Place to) {
        Session session = sessions.of(to.context());
        if (session == null || view == null) return;
        boolean same = browse != null
                && place != null
                && place.context().equals(to.context())
                && place.kind().equals(to.kind());
        active = session;
        place = to;
        if (same && browse != null) browse.look(to.namespaces());
        else open(session, to);
        memory.visited(to);
        view.navigable(true);
        view.navigation.show(session);
        view.navigation.select(to.kind());
        view.top.show(List.of(session.context(), to.kind().title()), trail.canGoBack(), trail.canGoForward());
        tick();
    }

    private void open(Session session, Place to) {
        if (browse != null) browse.close();
        BrowseView fresh =
                new BrowseView(fx, session.cluster(), to.kind(), to.namespaces(), memory.table(to.kind()), this);
        fresh.contextIsCurrent(session.context().equals(kubeconfig.current()));
        browse = fresh;
        if (view == null) return;
        WorkbenchView workbench = view;
        fresh.kubectlProperty().addListener((_, _, lines) -> workbench.mirror.show(String.join("\n", lines)));
        workbench.mirror.show(String.join("\n", fresh.kubectlProperty().get()));
        fresh.memoryProperty().addListener((_, _, now) -> memory.arranged(to.kind(), now));
        workbench.show(fresh);
        fresh.focusTable();
    }

    private void leave() {
        if (browse != null) browse.close();
        browse = null;
        place = null;
        active = null;
        if (view == null) return;
        view.mirror.show("");
        view.navigable(false);
        view.top.show(List.of(TEXTS.say("clusters")), trail.canGoBack(), trail.canGoForward());
        tick();
    }

    private void showClusters() {
        wanted = "";
        leave();
        if (view != null) home.showIn(view);
    }

    private void copied(String text) {
        Clip.copy(text);
        notice(TEXTS.say("copied"));
    }

    /// Whatever grows older on screen.
    private void tick() {
        if (view == null) return;
        if (active == null || place == null) view.strip.nothing();
        else view.strip.show(active, place.namespaces());
        view.rail.show(sessions.all(), active == null ? "" : active.context());
    }

    private void rediscover() {
        Session session = active;
        if (session == null || !session.cluster().reachability().reachable()) return;
        sessions.rediscover(session, now -> {
            if (view != null && active != null && active.context().equals(now.context())) {
                active = now;
                view.navigation.show(now);
            }
        });
    }

    @Override
    public void close() {
        Quietly.close(tick);
        Quietly.close(rediscovery);
        if (browse != null) browse.close();
        if (namespaceRows != null) namespaceRows.close();
        sessions.close();
    }
}
