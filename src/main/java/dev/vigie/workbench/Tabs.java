package dev.vigie.workbench;

import dev.vigie.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The tabs of a window, of which one is looked at and another may be seen beside it; there is always one. FX thread
/// only.
final class Tabs {
    private final List<Tab> all = new ArrayList<>(List.of(new Tab()));
    private int at;
    private @Nullable Tab beside;
    private boolean below;
    /// Whether the other half comes first.
    private boolean second;

    List<Tab> all() {
        return List.copyOf(all);
    }

    int at() {
        return at;
    }

    Tab now() {
        return all.get(at);
    }

    /// The one that is seen beside the one that is looked at; null for none.
    @Nullable
    Tab beside() {
        return beside;
    }

    int besideAt() {
        return beside == null ? -1 : all.indexOf(beside);
    }

    /// Whether the halves lie one above the other.
    boolean below() {
        return below;
    }

    /// Those that are seen, from the left to the right.
    List<Tab> seen() {
        Tab other = beside;
        if (other == null) return List.of(now());
        return second ? List.of(other, now()) : List.of(now(), other);
    }

    /// The first whose place is in a context; null for none.
    @Nullable
    Tab of(String context) {
        for (Tab tab : all) if (!context.isEmpty() && tab.context().equals(context)) return tab;
        return null;
    }

    /// One more behind the one that is looked at, looked at from now on.
    Tab add() {
        return add(new Tab());
    }

    Tab add(Tab tab) {
        all.add(++at, tab);
        return now();
    }

    /// Looks at another, counted from 0; false when there is none such.
    boolean select(int index) {
        if (index < 0 || index >= all.size()) return false;
        Tab wanted = all.get(index);
        if (wanted.equals(beside)) {
            beside = now();
            second = !second;
        }
        at = index;
        return true;
    }

    /// The next or one before, round and round.
    void step(int by) {
        select(Math.floorMod(at + by, all.size()));
    }

    /// Another is seen beside the one that is looked at.
    void split(Tab other, boolean oneBelowTheOther) {
        if (other.equals(now()) || !all.contains(other)) return;
        beside = other;
        second = false;
        below = oneBelowTheOther;
    }

    /// The one that is looked at comes first, or second.
    void first(boolean nowFirst) {
        second = beside != null && !nowFirst;
    }

    /// The halves lie the other way from now on.
    void turn(boolean oneBelowTheOther) {
        below = oneBelowTheOther;
    }

    /// Only the one that is looked at is seen.
    void unsplit() {
        beside = null;
        second = false;
    }

    /// Closes one of several; the last one stays.
    void close(int index) {
        if (all.size() < 2 || index < 0 || index >= all.size()) return;
        take(all.get(index)).rest();
    }

    /// Gives one away as it is; when it was the last, an empty one takes its place.
    Tab take(Tab tab) {
        int index = all.indexOf(tab);
        Tab other = beside;
        if (other != null && (tab.equals(other) || tab.equals(now()))) {
            unsplit();
            if (!tab.equals(other)) at = all.indexOf(other);
        }
        all.remove(index);
        if (at > index || at == all.size()) at--;
        if (all.isEmpty()) {
            all.add(new Tab());
            at = 0;
        }
        return tab;
    }

    /// Closes those of a context that was closed, and forgets it in the others.
    void forget(String context) {
        for (Tab tab : all()) {
            tab.trail.forget(context);
            if (!tab.context().equals(context)) continue;
            if (all.size() > 1) take(tab).rest();
            else tab.empty();
        }
    }

    /// A cluster serves other kinds than before.
    void discovered(Session session) {
        for (Tab tab : all) {
            Filling filling = tab.filling();
            if (filling != null && tab.context().equals(session.context())) filling.discovered(session);
        }
    }

    /// Closes every view; the places are kept.
    void rest() {
        all.forEach(Tab::rest);
    }

    /// What the next run is to find.
    List<Settings.Tab> kept() {
        return all.stream().map(Tab::kept).filter(Objects::nonNull).toList();
    }

    Settings.Seen keptSeen() {
        return new Settings.Seen(at, besideAt(), below, second);
    }

    /// Those of the last run.
    void bring(Settings.Opened window) {
        if (window.tabs().isEmpty()) return;
        all.clear();
        for (Settings.Tab tab : window.tabs()) all.add(new Tab(tab));
        Settings.Seen seen = window.seen();
        at = Math.clamp(seen.at(), 0, all.size() - 1);
        boolean two = seen.beside() >= 0 && seen.beside() < all.size() && seen.beside() != at;
        beside = two ? all.get(seen.beside()) : null;
        second = two && seen.second();
        below = seen.below();
    }
}
