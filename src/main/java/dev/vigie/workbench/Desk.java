package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.base.Quietly;
import dev.vigie.feature.browse.BrowseView;
import dev.vigie.feature.clusters.ConnectingView;
import dev.vigie.kind.Intent;
import dev.vigie.kube.KubeFailure;
import dev.vigie.kube.config.Context;
import dev.vigie.kube.config.Kubeconfig;
import dev.vigie.live.Fx;
import dev.vigie.ui.Clip;
import dev.vigie.ui.Theme;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Turns every intent into something done: the one place where features meet the window. FX thread only.
final class Desk implements Consumer<Intent>, AutoCloseable {
    private static final Messages TEXTS = Messages.of("workbench");
    /// What is wanted while the demo cluster starts; no context is called so.
    private static final String DEMO = "\0demo";

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration FADE = Duration.ofSeconds(6);
    private static final Duration REDISCOVER = Duration.ofSeconds(20);

    private final Fx fx;
    private final Sessions sessions;
    private final Theme theme;
    private final Memory memory;
    private final Home home;
    private final Landing landing;
    private final SeenNamespaces namespaces = new SeenNamespaces();
    private @Nullable Counts counts;
    private final Trail trail = new Trail();
    private final ConnectingView connecting;
    private final DemoWay demo;
    private final Details details;
    private final AutoCloseable tick;
    private final AutoCloseable rediscovery;
    private @Nullable WorkbenchView view;
    private @Nullable Session active;
    private @Nullable Place place;
    private @Nullable BrowseView browse;
    private AutoCloseable fading = () -> {};
    private String wanted = "";
    private Kubeconfig kubeconfig = Kubeconfig.EMPTY;

    Desk(Fx fx, Sessions sessions, Theme theme, Memory memory, Home home, Demo demo) {
        this.fx = fx;
        this.sessions = sessions;
        this.theme = theme;
        this.memory = memory;
        this.home = home;
        this.demo = new DemoWay(fx, demo, home, this::demoRuns, failure -> failed(DEMO, failure));
        details = new Details(fx, this, this::notice);
        landing = new Landing(memory, this::notice);
        connecting = new ConnectingView(this::again, () -> accept(new Intent.ShowClusters()));
        tick = fx.every(TICK, this::tick);
        rediscovery = fx.every(REDISCOVER, this::rediscover);
    }

    void sitAt(WorkbenchView workbench) {
        view = workbench;
        details.sitAt(workbench);
        counts = new Counts(fx, workbench.navigation);
        workbench.rail.show(sessions.all(), "");
        showClusters();
    }

    @Override
    public void accept(Intent intent) {
        switch (intent) {
            case Intent.OpenContext open -> openContext(open.context());
            case Intent.CloseContext close -> closeContext(close.context());
            case Intent.MakeCurrent make -> home.makeCurrent(make.context());
            case Intent.OpenKind open -> {
                if (place != null) go(new Place(place.context(), open.kind(), place.namespaces()));
            }
            case Intent.ChooseNamespaces choose -> {
                if (place != null) go(new Place(place.context(), place.kind(), choose.namespaces()));
            }
            case Intent.Inspect inspect -> {
                if (active != null) details.inspect(active, isCurrent(active), inspect.ref(), inspect.part());
            }
            case Intent.InspectOther other -> {
                if (active != null) details.other(active, isCurrent(active), other.to());
            }
            case Intent.Glance glance -> {
                if (active != null) details.glance(active, isCurrent(active), glance.ref());
            }
            case Intent.BackInDetails _ -> {
                if (active != null) details.back(active, isCurrent(active));
            }
            case Intent.CloseDetails _ -> closeDetails();
            case Intent.ShowClusters _ -> showClusters();
            case Intent.ShowKeys _ -> {
                if (view != null) view.cover(new KeysView(view::uncover));
            }
            case Intent.OpenKubeconfig open -> home.add(open.file());
            case Intent.CopyCommand copy -> copied(copy.line());
            case Intent.CopyText copy -> copied(copy.text());
            case Intent.CopyName copy -> copied(copy.ref().name());
            case Intent.OpenDemo _ -> openDemo();
            case Intent.SwitchTheme _ -> theme.switchShade();
        }
    }

    private boolean isCurrent(Session session) {
        return session.context().equals(kubeconfig.current());
    }

    /// Whether details were open.
    boolean closeDetails() {
        boolean open = details.isOpen();
        details.close();
        if (open && browse != null) browse.focusTable();
        return open;
    }

