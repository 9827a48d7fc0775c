package dev.vigie.kube;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Those who want to know that something changed. Safe on any thread.
final class Bells {
    private final List<Bell> bells = new CopyOnWriteArrayList<>();

    AutoCloseable add(Runnable bell) {
        Bell entry = new Bell(bell);
        bells.add(entry);
        return () -> bells.remove(entry);
    }

    void ring() {
        for (Bell bell : bells) bell.ring();
    }

    /// Compared by identity, so that the same action may be added twice.
    private static final class Bell {
        private final Runnable action;

        private Bell(Runnable action) {
            this.action = action;
        }

        /// A bell that fails is reported; the others, and whoever rings, go on.
        private void ring() {
            try {
                action.run();
            } catch (RuntimeException e) {
                Thread here = Thread.currentThread();
                here.getUncaughtExceptionHandler().uncaughtException(here, e);
            }
        }
    }
}
