package dev.vigie.workbench;

import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kind.Screen;
import dev.vigie.kube.Cluster;

/// What is looked at: a screen in some namespaces of a context. `view` names the saved view that led there; empty for
/// none.
record Place(String context, Screen screen, Namespaces namespaces, String view) {

    Place(String context, Screen screen, Namespaces namespaces) {
        this(context, screen, namespaces, "");
    }

    /// The same, its kind as it is served now: another version may have taken the place of the one it was.
    Place served(Cluster.Discovery now) {
        if (!(screen instanceof Screen.Table(Kind kind))) return this;
        for (Kind other : now.kinds()) {
            if (!other.resource().equals(kind.resource())) continue;
            boolean same = other.gvk().equals(kind.gvk())
                    && other.namespaced() == kind.namespaced()
                    && other.verbs().equals(kind.verbs());
            return same ? this : new Place(context, new Screen.Table(other), namespaces, view);
        }
        return this;
    }

    boolean sameView(Place other) {
        return context.equals(other.context) && screen.equals(other.screen) && view.equals(other.view);
    }
}
