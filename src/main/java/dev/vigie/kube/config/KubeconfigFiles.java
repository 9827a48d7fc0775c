package dev.vigie.kube.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The kubeconfig as it is on disk, told again within two seconds whenever a file appears, changes or goes. Each place
/// is looked at on a thread of its own, so one that hangs delays no other. Nothing named in a kubeconfig is ever run by
/// this.
public final class KubeconfigFiles implements AutoCloseable {
    private final Consumer<Kubeconfig> changed;
    private final Duration patience;
    private List<WatchedSource> watched = List.of();
    private long opened;
    private boolean closed;
    private @Nullable Kubeconfig last;

    private KubeconfigFiles(Consumer<Kubeconfig> changed, Duration patience) {
        this.changed = changed;
        this.patience = patience;
    }

    /// Begins to watch these places, in order of precedence, existing or not. Does not wait. `changed` gets the
    /// kubeconfig soon, and again after each change, on any thread, one call at a time.
    public static KubeconfigFiles open(List<Source> sources, Consumer<Kubeconfig> changed) {
        return open(sources, changed, KubeconfigLoading.LIMIT);
    }

    static KubeconfigFiles open(List<Source> sources, Consumer<Kubeconfig> changed, Duration patience) {
        KubeconfigFiles watch = new KubeconfigFiles(changed, patience);
        watch.files(sources);
        return watch;
    }

    /// Watches these places from now on; what was watched before is not read again. Does not wait.
    public synchronized void files(List<Source> sources) {
        if (closed) return;
        Map<Source, WatchedSource> before = new HashMap<>();
        for (WatchedSource each : watched) before.put(each.source(), each);
        List<WatchedSource> now = new ArrayList<>();
        List<WatchedSource> fresh = new ArrayList<>();
        for (Source source : sources) {
            WatchedSource known = before.remove(source);
            WatchedSource one = known == null ? new WatchedSource(source, this::tell) : known;
            if (known == null) fresh.add(one);
            now.add(one);
        }
        before.values().forEach(WatchedSource::close);
        watched = List.copyOf(now);
        opened = System.nanoTime();
        fresh.forEach(WatchedSource::start);
        tellAtLast(Duration.ZERO);
        if (!fresh.isEmpty()) tellAtLast(patience);
    }

    /// A file that gives no sign for too long must not hold back the others.
    private void tellAtLast(Duration wait) {
        CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::tell);
    }

    private synchronized void tell() {
        if (closed) return;
        boolean late = watched.isEmpty() || System.nanoTime() - opened >= patience.toNanos();
        List<Found> found = new ArrayList<>();
        for (WatchedSource each : watched) {
            Source source = each.source();
            List<FileReading.Outcome> outcomes = each.outcomes();
            if (outcomes == null && !late) return;
            if (outcomes == null) outcomes = List.of(slow(source.path()));
            for (FileReading.Outcome outcome : outcomes) found.add(new Found(source, outcome));
        }
        Kubeconfig now = KubeconfigLoading.merged(found);
        if (now.equals(last)) return;
        last = now;
        changed.accept(now);
    }

    private static FileReading.Outcome slow(Path file) {
        return new FileReading.Bad(file, Problem.of("file.slow", file));
    }

    /// No call of `changed` begins after this.
    @Override
    public synchronized void close() {
        closed = true;
        watched.forEach(WatchedSource::close);
    }
}
