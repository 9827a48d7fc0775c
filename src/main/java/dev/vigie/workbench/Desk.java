package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.base.Quietly;
import dev.vigie.feature.clusters.ConnectingView;
import dev.vigie.kind.Guard;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Namespaces;
import dev.vigie.kind.Screen;
import dev.vigie.kube.config.Context;
import dev.vigie.kube.config.Kubeconfig;
import dev.vigie.live.Fx;
import dev.vigie.ui.Theme;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Turns every intent into something done: the one place where features meet the window. FX thread only.
final class Desk implements Consumer<Intent>, AutoCloseable {
    private static final Messages TEXTS = Messages.of("workbench");
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Fx fx;
    private final Sessions sessions;
    private final Theme theme;
    private final Memory memory;
    private final Home home;
    private final Landing landing;
    private final Arrival arrival;
    private final Fillings fillings;
    private final Tabs tabs = new Tabs();
    private final Here here = new Here();
    private final Details details;
    private final Exports exports;
    private final Changing changing;
    private final SavedViews views;
    private final Guarding guarding;
    private final AutoCloseable tick;
    private final Rediscovery rediscovery;
    private @Nullable Surroundings around;
    private @Nullable WorkbenchView view;
    private @Nullable Session active;
    private Kubeconfig kubeconfig = Kubeconfig.EMPTY;

    Desk(Fx fx, Sessions sessions, Theme theme, Memory memory, Home home, Demo demo) {
        this.fx = fx;
        this.sessions = sessions;
        this.theme = theme;
        this.memory = memory;
        this.home = home;
        details = new Details(fx, here, this, this::notice);
        exports = new Exports(fx, this::notice);
        changing = new Changing(fx, here, memory, this::notice);
        views = new SavedViews(memory, this::notice);
        guarding = new Guarding(memory, sessions, this::tick);
        landing = new Landing(memory, this::notice);
        fillings = new Fillings(fx, memory, this);
        arrival = new Arrival(fx, sessions, landing, new DemoWay.Host(demo, home), new Lobby(), this);
        tick = fx.every(TICK, this::tick);
        rediscovery = new Rediscovery(fx, sessions, here);
    }

    void sitAt(WorkbenchView workbench) {
        view = workbench;
        details.sitAt(workbench);
        exports.sitAt(workbench);
        changing.sitAt(workbench);
        around = new Surroundings(fx, workbench, sessions, memory);
        showClusters();
    }

    @Override
    public void accept(Intent intent) {
        switch (intent) {
            case Intent.OpenContext open -> arrival.open(open.context());
            case Intent.CloseContext close -> closeContext(close.context());
            case Intent.SignIn sign -> {
                sessions.signIn(sign.context(), this::signedIn);
                tick();
            }
            case Intent.Show show -> screen(show.screen());
            case Intent.SaveView _ -> saveView();
            case Intent.OpenView open -> openView(open.name());
            case Intent.ForgetView forget -> forgetView(forget.name());
            case Intent.ShowInTab show -> tab(show.screen());
            case Intent.ChooseNamespaces choose -> look(choose.namespaces());
            case Intent.MakeCurrent make -> home.makeCurrent(make.context());
            case Intent.Inspect inspect -> details.inspect(inspect.ref(), inspect.part());
            case Intent.InspectOther other -> details.other(other.to());
            case Intent.Glance glance -> details.glance(glance.ref());
            case Intent.BackInDetails _ -> details.back();
            case Intent.CloseDetails _ -> closeDetails();
            case Intent.ShowClusters _ -> showClusters();
            case Intent.ShowKeys _ -> {
                if (view != null) view.cover(new KeysView(view::uncover));
            }
            case Intent.OpenKubeconfig open -> home.add(open.file());
            case Intent.CopyCommand copy -> exports.copy(copy.line());
            case Intent.CopyText copy -> exports.copy(copy.text());
            case Intent.CopyName copy -> exports.copy(copy.ref().name());
            case Intent.OpenDemo _ -> arrival.openDemo();
            case Intent.CopyYaml copy -> exports.copyYaml(sessions, copy.refs());
            case Intent.SaveYaml save -> exports.saveYaml(sessions, save.refs());
            case Intent.SaveText save -> exports.save(save.name(), save.text());
            case Intent.Change change -> changing.ask(change);
            case Intent.GuardContext treat -> guarding.treat(treat.context(), treat.guard());
            case Intent.SwitchTheme _ -> theme.switchShade();
        }
    }

