package dev.vigie.workbench;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tabs of the window, of which one is shown; there is always one. FX thread only.
final class Tabs {
    private final List<Tab> all = new ArrayList<>(List.of(new Tab()));
    private int at;

    List<Tab> all() {
        return List.copyOf(all);
    }

    int at() {
        return at;
    }

    Tab now() {
        return all.get(at);
    }

    /// The first whose place is in a context; null for none.
    @Nullable
    Tab of(String context) {
        for (Tab tab : all) {
            Place place = tab.place();
            if (place != null && place.context().equals(context)) return tab;
        }
        return null;
    }

    /// One more behind the one that is shown, shown from now on.
    Tab add() {
        all.add(++at, new Tab());
        return now();
    }

    /// Shows another, counted from 0; false when there is none such.
    boolean select(int index) {
        if (index < 0 || index >= all.size()) return false;
        at = index;
        return true;
    }

    /// The next or one before, round and round.
    void step(int by) {
        at = Math.floorMod(at + by, all.size());
    }

    /// Closes one of several; the last one stays.
    void close(int index) {
        if (all.size() < 2 || index < 0 || index >= all.size()) return;
        all.remove(index).rest();
        if (at > index || at == all.size()) at--;
    }

    /// Closes those of a context that was closed, and forgets it in the others.
    void forget(String context) {
        for (Tab tab : all()) {
            tab.trail.forget(context);
            Place place = tab.place();
            if (place != null && place.context().equals(context)) {
                tab.rest();
                close(all.indexOf(tab));
            }
        }
    }

    /// A cluster serves other kinds than before.
    void discovered(Session session) {
        for (Tab tab : all) {
            Filling filling = tab.filling();
            Place place = tab.place();
            if (filling != null && place != null && place.context().equals(session.context()))
                filling.discovered(session);
        }
    }

    /// Closes every view; the places are kept.
    void rest() {
        all.forEach(Tab::rest);
    }
}
