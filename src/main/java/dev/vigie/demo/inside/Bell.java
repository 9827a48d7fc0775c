package dev.vigie.demo.inside;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Wakes one who waits: something may have changed, or the clock was moved.
public final class Bell {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private boolean rings;

    public void ring() {
        lock.lock();
        try {
            rings = true;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits for a ring, but not longer than this.
    public void await(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (!rings && left > 0) left = rung.awaitNanos(left);
            rings = false;
        } finally {
            lock.unlock();
        }
    }

    /// The same in seconds and parts of them.
    public void await(long time, TimeUnit unit) throws InterruptedException {
        await(Duration.of(time, unit.toChronoUnit()));
    }
}