    /// What is looked at.
    private final class Here implements Details.Here, Rediscovery.Looked {
        @Override
        public @Nullable Session session() {
            return active;
        }

        @Override
        public boolean isCurrent(Session session) {
            return session.context().equals(kubeconfig.current());
        }

        @Override
        public void discovered(Session now) {
            tabs.discovered(now);
            if (active == null || !active.context().equals(now.context())) return;
            active = now;
            if (around != null) around.discovered(now);
            Place place = place();
            if (place != null && !place.equals(place.served(now.discovery()))) show(place);
        }
    }

    /// What a cluster leads to: its tab if it has one, else what was looked at last, in the tab that is shown.
    private final class Lobby implements Arrival.Lobby {
        @Override
        public void wait(ConnectingView waiting) {
            leave();
            if (view != null) view.show(waiting);
        }

        @Override
        public void arrived(Session session) {
            guarding.of(session);
            Place now = tabs.now().place();
            Tab other = tabs.of(session.context());
            boolean there = now != null && now.context().equals(session.context());
            if (!there && other != null) {
                selectTab(tabs.all().indexOf(other));
                return;
            }
            Place last = landing.in(session, kubeconfig);
            if (last != null) {
                go(last);
                return;
            }
            showClusters();
            notice(TEXTS.say("nothing.listed", session.context()));
        }

        @Override
        public void notice(String text) {
            Desk.this.notice(text);
        }
    }

    /// Another state of the kubeconfig files.
    void kubeconfig(Kubeconfig now) {
        boolean first = kubeconfig.empty();
        kubeconfig = now;
        home.show(now);
        arrival.kubeconfig(now);
        sessions.kubeconfig(now);
        guarding.kubeconfig(now);
        if (active != null && now.context(active.context()) == null) {
            notice(TEXTS.say("context.removed", active.context()));
        }
        if (first && active == null && !arrival.isUnderWay()) arrival.begin(now);
    }

    Collection<Session> sessions() {
        return sessions.all();
    }

    List<Context> contexts() {
        return kubeconfig.contexts();
    }

    /// Names of the open cluster's namespaces as far as they are known now.
    List<String> namespacesSeen() {
        return around == null ? List.of() : around.namespacesSeen();
    }

    @Nullable
    Session active() {
        return active;
    }

    /// How carefully the cluster that is looked at is treated.
    Guard guard() {
        return memory.guard(active == null ? "" : active.context());
    }

    /// Names of the saved views of the cluster that is looked at.
    List<String> views() {
        return active == null ? List.of() : views.names(active.context());
    }

    /// What fills the middle; null while no cluster is looked at.
    @Nullable
    Filling filling() {
        return active == null ? null : tabs.now().filling();
    }

    /// Where one is; null while no cluster is looked at.
    @Nullable
    Place place() {
        return active == null ? null : tabs.now().place();
    }

    /// What the command line asks for is opened first, once there are contexts.
    void asked(Asked now) {
        landing.asked(now);
    }

    void notice(String text) {
        if (view != null) view.strip.notice(text);
    }

    /// Whether details were open.
    boolean closeDetails() {
        boolean open = details.isOpen();
        details.close();
        Filling filling = filling();
        if (open && filling != null) filling.takeFocus();
        return open;
    }

    /// Back and forward; back in the details first, for whoever reads those.
    void step(WorkbenchView.Step step) {
        boolean reading = view != null && details.holds(view.getScene().getFocusOwner());
        if (step == WorkbenchView.Step.BACK && reading && details.back()) return;
        Trail trail = tabs.now().trail;
        Place to = switch (step) {
            case BACK -> trail.back();
            case FORWARD -> trail.forward();
        };
        if (to != null && sessions.of(to.context()) != null) show(to);
    }

