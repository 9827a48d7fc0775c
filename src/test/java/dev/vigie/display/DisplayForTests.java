package dev.vigie.display;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/// Gives the tests of a run a display where there is none, and ends it with the run. Without one, nothing is skipped in
/// silence: the run
/// ends with the sentence that says what to install.
public final class DisplayForTests implements LauncherSessionListener {
    private @Nullable VirtualDisplay display;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        try {
            Optional<VirtualDisplay> started = Display.ensure();
            started.ifPresent(virtual -> {
                display = virtual;
                System.out.println("The tests run on the virtual display " + virtual.name());
            });
        } catch (NoDisplayException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (display != null) display.close();
    }
}
