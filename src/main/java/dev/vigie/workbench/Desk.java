package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.feature.clusters.ConnectingView;
import dev.vigie.kind.Guard;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Namespaces;
import dev.vigie.kind.Screen;
import dev.vigie.kube.config.Context;
import dev.vigie.kube.config.Kubeconfig;
import dev.vigie.settings.Settings;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;

/// Turns every intent into something done: the one place where features meet their window. FX thread only.
final class Desk implements Consumer<Intent>, AutoCloseable {
    private static final Messages TEXTS = Messages.of("workbench");

    private final Ground ground;
    private final House house;
    private final Home home;
    private final Landing landing;
    private final Arrival arrival;
    private final Places places;
    private final Details details;
    private final Exports exports;
    private final Changing changing;
    private final SavedViews views;
    private @Nullable WorkbenchView view;
    private Kubeconfig kubeconfig = Kubeconfig.EMPTY;

    Desk(Ground ground, House house, Home.Ways ways, Demo demo) {
        this.ground = ground;
        this.house = house;
        home = new Home(this, ways, this::notice);
        places = new Places(ground, new Owner());
        details = new Details(ground.fx(), new Here(), this, this::notice);
        exports = new Exports(ground.fx(), this::notice);
        changing = new Changing(ground.fx(), new Here(), ground.memory(), this::notice);
        views = new SavedViews(ground.memory(), this::notice);
        landing = new Landing(ground.memory(), this::notice);
        arrival = new Arrival(ground, landing, new DemoWay.Host(demo, home), new Lobby(), this);
    }

    void sitAt(WorkbenchView workbench) {
        view = workbench;
        details.sitAt(workbench);
        exports.sitAt(workbench);
        changing.sitAt(workbench);
        places.sitAt(workbench);
        showClusters();
    }

    @Override
    public void accept(Intent intent) {
        switch (intent) {
            case Intent.OpenContext open -> arrival.open(open.context());
            case Intent.CloseContext close -> house.closeContext(close.context(), this);
            case Intent.SignIn sign -> house.signIn(sign.context());
            case Intent.Show show -> screen(show.screen());
            case Intent.SaveView _ -> saveView();
            case Intent.OpenView open -> openView(open.name());
            case Intent.ForgetView forget -> forgetView(forget.name());
            case Intent.ShowInTab show -> places.tab(show.screen());
            case Intent.ShowInWindow show -> window(show.screen());
            case Intent.OpenContextInWindow open ->
                house.open(this, desk -> desk.accept(new Intent.OpenContext(open.context())));
            case Intent.OpenWindow _ -> window();
            case Intent.MoveToWindow _ -> tearOff(places.tabs().at());
            case Intent.Split split -> places.halves().split(split.below());
            case Intent.Unsplit _ -> places.halves().unsplit();
            case Intent.Quit _ -> house.quit();
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
            case Intent.CopyYaml copy -> exports.copyYaml(ground.sessions(), copy.refs());
            case Intent.SaveYaml save -> exports.saveYaml(ground.sessions(), save.refs());
            case Intent.SaveText save -> exports.save(save.name(), save.text());
            case Intent.Change change -> changing.ask(change);
            case Intent.GuardContext treat -> house.guard(treat.context(), treat.guard());
            case Intent.SwitchTheme _ -> ground.theme().switchShade();
        }
    }

    private boolean isCurrent(Session session) {
        return session.context().equals(kubeconfig.current());
    }

    /// Where details are looked for.
    private final class Here implements Details.Here {
        @Override
        public @Nullable Session session() {
            return active();
        }

        @Override
        public boolean isCurrent(Session session) {
            return Desk.this.isCurrent(session);
        }
    }

    /// What the places need of the rest of the window.
    private final class Owner implements Places.Owner {
        @Override
        public void accept(Intent intent) {
            Desk.this.accept(intent);
        }

        @Override
        public boolean isCurrent(Session session) {
            return Desk.this.isCurrent(session);
        }

        @Override
        public @Nullable Context context(String name) {
            return kubeconfig.context(name);
        }

        @Override
        public void looking(boolean other) {
            arrival.giveUp();
            if (other) details.close();
        }

        @Override
        public void open(String context) {
            arrival.open(context);
        }

        @Override
        public void nothing() {
            Session session = ground.sessions().of(places.tabs().now().context());
            Place there = session == null ? null : landing.in(session, kubeconfig);
            if (there == null) showClusters();
            else places.go(there);
        }

        @Override
        public void changed() {
            house.changed();
        }
    }

    /// What a cluster leads to: its tab if it has one, else what was looked at last, in the tab that is shown.
    private final class Lobby implements Arrival.Lobby {
        @Override
        public void wait(ConnectingView waiting) {
            leave();
            if (view != null) view.middle().show(waiting);
        }

