package dev.vigie.workbench;

import dev.vigie.kind.Intent;
import dev.vigie.kind.Screen;
import dev.vigie.kube.config.Context;
import dev.vigie.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What is looked at in one window: its tabs, where each of them is, and which are seen. FX thread only.
final class Places implements AutoCloseable {
    private final Ground ground;
    private final Fillings fillings;
    private final Owner owner;
    private final Halves halves;
    private final Tabs tabs = new Tabs();
    private @Nullable WorkbenchView view;
    private final Tab.Keeper keeper = new Here();
    private @Nullable Surroundings around;
    /// The context that is looked at; empty in the list of clusters and on the way to one.
    private String looked = "";

    /// Whose places they are.
    interface Owner extends Consumer<Intent> {
        boolean isCurrent(Session session);

        /// As the kubeconfig files have it now; null for none of that name.
        @Nullable
        Context context(String name);

        /// Something of a cluster is looked at now; `other` when it is another cluster than before.
        void looking(boolean other);

        /// Wants to look at a cluster that is not open yet.
        void open(String context);

        /// There is nothing to look at.
        void nothing();

        /// Something is to be found by the next run.
        void changed();
    }

    Places(Ground ground, Owner owner) {
        this.ground = ground;
        this.owner = owner;
        fillings = new Fillings(ground);
        halves = new Halves(ground, this, owner);
    }

    void sitAt(WorkbenchView workbench) {
        view = workbench;
        around = new Surroundings(ground, workbench);
    }

    Halves halves() {
        return halves;
    }

    Tabs tabs() {
        return tabs;
    }

    /// The cluster that is looked at; null for none.
    @Nullable
    Session active() {
        return looked.isEmpty() ? null : ground.sessions().of(tabs.now().context());
    }

    /// Where one is; null while no cluster is looked at.
    @Nullable
    Place place() {
        return looked.isEmpty() ? null : tabs.now().place();
    }

    /// What fills the middle, or the half that is looked at; null while no cluster is looked at.
    @Nullable
    Filling filling() {
        return looked.isEmpty() ? null : tabs.now().filling();
    }

    /// Names of the open cluster's namespaces as far as they are known now.
    List<String> namespacesSeen() {
        return around == null ? List.of() : around.namespacesSeen();
    }

    void go(Place to) {
        tabs.now().trail.step(to);
        show(to);
    }

    /// One step on the trail of the tab.
    void step(WorkbenchView.Step step) {
        Trail trail = tabs.now().trail;
        Place to = step == WorkbenchView.Step.BACK ? trail.back() : trail.forward();
        if (to != null && ground.sessions().of(to.context()) != null) show(to);
    }

    /// Opens a tab for this screen of the cluster that is looked at.
    void tab(Screen screen) {
        Place place = place();
        if (place != null) tab(new Place(place.context(), screen, place.namespaces()));
    }

    void tab(Place to) {
        tabs.add().keptBy(keeper);
        go(to);
    }

    /// One more tab at the place that is looked at.
    void addTab() {
        Place place = place();
        if (place != null) tab(place.screen());
    }

    void select(int index) {
        if (tabs.select(index)) showTab();
    }

    void stepTab(int by) {
        if (looked.isEmpty() || tabs.all().size() < 2) return;
        tabs.step(by);
        showTab();
    }

    /// Closes the tab that is looked at.
    void closeTab() {
        close(tabs.at());
    }

    void close(int index) {
        if (tabs.all().size() < 2) return;
        tabs.close(index);
        showTab();
    }

    /// A tab that came from elsewhere, as it is; it is looked at from now on.
    void put(Tab tab) {
        boolean first = tabs.all().size() == 1 && tabs.now().context().isEmpty();
        Tab empty = tabs.now();
        tabs.add(tab);
        if (first) tabs.take(empty);
        tab.keptBy(keeper);
        showTab();
    }

    /// Gives a tab away as it is.
    void take(Tab tab) {
        tabs.take(tab);
        tab.keptBy(Tab.Keeper.NOBODY);
    }

    /// The tabs of the last run.
    void bring(Settings.Opened window) {
        tabs.bring(window);
    }

    /// The clusters that are seen.
    List<Session> seen() {
        if (looked.isEmpty()) return List.of();
        List<Session> seen = new ArrayList<>();
        for (Tab tab : tabs.seen()) {
            Session session = ground.sessions().of(tab.context());
            if (session != null) seen.add(session);
        }
        return seen;
    }

