package dev.vigie.kube.logs;

import dev.vigie.kube.Cluster;
import dev.vigie.kube.KubeException;
import dev.vigie.kube.KubeFailure;
import dev.vigie.kube.Wire;
import dev.vigie.text.Merge;
import dev.vigie.text.Splitter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// Follows the log of one container through its restarts and through lost connections, until its pod is gone. It runs
/// on a
/// thread of its own.
final class ContainerFollow implements Runnable, AutoCloseable {
    private static final int BUFFER = 64 << 10;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /// A stream that is quiet for so long is asked for anew: it may be dead alone.
    private static final Duration QUIET = Duration.ofSeconds(90);

    /// The server tells of a container's end a little later than its log ends.
    private static final Duration LATE = Duration.ofSeconds(5);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(400);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Cluster cluster;
    private final LogRequest request;
    private final PodsSeen pods;
    private final LogSource source;
    private final LogPaths paths;
    private final Merge.Inlet inlet;
    private final Telling telling;
    private final Splitter splitter = new Splitter(true);
    private volatile boolean closed;
    private volatile Wire.@Nullable Answer open;
    private volatile @Nullable Thread asking;
    private volatile LogState state = new LogState.Waiting("", "");
    private Heard heard = new Heard();
    private long lastTime;
    private boolean fresh = true;

    ContainerFollow(Cluster cluster, LogRequest request, PodsSeen pods, LogSource source, Merge.Inlet inlet) {
        this.cluster = cluster;
        this.request = request;
        this.pods = pods;
        this.source = source;
        this.inlet = inlet;
        paths = new LogPaths(request.pods().namespace(), source);
        telling = new Telling(inlet, source);
    }

    LogState state() {
        return state;
    }

    @Override
    public void run() {
        try (inlet) {
            if (request.mode() == LogRequest.Mode.FOLLOW) follow();
            else once(request.mode() == LogRequest.Mode.PREVIOUS);
        }
    }

    private void once(boolean previous) {
        try {
            read(paths.log(false, previous, request.since(), request.tail()));
            splitter.end(this::take);
            state = new LogState.Ended(Instance.End.UNKNOWN.code(), "");
        } catch (KubeException e) {
            state = new LogState.Failed(e.failure());
        } catch (IOException e) {
            state = new LogState.Failed(new KubeFailure.Garbled(String.valueOf(e.getMessage())));
        }
    }

    private void follow() {
        int run = -1;
        while (!closed) {
            Instance now = begun(run);
            if (now == null) break;
            if (run >= 0) restarted(run, now);
            run = now.run();
            follow(run);
        }
        if (!closed) telling.ended(time(), pods.instance(source));
    }

    /// Waits for a run after `before` that has something to read; null when there will be none.
    private @Nullable Instance begun(int before) {
        while (!closed) {
            Instance now = pods.instance(source);
            if (now == null) {
                state = new LogState.Gone();
                return null;
            }
            if (now.run() > before && now.hasLog()) return now;
            state = LogState.of(now);
            inlet.caughtUp();
            if (pods.over(source)) return null;
            Instance seen = now;
            boolean _ = pods.await(Duration.ofMinutes(1), () -> closed || !seen.equals(pods.instance(source)));
        }
        return null;
    }

    private void restarted(int before, Instance now) {
        if (now.run() > before + 1) telling.missedRuns(time(), now.run() - before - 1);
        telling.restarted(time(), now.last());
        heard = new Heard();
        inlet.handOver();
    }

    /// One run, until it ended and all it wrote was read.
    private void follow(int run) {
        Duration pause = FIRST_PAUSE;
        while (!closed) {
            // a wake-up of before
            boolean _ = Thread.interrupted();
            if (!reachable()) {
                away();
                continue;
            }
            boolean resumed = !heard.nothing();
            if (resumed) heard.resume();
            try {
                read(paths.log(true, false, resumed ? heard.from() : first(), resumed ? -1 : firstTail()));
                if (ended(run)) {
                    end();
                    inlet.handOver();
                    return;
                }
                splitter.drop();
                pause = FIRST_PAUSE;
            } catch (InterruptedIOException e) {
                // quiet, or woken because the cluster was away: from there on
                splitter.drop();
                inlet.handOver();
                if (pastRun(run)) return;
            } catch (KubeException e) {
                splitter.drop();
                if (!mayPass(e.failure(), run)) return;
                rest(pause);
                pause = longer(pause);
            } catch (IOException e) {
                cut(e);
                if (pastRun(run)) return;
                rest(pause);
                pause = longer(pause);
            }
            if (pastRun(run)) return;
        }
    }

