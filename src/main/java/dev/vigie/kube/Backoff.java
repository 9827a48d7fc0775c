package dev.vigie.kube;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// How long to wait before asking again, as client-go's reflector does: from 0.8 s, doubled up to 30 s, each up to
/// twice as
/// long by chance, and from the beginning again after two healthy minutes. For one thread.
final class Backoff {
    private static final long FIRST = 800;
    private static final long LAST = 30_000;
    private static final long HEALTHY_NANOS = Duration.ofMinutes(2).toNanos();

    private long next = FIRST;
    private long failed = System.nanoTime();

    /// After one more failure.
    Duration pause() {
        long now = System.nanoTime();
        if (now - failed > HEALTHY_NANOS) next = FIRST;
        failed = now;
        long pause = next;
        next = Math.min(LAST, next * 2);
        return Duration.ofMillis(
                Math.min(LAST, pause + ThreadLocalRandom.current().nextLong(pause)));
    }

    void reset() {
        next = FIRST;
    }
}
