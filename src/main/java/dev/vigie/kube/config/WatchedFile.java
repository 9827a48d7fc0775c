package dev.vigie.kube.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Looks at one kubeconfig file twice a second and reads it when it changed. By looking, not by file events: that needs
/// no
/// folder to exist, follows links, and works on network homes; folders such as `~/.kube` hold thousands of cached
/// files.
final class WatchedFile implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(500);
    /// How long a file that looks half-written is not believed.
    private static final Duration GRACE = Duration.ofSeconds(3);
    /// How long a file that is gone is not believed to be gone: some tools delete before they write.
    private static final Duration GONE = Duration.ofSeconds(1);

    private final Path path;
    private final Runnable changed;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closed;
    private volatile FileReading.@Nullable Outcome outcome;
    private @Nullable Stamp stamp;
    private @Nullable Instant doubted;

    WatchedFile(Path path, Runnable changed) {
        this.path = path;
        this.changed = changed;
    }

    /// Tells one state of a file from another.
    private record Stamp(
            long size, FileTime modified, @Nullable Object key) {
        /// Written so lately that the clock of the file system may not tell the next write from it.
        boolean young() {
            Duration age = Duration.between(modified.toInstant(), Instant.now()).abs();
            return age.compareTo(Duration.ofSeconds(2)) < 0;
        }
    }

    void start() {
        Thread.ofPlatform().daemon().name("vigie-kubeconfig-watch").start(this::look);
    }

    Path path() {
        return path;
    }

    /// Null until the file was looked at once.
    FileReading.@Nullable Outcome outcome() {
        return outcome;
    }

    private void look() {
        while (!closed) {
            lookOnce();
            try {
                if (ended.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) return;
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void lookOnce() {
        Stamp now = stamp();
        boolean same = outcome != null && java.util.Objects.equals(now, stamp) && (now == null || !now.young());
        if (same && doubted == null) return;
        stamp = now;
        FileReading.Outcome read = FileReading.one(path, KubeconfigLoading.LIMIT);
        if (read.equals(outcome)) {
            doubted = null;
        } else if (!doubtful(read)) {
            outcome = read;
            if (!closed) changed.run();
        }
    }

    private @Nullable Stamp stamp() {
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private boolean doubtful(FileReading.Outcome read) {
        boolean half = outcome instanceof FileReading.Good good && HalfWritten.looks(good, read);
        if (!half) {
            doubted = null;
            return false;
        }
        Instant now = Instant.now();
        if (doubted == null) doubted = now;
        Duration grace = read instanceof FileReading.Missing ? GONE : GRACE;
        if (now.isBefore(doubted.plus(grace))) return true;
        doubted = null;
        return false;
    }

    @Override
    public void close() {
        closed = true;
        ended.countDown();
    }
}
