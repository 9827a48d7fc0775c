package dev.vigie.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;

/// The window's pulses. A pulse begins when what the last one laid out has been painted, so that is when things count
/// as
/// painted here. FX thread only, but for [#painted].
final class Frames extends AnimationTimer {
    private final List<Double> gaps = new ArrayList<>();
    private final List<Wait> waits = new ArrayList<>();
    private LongConsumer each = now -> {};
    private long last;

    /// Until something was laid out, and one pulse more.
    private static final class Wait {
        private final BooleanSupplier there;
        private final CompletableFuture<Long> painted = new CompletableFuture<>();
        private boolean laidOut;

        private Wait(BooleanSupplier there) {
            this.there = there;
        }
    }

    @Override
    public void handle(long stamp) {
        long now = System.nanoTime();
        if (last != 0) gaps.add((now - last) / 1e6);
        last = now;
        for (Wait wait : List.copyOf(waits)) {
            if (wait.laidOut) {
                wait.painted.complete(now);
                waits.remove(wait);
            }
        }
        each.accept(now);
    }

    /// To be called after each layout.
    void laidOut() {
        for (Wait wait : waits) wait.laidOut = wait.laidOut || wait.there.getAsBoolean();
    }

    /// The time at which what `there` looks for was on screen.
    CompletableFuture<Long> painted(BooleanSupplier there) {
        Wait wait = new Wait(there);
        waits.add(wait);
        return wait.painted;
    }

    /// `action` hears every pulse.
    void each(LongConsumer action) {
        each = action;
    }

    /// Milliseconds between pulses since the last call.
    List<Double> gaps() {
        List<Double> taken = List.copyOf(gaps);
        gaps.clear();
        return taken;
    }
}