    /// A server that is away is asked by the heartbeat alone, however many logs are followed.
    private boolean reachable() {
        return cluster.reachability().trouble() == null;
    }

    private void away() {
        var trouble = cluster.reachability().trouble();
        if (trouble != null) state = new LogState.Lost(Instant.now(), trouble.why());
        boolean _ = pods.await(LONGEST_PAUSE, () -> closed || reachable());
    }

    private @Nullable Instant first() {
        return fresh ? request.since() : null;
    }

    private int firstTail() {
        return fresh ? request.tail() : -1;
    }

    private void read(String path) throws KubeException, IOException {
        byte[] buffer = new byte[BUFFER];
        // an answer begins with the first line: nothing need be wrong before
        state = new LogState.Reading();
        try (Wire.Answer answer = begin(path)) {
            inlet.reached();
            while (true) {
                int count = answer.body().read(buffer);
                if (count < 0) break;
                splitter.feed(buffer, 0, count, this::take);
                inlet.handOver();
            }
            inlet.handOver();
        } finally {
            open = null;
        }
    }

    private Wire.Answer begin(String path) throws KubeException {
        asking = Thread.currentThread();
        try {
            if (closed) throw new KubeException(new KubeFailure.Cancelled());
            Duration quiet = QUIET.plusSeconds(ThreadLocalRandom.current().nextLong(30));
            Wire.Answer answer = request.mode() == LogRequest.Mode.FOLLOW
                    ? cluster.wire().listen(path, "*/*", quiet)
                    : cluster.wire().get(path, "*/*", LIMIT);
            open = answer;
            return answer;
        } finally {
            asking = null;
        }
    }

    private void take(long time, byte[] from, int offset, int length, boolean whole) {
        if (!heard.isNew(time, from, offset, length)) return;
        if (heard.lostSome()) telling.gap(lastTime);
        fresh = false;
        lastTime = time;
        inlet.line(time, from, offset, length, whole);
    }

    private long time() {
        return lastTime == 0 ? nanos(Instant.now()) : lastTime;
    }

    static long nanos(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }

    /// The stream came to its end: did the container, too?
    private boolean ended(int run) {
        boolean told = pods.await(LATE, () -> {
            Instance now = pods.instance(source);
            return closed || now == null || now.run() > run || !now.running();
        });
        return told && !closed;
    }

    /// Another run has begun, or none will: what is missing of this one can only be had as the previous one.
    private boolean pastRun(int run) {
        Instance now = pods.instance(source);
        if (now == null) return true;
        if (now.run() == run) return false;
        if (now.run() == run + 1) lastWords();
        return true;
    }

    /// What the run wrote after the connection was lost.
    private void lastWords() {
        if (!heard.nothing()) heard.resume();
        try {
            read(paths.log(false, true, heard.nothing() ? null : heard.from(), -1));
            end();
        } catch (KubeException | IOException e) {
            splitter.drop();
            telling.gap(time());
        }
        inlet.handOver();
    }

    /// What was begun has no end.
    private void end() {
        try {
            splitter.end(this::take);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cut(IOException e) {
        boolean gone = pods.instance(source) == null;
        if (gone) end();
        else splitter.drop();
        inlet.handOver();
        if (!closed && !gone) state = new LogState.Lost(Instant.now(), String.valueOf(e.getMessage()));
    }

    /// Whether to ask again.
    private boolean mayPass(KubeFailure failure, int run) {
        if (closed) return false;
        return switch (failure) {
            case KubeFailure.Forbidden _ -> {
                // rights come, too; and a server that has just started refuses everybody
                state = new LogState.Failed(failure);
                rest(LONGEST_PAUSE);
                yield !closed;
            }
            case KubeFailure.NotFound _ -> pods.instance(source) != null && !pastRun(run);
            // the container is not there yet, or is being made anew
            case KubeFailure.Invalid _ -> true;
            case KubeFailure.Cancelled _ -> !closed;
            case KubeFailure.Unreachable _
            when reachable() -> {
                // a container that says nothing, or one connection that was lost
                state = new LogState.Reading();
                yield true;
            }
            default -> {
                state = new LogState.Lost(Instant.now(), failure.why());
                yield true;
            }
        };
    }

    private void rest(Duration pause) {
        boolean _ = pods.await(pause, () -> closed);
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    /// Its pod is gone, and yet its stream is open.
    boolean lingers() {
        return open != null && pods.instance(source) == null;
    }

    /// The cluster was away and is back: a stream of before may be dead.
    void renew() {
        Thread waits = asking;
        if (waits != null) waits.interrupt();
        Wire.Answer answer = open;
        if (answer != null) answer.close();
        pods.wake();
    }

    @Override
    public void close() {
        closed = true;
        renew();
    }
}
