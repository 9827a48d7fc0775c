package dev.vigie.workbench;

import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/// Tells a key that is pressed from one that is held down, over all windows: what opens a window would else open one
/// for
/// each repetition, in front of the one before. FX thread only.
final class Presses {
    /// A release that no window saw counts as seen after this.
    private static final long FORGOTTEN = Duration.ofMillis(1_500).toNanos();

    private @Nullable KeyCode held;
    private long since;

    /// Runs `action` unless the key is only held down.
    void once(KeyCode key, Runnable action) {
        boolean again = key.equals(held) && System.nanoTime() - since < FORGOTTEN;
        held = key;
        try {
            if (!again) action.run();
        } finally {
            since = System.nanoTime(); // a slow action is no pause
        }
    }

    void released(KeyCode key) {
        if (key.equals(held)) held = null;
    }
}
