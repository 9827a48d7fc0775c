package dev.vigie.workbench;

import dev.vigie.kind.Namespaces;
import dev.vigie.kind.Screen;

/// What is looked at: a screen in some namespaces of a context.
record Place(String context, Screen screen, Namespaces namespaces) {

    boolean sameView(Place other) {
        return context.equals(other.context) && screen.equals(other.screen);
    }
}