    /// Another state of the kubeconfig files.
    void kubeconfig(Kubeconfig now) {
        boolean first = kubeconfig.empty();
        kubeconfig = now;
        home.show(now);
        demo.kubeconfig(now);
        if (active != null && now.context(active.context()) == null) {
            notice(TEXTS.say("context.removed", active.context()));
        }
        if (first && active == null && wanted.isEmpty()) begin(now);
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

    /// Back and forward; back in the details first, for whoever reads those.
    void step(WorkbenchView.Step step) {
        boolean reading = view != null && details.holds(view.getScene().getFocusOwner());
        if (step == WorkbenchView.Step.BACK && reading && active != null && details.back(active, isCurrent(active)))
            return;
        Place to = switch (step) {
            case BACK -> trail.back();
            case FORWARD -> trail.forward();
        };
        if (to != null && sessions.of(to.context()) != null) show(to);
    }

    void notice(String text) {
        if (view != null) view.strip.notice(text);
    }

    /// What the command line asks for is opened first, once there are contexts.
    void asked(Asked now) {
        landing.asked(now);
    }

    /// What was asked for, else what was open at the end of the last run; a plugin is not asked about for that.
    private void begin(Kubeconfig now) {
        Context first = landing.first(now);
        if (first == null) return;
        if (landing.byPerson()) openContext(first.name());
        else connect(first, sessions::comeBack);
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
        connect(context, sessions::connect);
    }

    private void openDemo() {
        giveUpConnecting();
        leave();
        wanted = DEMO;
        if (view != null) view.show(connecting);
        connecting.connecting(TEXTS.say("demo"), TEXTS.say("demo.here"));
        demo.take();
    }

    private void demoRuns(String context) {
        if (!wanted.equals(DEMO)) return;
        landing.meant(context);
        openContext(context);
    }

    private void connect(Context context, Sessions.Road road) {
        wanted = context.name();
        leave();
        var cluster = context.cluster();
        if (view != null) view.show(connecting);
        connecting.connecting(wanted, cluster == null ? "" : cluster.server());
        road.take(context, this::activate, failure -> failed(context.name(), failure));
    }

    /// Whoever goes elsewhere meanwhile is not taken away from there when the answer comes.
    private void giveUpConnecting() {
        if (!wanted.isEmpty()) sessions.cancel();
        wanted = "";
    }

    private void closeContext(String name) {
        if (sessions.of(name) == null) return;
        if (active != null && active.context().equals(name)) showClusters();
        sessions.close(name);
        trail.forget(name);
        if (view != null && active == null) crumbs(view, List.of(TEXTS.say("clusters")));
        tick();
    }

    private void failed(String name, KubeFailure failure) {
        if (!name.equals(wanted) || failure instanceof KubeFailure.Cancelled) return;
        if (sessions.comingBack() && failure instanceof KubeFailure.NoCredentials) showClusters();
        else connecting.failed(name.equals(DEMO) ? TEXTS.say("demo") : name, failure);
    }

    private void again() {
        if (wanted.equals(DEMO)) openDemo();
        else if (!wanted.isEmpty()) openContext(wanted);
    }

    /// Names of the open cluster's namespaces as far as they are known now.
    List<String> namespacesSeen() {
        return namespaces.names();
    }

    private void activate(Session session) {
        Place there = landing.in(session, kubeconfig);
        if (there != null) {
            go(there);
            return;
        }
        showClusters();
        notice(TEXTS.say("nothing.listed", session.context()));
    }

    private void go(Place to) {
        trail.step(to);
        show(to);
    }

    private void show(Place to) {
        Session session = sessions.of(to.context());
        if (session == null || view == null) return;
        giveUpConnecting();
        namespaces.of(session);
        boolean same = browse != null
                && place != null
                && place.context().equals(to.context())
                && place.kind().equals(to.kind());
        if (active != null && !active.context().equals(session.context())) details.close();
        active = session;
        place = to;
        if (same && browse != null) browse.look(to.namespaces());
        else open(session, to);
        memory.visited(to);
        view.navigable(true);
        view.navigation.show(session);
        view.navigation.select(to.kind());
        view.refold();
        if (counts != null) counts.at(session, to);
        crumbs(
                view,
                List.of(
                        session.context(),
                        Group.titleOf(session.discovery().kinds(), to.kind()),
                        to.kind().title()));
        tick();
    }

    private void open(Session session, Place to) {
        if (browse != null) browse.close();
        BrowseView fresh =
                new BrowseView(fx, session.cluster(), to.kind(), to.namespaces(), memory.table(to.kind()), this);
        fresh.contextIsCurrent(isCurrent(session));
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
        trail.leave();
        details.close();
        if (browse != null) browse.close();
        namespaces.close();
        if (counts != null) counts.leave();
        browse = null;
        place = null;
        active = null;
        if (view == null) return;
        view.mirror.show("");
        view.navigable(false);
        crumbs(view, List.of(TEXTS.say("clusters")));
        tick();
    }

    private void showClusters() {
        giveUpConnecting();
        leave();
        if (view != null) home.showIn(view);
    }

    private void crumbs(WorkbenchView workbench, List<String> steps) {
        workbench.top.show(steps, trail.canGoBack(), trail.canGoForward());
    }

    private void copied(String text) {
        Clip.copy(text);
        notice(TEXTS.say("copied"));
        Quietly.close(fading);
        fading = fx.after(FADE, () -> {
            if (view != null) view.strip.forget(TEXTS.say("copied"));
        });
    }

    /// Whatever grows older on screen.
    private void tick() {
        if (view == null) return;
        if (active == null || place == null) view.strip.nothing();
        else view.strip.show(active, place.namespaces());
        if (counts != null) counts.tick();
        view.rail.show(sessions.all(), active == null ? "" : active.context());
    }

    private void rediscover() {
        Session session = active;
        if (session == null || !session.cluster().reachability().reachable()) return;
        sessions.rediscover(session, now -> {
            if (view != null && active != null && active.context().equals(now.context())) {
                active = now;
                view.navigation.show(now);
                view.refold();
            }
        });
    }

    @Override
    public void close() {
        Quietly.close(fading);
        Quietly.close(tick);
        Quietly.close(rediscovery);
        details.close();
        if (browse != null) browse.close();
        namespaces.close();
        if (counts != null) counts.close();
        sessions.close();
    }
}
