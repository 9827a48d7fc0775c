package dev.vigie.kube;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A pause that others can end. A wake that comes before the pause ends it at once.
final class Waiting {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private boolean wake;

    void await(Duration pause) {
        lock.lock();
        try {
            long left = pause.toNanos();
            while (!wake && left > 0) left = woken.awaitNanos(left);
            wake = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    void wake() {
        lock.lock();
        try {
            wake = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
