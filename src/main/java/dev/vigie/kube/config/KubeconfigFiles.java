package dev.vigie.kube.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The kubeconfig as it is on disk, told again within two seconds whenever a file appears, changes or goes. Each file
/// is
/// looked at on a thread of its own, so one that hangs delays no other. Nothing named in a kubeconfig is ever run by
/// this.
public final class KubeconfigFiles implements AutoCloseable {
    private final Consumer<Kubeconfig> changed;
    private final Duration patience;
    private List<WatchedFile> watched = List.of();
    private long opened;
    private boolean closed;
    private @Nullable Kubeconfig last;

    private KubeconfigFiles(Consumer<Kubeconfig> changed, Duration patience) {
        this.changed = changed;
        this.patience = patience;
    }

    /// Begins to watch `files`, in order of precedence, existing or not. Does not wait. `changed` gets the kubeconfig
    /// soon,
    /// and again after each change, on any thread, one call at a time.
    public static KubeconfigFiles open(List<Path> files, Consumer<Kubeconfig> changed) {
        return open(files, changed, KubeconfigLoading.LIMIT);
    }

    static KubeconfigFiles open(List<Path> files, Consumer<Kubeconfig> changed, Duration patience) {
        KubeconfigFiles watch = new KubeconfigFiles(changed, patience);
        watch.files(files);
        return watch;
    }

    /// Watches these files from now on. Does not wait.
    public synchronized void files(List<Path> files) {
        if (closed) return;
        watched.forEach(WatchedFile::close);
        List<WatchedFile> fresh = new ArrayList<>();
        for (Path file : files) fresh.add(new WatchedFile(file, this::tell));
        watched = List.copyOf(fresh);
        opened = System.nanoTime();
        fresh.forEach(WatchedFile::start);
        tellAtLast(fresh.isEmpty() ? Duration.ZERO : patience);
    }

    /// A file that gives no sign for too long must not hold back the others.
    private void tellAtLast(Duration wait) {
        CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::tell);
    }

    private synchronized void tell() {
        if (closed) return;
        boolean late = watched.isEmpty() || System.nanoTime() - opened >= patience.toNanos();
        List<FileReading.Outcome> outcomes = new ArrayList<>();
        for (WatchedFile file : watched) {
            FileReading.Outcome outcome = file.outcome();
            if (outcome == null && !late) return;
            outcomes.add(
                    outcome == null ? new FileReading.Bad(file.path(), Problem.of("file.slow", file.path())) : outcome);
        }
        Kubeconfig now = KubeconfigLoading.merged(outcomes);
        if (now.equals(last)) return;
        last = now;
        changed.accept(now);
    }

    /// No call of `changed` begins after this.
    @Override
    public synchronized void close() {
        closed = true;
        watched.forEach(WatchedFile::close);
    }
}
