package dev.vigie.workbench;

import dev.vigie.kind.Guard;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;

/// What one window asks of all of them. FX thread only.
interface House {
    /// Ends what runs against a context, in every window.
    void closeContext(String context, Desk asker);

    /// Treats a context so from now on, in every window.
    void guard(String context, Guard guard);

    /// A person signs in to a context again.
    void signIn(String context);

    /// A context has other saved views.
    void viewsChanged(String context);

    /// Opens a window beside that of the asker; `first` says what is to be seen in it.
    void open(Desk asker, Consumer<Desk> first);

    /// Moves a tab as it is into a window of its own, or into the window under a point of the screen. A window that
    /// loses its last tab so is closed.
    void move(Tab tab, Desk from, @Nullable Point2D to);

    /// Moves a tab as it is into another window.
    void move(Tab tab, Desk from, Desk to);

    /// The other windows, by their titles.
    List<Other> others(Desk asker);

    /// Something is to be found by the next run, or said in the titles.
    void changed();

    Presses presses();

    /// Closes every window; the next run finds them all.
    void quit();

    /// Another window.
    record Other(String title, Desk desk) {}
}
