package dev.vigie.text;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Brings the lines of several sources into one order of time. As long as a source is behind, reading what was there
/// before, the others wait for it; once it has caught up its lines follow as they come. The order of one source's own
/// lines never changes.
public final class Merge implements AutoCloseable {
    /// A source that says nothing for so long has nothing old to say.
    private static final Duration PATIENCE = Duration.ofMillis(300);

    /// So long one waits for a source that was not reached yet.
    private static final long OPENING = Duration.ofMillis(1500).toNanos();

    private final long patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Condition taken = lock.newCondition();
    private final List<Inlet> inlets = new ArrayList<>();
    private boolean closed;

    public Merge() {
        this(PATIENCE);
    }

    Merge(Duration patience) {
        this.patience = patience.toNanos();
    }

    /// A new source. Its lines wait until [#pour] takes them.
    public Inlet open(int source) {
        Inlet inlet = new Inlet(source);
        lock.lock();
        try {
            inlets.add(inlet);
        } finally {
            lock.unlock();
        }
        return inlet;
    }

    /// Moves what is due into `lines`; waits until there is something. False once it is closed.
    ///
    /// @throws IOException when `lines` cannot keep more; nothing is lost, and the next call goes on
    public boolean pour(Lines lines) throws IOException {
        lock.lock();
        try {
            while (!closed) {
                long wait = hold();
                Inlet first = wait > 0 ? null : earliest();
                if (first != null) {
                    try {
                        first.move(lines, limit(first));
                    } finally {
                        taken.signalAll();
                    }
                    return true;
                }
                if (wait > 0) {
                    long _ = arrived.awaitNanos(wait);
                } else {
                    arrived.await();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return false;
    }

    /// How long to wait for sources that may still have something older; zero for none.
    private long hold() {
        long now = System.nanoTime();
        long wait = 0;
        for (Inlet inlet : inlets) if (inlet.batches.isEmpty()) wait = Math.max(wait, inlet.wanted(now));
        return wait;
    }

    private @Nullable Inlet earliest() {
        Inlet best = null;
        for (Inlet inlet : inlets) {
            if (inlet.batches.isEmpty()) continue;
            if (best == null || inlet.head() < best.head()) best = inlet;
        }
        return best;
    }

    /// Up to when its lines come before those of all others.
    private long limit(Inlet first) {
        long limit = Long.MAX_VALUE;
        for (Inlet inlet : inlets)
            if (!inlet.equals(first) && !inlet.batches.isEmpty()) limit = Math.min(limit, inlet.head());
        return limit;
    }

    /// Nobody pours any more; whoever waits goes on, and what is said from now on is dropped.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            arrived.signalAll();
            taken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Where one source puts its lines; for one thread. They are handed over in heaps: see [#handOver].
    public final class Inlet implements AutoCloseable {
        private static final int WAITING_HEAPS = 8;

        private final int source;
        private final List<Batch> batches = new ArrayList<>();
        private Batch own = new Batch();
        private boolean behind = true;
        private boolean reached;
        private long heard = System.nanoTime();

        private Inlet(int source) {
            this.source = source;
        }

        public int source() {
            return source;
        }

        public void line(long time, byte[] from, int offset, int length, boolean whole) {
            own.add(time, whole ? Batch.WHOLE : Batch.GOES_ON, from, offset, length);
        }

        public void note(long time, String text) {
            byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            own.add(time, Batch.NOTE, bytes, 0, bytes.length);
        }

        /// Gives away what was said since the last time; waits while too much lies there already.
        public void handOver() {
            if (own.isEmpty()) return;
            lock.lock();
            try {
                while (batches.size() >= WAITING_HEAPS && !closed) taken.await();
                if (closed) return;
                batches.add(own);
                heard = System.nanoTime();
                reached = true;
                arrived.signalAll();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                own = new Batch();
                lock.unlock();
            }
        }

        /// The source answers: what it has from before is on its way.
        public void reached() {
            become(true, true);
        }

        /// It has said everything from before: nobody waits for it any more.
        public void caughtUp() {
            if (behind) become(true, false);
        }

        /// It will say nothing more.
        @Override
        public void close() {
            handOver();
            become(true, false);
        }

        private void become(boolean nowReached, boolean nowBehind) {
            lock.lock();
            try {
                reached = nowReached;
                behind = behind && nowBehind;
                heard = System.nanoTime();
                arrived.signalAll();
            } finally {
                lock.unlock();
            }
        }

        private long wanted(long now) {
            if (!behind) return 0;
            long left = (reached ? patience : OPENING) - (now - heard);
            if (left <= 0) behind = false;
            return Math.max(0, left);
        }

        private long head() {
            return batches.getFirst().head();
        }

        private void move(Lines lines, long limit) throws IOException {
            Batch first = batches.getFirst();
            try {
                first.move(lines, source, limit);
            } finally {
                if (first.isEmpty()) batches.removeFirst();
                heard = System.nanoTime();
            }
        }
    }
}
