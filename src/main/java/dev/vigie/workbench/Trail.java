package dev.vigie.workbench;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a person has been, for back and forward. FX thread only.
final class Trail {
    private static final int LONGEST = 100;

    private final List<Place> places = new ArrayList<>();
    private int at = -1;

    /// A step to a new place forgets what was ahead.
    void step(Place place) {
        if (at >= 0 && places.get(at).equals(place)) return;
        while (places.size() > at + 1) places.removeLast();
        places.add(place);
        if (places.size() > LONGEST) places.removeFirst();
        at = places.size() - 1;
    }

    boolean canGoBack() {
        return at > 0;
    }

    boolean canGoForward() {
        return at + 1 < places.size();
    }

    @Nullable
    Place back() {
        return canGoBack() ? places.get(--at) : null;
    }

    @Nullable
    Place forward() {
        return canGoForward() ? places.get(++at) : null;
    }
}
