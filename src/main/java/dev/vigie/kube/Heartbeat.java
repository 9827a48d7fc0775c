package dev.vigie.kube;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Proves every few seconds that the server answers, and says it to all watches: one asks, the others wait. Runs on a
/// virtual thread of its own until closed.
final class Heartbeat implements Circuit, Runnable, AutoCloseable {
    private static final Duration BEAT = Duration.ofSeconds(3);
    private static final Duration LIMIT = Duration.ofSeconds(5);
    /// At most one request in four seconds while the server is away.
    private static final Duration SLOWEST = Duration.ofSeconds(4);
    private static final Duration LEAST = Duration.ofMillis(500);
    /// Who is not known is not made known by asking: others may renew a token or certificate meanwhile.
    private static final Duration UNKNOWN = Duration.ofSeconds(10);
    /// Who has heard nothing for so long was asleep, or waits for somebody: what was true then may be no more.
    private static final Duration SILENCE = Duration.ofSeconds(12);
    private static final KubeFailure SILENT = new KubeFailure.Unreachable("", KubeFailure.Cause.SILENT, "");

    private final Asking asking;
    private final Bells bells = new Bells();
    private final Waiting waiting = new Waiting();
    private volatile Instant lastHeard = Instant.now();
    private volatile boolean everHeard;
    private volatile Instant nextTry = Instant.now();
    private volatile @Nullable KubeFailure trouble;
    private volatile @Nullable Duration latency;
    private volatile boolean closed;

    /// One light request without retries.
    interface Asking {
        void ask(Duration limit) throws KubeException, IOException;
    }

    Heartbeat(Asking asking) {
        this.asking = asking;
    }

    Heartbeat start() {
        Thread.ofVirtual().name("heartbeat").start(this);
        return this;
    }

    @Override
    public void run() {
        Duration pause = Duration.ofSeconds(1);
        while (!closed) {
            Instant began = Instant.now();
            boolean well = beat();
            pause = well ? BEAT : longer(pause);
            // a server that kept us waiting is asked again the sooner
            Duration left = well ? pause : left(pause, began);
            nextTry = Instant.now().plus(left);
            waiting.await(left);
            if (trouble == null && isSilent()) set(SILENT);
            if (well) pause = Duration.ofMillis(500);
        }
    }

    private static Duration left(Duration pause, Instant began) {
        Duration left = pause.minus(Duration.between(began, Instant.now()));
        return left.compareTo(LEAST) < 0 ? LEAST : left;
    }

    private Duration longer(Duration pause) {
        KubeFailure why = trouble;
        if (why != null && why.asksToSignIn()) return UNKNOWN;
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(SLOWEST) > 0 ? SLOWEST : twice;
    }

    /// By the clock on the wall: the other one stands still while the computer sleeps.
    boolean isSilent() {
        return everHeard && Duration.between(lastHeard, Instant.now()).compareTo(SILENCE) > 0;
    }

    private boolean beat() {
        Instant began = Instant.now();
        long nanos = System.nanoTime();
        KubeFailure failure = asked();
        if (closed) return true;
        // a slow answer is no loss while other bytes came meanwhile
        if (failure != null && slow(failure) && lastHeard.isAfter(began)) failure = null;
        else if (failure == null) latency = Duration.ofNanos(System.nanoTime() - nanos);
        set(failure);
        return failure == null;
    }

    private @Nullable KubeFailure asked() {
        try {
            asking.ask(LIMIT);
            heard();
            return null;
        } catch (KubeException e) {
            return switch (e.failure()) {
                case KubeFailure.Forbidden forbidden -> null;
                case KubeFailure.NotFound notFound -> null;
                case KubeFailure.Busy busy -> null;
                case KubeFailure other -> other;
            };
        } catch (IOException e) {
            return new KubeFailure.Unreachable("", KubeFailure.Cause.CLOSED, String.valueOf(e.getMessage()));
        }
    }

    private static boolean slow(KubeFailure failure) {
        return failure instanceof KubeFailure.Unreachable u && u.cause() == KubeFailure.Cause.TIMEOUT;
    }

    private void set(@Nullable KubeFailure now) {
        trouble = now;
        bells.ring();
    }

    @Override
    public void heard() {
        lastHeard = Instant.now();
        everHeard = true;
    }

    @Override
    public void doubt() {
        if (trouble == null) waiting.wake();
    }

    @Override
    public void tryNow() {
        waiting.wake();
    }

    @Override
    public @Nullable KubeFailure trouble() {
        KubeFailure now = trouble;
        return now == null && isSilent() ? SILENT : now;
    }

    @Override
    public Instant lastHeard() {
        return lastHeard;
    }

    @Override
    public Instant nextTry() {
        return nextTry;
    }

    @Override
    public AutoCloseable onChange(Runnable bell) {
        return bells.add(bell);
    }

    Cluster.Reachability reachability() {
        return new Cluster.Reachability(everHeard ? lastHeard : null, latency, trouble());
    }

    @Override
    public void close() {
        closed = true;
        waiting.wake();
    }
}
