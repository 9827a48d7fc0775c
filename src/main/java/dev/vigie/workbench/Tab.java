package dev.vigie.workbench;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One of several things looked at side by side in turn: a place, how one came there, and the view of it. FX thread
/// only.
final class Tab {
    final Trail trail = new Trail();
    private @Nullable Place place;
    private @Nullable Filling filling;

    @Nullable
    Place place() {
        return place;
    }

    @Nullable
    Filling filling() {
        return filling;
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
        filling = Objects.requireNonNull(fresh.get());
        return filling;
    }

    /// Closes the view; the place is kept.
    void rest() {
        if (filling != null) filling.close();
        filling = null;
    }
}
