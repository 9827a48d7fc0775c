package dev.vigie.workbench;

import dev.vigie.kind.Namespaces;
import dev.vigie.kind.Screen;

/// What is looked at: a screen in some namespaces of a context. `view` names the saved view that led there; empty for
/// none.
record Place(String context, Screen screen, Namespaces namespaces, String view) {

    Place(String context, Screen screen, Namespaces namespaces) {
        this(context, screen, namespaces, "");
    }

    boolean sameView(Place other) {
        return context.equals(other.context) && screen.equals(other.screen) && view.equals(other.view);
    }
}