    private void screen(Screen screen) {
        Place place = place();
        if (place != null) go(new Place(place.context(), screen, place.namespaces()));
    }

    private void look(Namespaces wanted) {
        Place place = place();
        if (place != null) go(new Place(place.context(), place.screen(), wanted, place.view()));
    }

    private void saveView() {
        Place place = place();
        if (place != null && view != null) views.save(view, place, filling(), this::openView);
    }

    private void openView(String name) {
        Place there = active == null ? null : views.place(active, name);
        if (there != null) go(there);
    }

    private void forgetView(String name) {
        Place place = place();
        if (place == null || active == null) return;
        views.forget(place.context(), name);
        if (around != null) around.discovered(active);
    }

    /// Opens a tab for this screen of the cluster that is looked at.
    private void tab(Screen screen) {
        Place place = place();
        if (place == null) return;
        tabs.add();
        go(new Place(place.context(), screen, place.namespaces()));
    }

    /// One more tab at the place that is looked at.
    void addTab() {
        Place place = place();
        if (place != null) tab(place.screen());
    }

    void selectTab(int index) {
        if (tabs.select(index)) showTab();
    }

    void stepTab(int by) {
        if (active == null || tabs.all().size() < 2) return;
        tabs.step(by);
        showTab();
    }

    /// Closes the tab that is shown.
    void closeTab() {
        closeTab(tabs.at());
    }

    void closeTab(int index) {
        tabs.close(index);
        showTab();
    }

    private void showTab() {
        Place to = tabs.now().place();
        if (to == null || sessions.of(to.context()) == null) showClusters();
        else show(to);
    }

    private void go(Place to) {
        tabs.now().trail.step(to);
        show(to);
    }

    private void show(Place there) {
        Session session = sessions.of(there.context());
        WorkbenchView workbench = view;
        if (session == null || workbench == null) return;
        Place to = there.served(session.discovery());
        arrival.giveUp();
        if (active != null && !active.context().equals(session.context())) details.close();
        active = session;
        Filling before = tabs.now().filling();
        Filling now = tabs.now().show(to, () -> opened(session, to, workbench));
        if (!now.equals(before) || !workbench.shows(now.node()::equals)) {
            workbench.show(now.node());
            now.takeFocus();
        }
        workbench.mirror.show(now);
        memory.visited(to);
        if (around != null) around.at(session, to, tabs);
    }

    private Filling opened(Session session, Place to, WorkbenchView workbench) {
        Filling fresh = fillings.of(session, to, here.isCurrent(session));
        Runnable mirror = () -> {
            if (fresh.equals(filling())) workbench.mirror.show(fresh);
        };
        fresh.kubectl().addListener(_ -> mirror.run());
        fresh.unsaid().addListener(_ -> mirror.run());
        return fresh;
    }

    private void leave() {
        tabs.now().trail.leave();
        details.close();
        tabs.rest();
        active = null;
        if (around != null) around.nowhere(tabs);
    }

    private void closeContext(String name) {
        if (sessions.of(name) == null) return;
        boolean here = active != null && active.context().equals(name);
        tabs.forget(name);
        sessions.close(name);
        if (here) {
            details.close();
            showTab();
        } else if (around != null && active == null) around.clusters(tabs);
        tick();
    }

    private void showClusters() {
        arrival.giveUp();
        leave();
        if (view != null) home.showIn(view);
    }

    /// Whatever grows older on screen.
    void tick() {
        if (around != null) around.tick(active, place());
    }

    private void signedIn(Session now) {
        if (active != null && active.context().equals(now.context())) active = now;
    }

    @Override
    public void close() {
        exports.close();
        Quietly.close(tick);
        rediscovery.close();
        details.close();
        tabs.rest();
        if (around != null) around.close();
        sessions.close();
    }
}
