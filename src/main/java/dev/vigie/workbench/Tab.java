package dev.vigie.workbench;

import dev.vigie.feature.browse.BrowseMemory;
import dev.vigie.kind.Intent;
import dev.vigie.settings.Settings;
import java.util.List;
import java.util.Objects;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;

/// One of several things looked at side by side or in turn: a place, how one came there, and the view of it. It
/// may move to another window with all of that. FX thread only.
final class Tab {
    final Trail trail = new Trail();
    private final ChangeListener<List<String>> printed = (_, _, _) -> keeper().printed(this);
    private Keeper keeper = Keeper.NOBODY;
    private @Nullable Place place;
    private @Nullable Filling filling;
    private Settings.@Nullable Tab promised;

    /// The window that a tab is in now: what the tab asks for is asked of that one.
    interface Keeper {
        Keeper NOBODY = new Keeper() {
            @Override
            public void asks(Tab tab, Intent intent) {}

            @Override
            public void printed(Tab tab) {}
        };

        void asks(Tab tab, Intent intent);

        /// Its kubectl lines are others now.
        void printed(Tab tab);
    }

    Tab() {}

    /// A tab of the last run: what it showed is opened once its cluster is.
    Tab(Settings.Tab kept) {
        promised = kept;
    }

    void keptBy(Keeper now) {
        keeper = now;
    }

    private Keeper keeper() {
        return keeper;
    }

    void ask(Intent intent) {
        keeper.asks(this, intent);
    }

    @Nullable
    Place place() {
        return place;
    }

    @Nullable
    Filling filling() {
        return filling;
    }

    /// What it showed in the last run and does not show yet; null for nothing.
    Settings.@Nullable Tab promised() {
        return promised;
    }

    /// Whose it is; empty for nobody's.
    String context() {
        if (place != null) return place.context();
        return promised == null ? "" : promised.context();
    }

    /// What the next run is to find; null when nothing is shown here.
    Settings.@Nullable Tab kept() {
        if (place == null) return promised;
        BrowseMemory table = filling == null ? null : filling.arrangement();
        return new Settings.Tab(
                place.context(), Memory.place(place), place.view(), table == null ? "" : table.filter());
    }

    /// Shows `to` with what is open here when it is the same view, else with `fresh`.
    Filling show(Place to, java.util.function.Supplier<Filling> fresh) {
        Filling now = filling;
        if (now != null && place != null && place.sameView(to)) {
            if (!place.namespaces().equals(to.namespaces())) now.look(to.namespaces());
            place = to;
            return now;
        }
        rest();
        place = to;
        Filling opened = Objects.requireNonNull(fresh.get());
        promised = null;
        opened.kubectl().addListener(printed);
        opened.unsaid().addListener(printed);
        filling = opened;
        return opened;
    }

    /// Shows nothing any more; the way back is kept.
    void empty() {
        rest();
        place = null;
        promised = null;
    }

    /// Closes the view; the place is kept.
    void rest() {
        if (filling != null) {
            filling.kubectl().removeListener(printed);
            filling.unsaid().removeListener(printed);
            filling.close();
        }
        filling = null;
    }
}
