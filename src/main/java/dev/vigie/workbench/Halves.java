package dev.vigie.workbench;

import dev.vigie.kube.config.Context;
import java.util.ArrayList;
import java.util.List;

/// Two tabs seen side by side, or one above the other, of which one is looked at. FX thread only.
final class Halves implements AutoCloseable {
    private final Ground ground;
    private final Places places;
    private final Places.Owner owner;
    private final Connecting connecting;
    private final Tabs tabs;
    private String awaited = "";

    Halves(Ground ground, Places places, Places.Owner owner) {
        this.ground = ground;
        this.places = places;
        this.owner = owner;
        tabs = places.tabs();
        connecting = new Connecting(ground.sessions());
    }

    /// Both halves as they are now.
    List<HalfView.Shows> now() {
        List<HalfView.Shows> halves = new ArrayList<>();
        for (Tab tab : tabs.seen()) {
            Session session = ground.sessions().of(tab.context());
            if (session == null) comeBack(tab.context());
            else places.fill(tab, session);
            Filling filling = tab.filling();
            halves.add(new HalfView.Shows(
                    TabTitles.of(tab, ground.sessions(), true),
                    filling == null ? null : filling.node(),
                    tab.equals(tabs.now()),
                    new Half(tab)));
        }
        return halves;
    }

    /// What is done in a half.
    private final class Half implements HalfView.Acts {
        private final Tab tab;

        private Half(Tab tab) {
            this.tab = tab;
        }

        @Override
        public void look() {
            lookAt(tab);
        }

        @Override
        public void pressed() {
            lookAt(tab);
            ground.fx().later(this::takeFocus);
        }

        /// A press that gave the keyboard to nothing in particular gives it to the half.
        private void takeFocus() {
            Filling now = places.filling();
            if (now != null && tab.equals(tabs.now()) && !now.node().isFocusWithin()) now.takeFocus();
        }

        @Override
        public void leave() {
            if (tab.equals(tabs.now())) tabs.select(tabs.besideAt());
            unsplit();
        }

        @Override
        public void open() {
            owner.open(tab.context());
        }
    }

    /// The other half is the one that is looked at from now on; one whose cluster is not open cannot be.
    void lookAt(Tab tab) {
        Place place = tab.place();
        if (places.place() == null || place == null || !tab.equals(tabs.beside()) || tab.filling() == null) return;
        tabs.select(tabs.besideAt());
        places.looking(tab.context());
        ground.memory().visited(place);
        places.draw();
    }

    /// The cluster of the other half is connected to in silence; no plugin is asked about for that.
    private void comeBack(String name) {
        Context context = owner.context(name);
        if (name.equals(awaited) || context == null || !context.usable()) return;
        awaited = name;
        connecting.comeBack(context, _ -> places.draw(), _ -> {});
    }

    /// Shows another tab in a half of its own, or this place again when there is none; asked again, it ends that.
    void split(boolean below) {
        Place place = places.place();
        if (place == null) return;
        if (tabs.beside() != null) {
            if (tabs.below() == below) unsplit();
            else turn(below);
            return;
        }
        int next = (tabs.at() + 1) % tabs.all().size();
        if (tabs.all().size() > 1) {
            split(next, below);
            return;
        }
        Tab now = tabs.now();
        Tab fresh = tabs.add();
        tabs.select(tabs.all().indexOf(now));
        tabs.split(fresh, below);
        tabs.select(tabs.all().indexOf(fresh));
        places.go(place);
    }

    /// Shows a tab beside the one that is looked at.
    void split(int index, boolean below) {
        if (places.place() == null || index < 0 || index >= tabs.all().size()) return;
        if (index == tabs.at()) {
            split(below);
            return;
        }
        tabs.split(tabs.all().get(index), below);
        places.select(index);
    }

    /// A tab was dropped on a side: it is seen there.
    void drop(int index, TabsView.Side side) {
        if (side == TabsView.Side.NONE || tabs.all().size() < 2) return;
        Tab tab = tabs.all().get(index);
        boolean below = side == TabsView.Side.BELOW;
        if (tab.equals(tabs.now()))
            tabs.select(
                    tabs.besideAt() >= 0
                            ? tabs.besideAt()
                            : (index + 1) % tabs.all().size());
        tabs.split(tab, below);
        tabs.select(index);
        tabs.first(side == TabsView.Side.LEFT);
        places.showTab();
    }

    private void turn(boolean below) {
        tabs.turn(below);
        places.draw();
    }

    void unsplit() {
        if (tabs.beside() == null) return;
        tabs.unsplit();
        places.showTab();
        Filling filling = places.filling();
        if (filling != null) filling.takeFocus();
    }

    @Override
    public void close() {
        connecting.cancel();
    }
}