        @Override
        public void arrived(Session session) {
            Tabs tabs = places.tabs();
            Tab now = tabs.now();
            Tab other = tabs.of(session.context());
            boolean here = now.context().equals(session.context());
            if (here && !landing.wishes(session)) {
                places.showTab();
                return;
            }
            if (!here && other != null) {
                places.select(tabs.all().indexOf(other));
                return;
            }
            Place there = landing.in(session, kubeconfig);
            if (there == null) {
                showClusters();
                notice(TEXTS.say("nothing.listed", session.context()));
            } else if (now.promised() != null && !here) places.tab(there);
            else places.go(there);
        }

        @Override
        public void notice(String text) {
            Desk.this.notice(text);
        }
    }

    /// Another state of the kubeconfig files.
    void kubeconfig(Kubeconfig now) {
        kubeconfig = now;
        home.show(now);
        arrival.kubeconfig(now);
        Session active = active();
        if (active != null && now.context(active.context()) == null)
            notice(TEXTS.say("context.removed", active.context()));
    }

    /// Goes where one arrives at the start, unless somebody went somewhere already.
    void begin() {
        if (active() == null && !arrival.isUnderWay())
            arrival.begin(kubeconfig, places.tabs().now().context());
    }

    Places places() {
        return places;
    }

    Collection<Session> sessions() {
        return ground.sessions().all();
    }

    List<Context> contexts() {
        return kubeconfig.contexts();
    }

    @Nullable
    Session active() {
        return places.active();
    }

    /// How carefully the cluster that is looked at is treated.
    Guard guard() {
        Session active = active();
        return ground.memory().guard(active == null ? "" : active.context());
    }

    /// Names of the saved views of the cluster that is looked at.
    List<String> views() {
        Session active = active();
        return active == null ? List.of() : views.names(active.context());
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
        Filling filling = places.filling();
        if (open && filling != null) filling.takeFocus();
        return open;
    }

    /// Back and forward; back in the details first, for whoever reads those.
    void step(WorkbenchView.Step step) {
        boolean reading = view != null && details.holds(view.getScene().getFocusOwner());
        if (step == WorkbenchView.Step.BACK && reading && details.back()) return;
        places.step(step);
    }

    private void screen(Screen screen) {
        Place place = places.place();
        if (place != null) places.go(new Place(place.context(), screen, place.namespaces()));
    }

    private void look(Namespaces wanted) {
        Place place = places.place();
        if (place != null) places.go(new Place(place.context(), place.screen(), wanted, place.view()));
    }

    private void saveView() {
        Place place = places.place();
        if (place == null || view == null) return;
        views.save(view, place, places.filling(), name -> {
            house.viewsChanged(place.context());
            openView(name);
        });
    }

    private void openView(String name) {
        Session active = active();
        Place there = active == null ? null : views.place(active, name);
        if (there != null) places.go(there);
    }

    private void forgetView(String name) {
        Place place = places.place();
        if (place == null) return;
        views.forget(place.context(), name);
        house.viewsChanged(place.context());
    }

    /// A screen of the cluster that is looked at, in a window of its own.
    private void window(Screen screen) {
        Place place = places.place();
        if (place != null)
            house.open(this, desk -> desk.places.go(new Place(place.context(), screen, place.namespaces())));
    }

    /// One more window, on what is looked at here.
    private void window() {
        Settings.Tab same = places.place() == null ? null : places.tabs().now().kept();
        house.open(this, desk -> {
            if (same != null) desk.places.put(new Tab(same));
        });
    }

    /// A tab moves into a window of its own; the only one stays, and is shown once more.
    void tearOff(int index) {
        List<Tab> all = places.tabs().all();
        if (index < 0 || index >= all.size()) return;
        if (all.size() == 1) window();
        else move(all.get(index), null);
    }

    /// A tab was dropped on a point of the screen that is not in this window.
    void move(Tab tab, @Nullable Point2D to) {
        house.move(tab, this, to);
    }

    Presses presses() {
        return house.presses();
    }

    List<House.Other> otherWindows() {
        return house.others(this);
    }

    void move(int index, Desk to) {
        List<Tab> all = places.tabs().all();
        if (index >= 0 && index < all.size()) house.move(all.get(index), this, to);
    }

    /// A tab goes to another window; its details do not.
    void let(Tab tab) {
        if (tab.equals(places.tabs().now())) details.close();
        places.take(tab);
    }

    private void leave() {
        places.leave();
        details.close();
    }

    /// Lets go of a context that is about to be closed; true when it was looked at.
    boolean forget(String context) {
        boolean here = places.forget(context);
        if (here) details.close();
        return here;
    }

    private void showClusters() {
        arrival.giveUp();
        leave();
        if (view != null) home.showIn(view);
    }

    @Override
    public void close() {
        arrival.giveUp();
        exports.close();
        details.close();
        places.close();
    }
}
