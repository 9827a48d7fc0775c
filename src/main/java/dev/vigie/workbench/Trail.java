package dev.vigie.workbench;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a person has been, for back and forward. FX thread only.
final class Trail {
    private static final int LONGEST = 100;

    private final List<Place> places = new ArrayList<>();
    private int at = -1;
    private boolean away;

    /// A step to a new place forgets what was ahead.
    void step(Place place) {
        away = false;
        if (at >= 0 && places.get(at).equals(place)) return;
        while (places.size() > at + 1) places.removeLast();
        places.add(place);
        if (places.size() > LONGEST) places.removeFirst();
        at = places.size() - 1;
    }

    /// Nowhere for a while, as in the list of clusters: back leads to where one was.
    void leave() {
        away = true;
    }

    /// Places of a context that was closed are not gone back to.
    void forget(String context) {
        for (int i = places.size() - 1; i >= 0; i--) {
            if (!places.get(i).context().equals(context)) continue;
            places.remove(i);
            if (i <= at) at--;
        }
    }

    boolean canGoBack() {
        return away ? at >= 0 : at > 0;
    }

    boolean canGoForward() {
        return at + 1 < places.size();
    }

    @Nullable
    Place back() {
        if (!canGoBack()) return null;
        if (!away) at--;
        away = false;
        return places.get(at);
    }

    @Nullable
    Place forward() {
        if (!canGoForward()) return null;
        away = false;
        return places.get(++at);
    }
}