    /// Shows the tab that is looked at; what it showed in the last run is opened first.
    void showTab() {
        Tab now = tabs.now();
        Session session = ground.sessions().of(now.context());
        Place place = now.place();
        if (place == null && session != null) place = promised(now, session);
        if (session == null && now.promised() != null) owner.open(now.context());
        else if (session == null || place == null) owner.nothing();
        else if (now.place() == null) go(place);
        else show(place);
    }

    /// What a tab showed in the last run; null, and forgotten, when there is no such thing any more.
    @Nullable
    Place promised(Tab tab, Session session) {
        Settings.Tab kept = tab.promised();
        if (kept == null || !kept.context().equals(session.context())) return null;
        Screen screen = Screens.of(kept.place().resource(), session.discovery());
        if (screen == null) return null;
        String saved = ground.memory().view(kept.context(), kept.view()) == null ? "" : kept.view();
        return new Place(kept.context(), screen, Memory.namespaces(kept.place()), saved);
    }

    private void show(Place there) {
        Session session = ground.sessions().of(there.context());
        WorkbenchView workbench = view;
        if (session == null || workbench == null) return;
        Place to = there.served(session.discovery());
        Filling shown = tabs.now().filling();
        Filling now = fill(tabs.now(), session, to);
        looking(session.context());
        boolean turned = !now.equals(shown) || !workbench.middle().shows(now.node());
        ground.memory().visited(to);
        draw();
        if (turned) now.takeFocus();
    }

    /// Something of this context is looked at now.
    void looking(String context) {
        boolean other = !context.equals(looked);
        looked = context;
        owner.looking(other);
    }

    private Filling fill(Tab tab, Session session, Place to) {
        tab.keptBy(keeper);
        return tab.show(to, () -> fillings.of(session, to, owner.isCurrent(session), tab));
    }

    /// Everything on the window as it is now.
    void draw() {
        WorkbenchView workbench = view;
        Session session = active();
        Place place = place();
        if (workbench == null || session == null || place == null) return;
        if (tabs.beside() == null)
            workbench.middle().show(Objects.requireNonNull(tabs.now().filling()).node());
        else workbench.middle().show(halves.now(), tabs.below());
        printed(tabs.now());
        if (around != null) around.at(session, place, tabs);
        owner.changed();
    }

    /// Opens what a tab shows, if that is known and not open yet.
    void fill(Tab tab, Session session) {
        Place to = tab.place() == null ? promised(tab, session) : tab.place();
        if (to == null || tab.filling() != null) return;
        tab.trail.step(to);
        fill(tab, session, to);
    }

    /// Nowhere for a while: the views stay as they are.
    void leave() {
        tabs.now().trail.leave();
        looked = "";
        if (around != null) around.nowhere(tabs);
    }

    /// Whatever grows older on screen.
    void tick() {
        if (around != null) around.tick(active(), place(), tabs);
    }

    /// Closes the tabs of a context that is about to be closed; true when one of them was looked at.
    boolean forget(String context) {
        boolean here = looked.equals(context);
        tabs.forget(context);
        return here;
    }

    /// Shows what is left after a context was closed.
    void settle(boolean wasHere) {
        if (wasHere) showTab();
        else if (looked.isEmpty() && around != null) around.clusters(tabs);
        else draw();
        tick();
    }

    /// A cluster serves other kinds than before, or has other saved views.
    void discovered(Session session) {
        Session active = active();
        if (around != null && active != null && active.context().equals(session.context())) around.discovered(session);
        tabs.discovered(session);
        for (Tab tab : tabs.seen()) {
            Place place = tab.place();
            if (looked.isEmpty() || place == null || !place.context().equals(session.context())) continue;
            Place served = place.served(session.discovery());
            if (place.equals(served)) continue;
            if (tab.equals(tabs.now())) show(served);
            else {
                fill(tab, session, served);
                draw();
            }
        }
    }

    private void printed(Tab tab) {
        Filling filling = filling();
        if (view != null && filling != null && tab.equals(tabs.now())) view.mirror.show(filling);
    }

    /// What a tab asks for is done where it is: the half that asks is the half that is looked at.
    private final class Here implements Tab.Keeper {
        @Override
        public void asks(Tab tab, Intent intent) {
            if (intent instanceof Intent.Glance && !tab.equals(tabs.now())) return;
            halves.lookAt(tab);
            owner.accept(intent);
        }

        @Override
        public void printed(Tab tab) {
            Places.this.printed(tab);
        }
    }

    @Override
    public void close() {
        halves.close();
        tabs.rest();
        fillings.close();
        if (around != null) around.close();
    }
}
