package dev.vigie.kube.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One kubeconfig file that is looked at again and again, and read when it changed. By looking, not by file events:
/// that follows links and works on network homes; folders such as `~/.kube` hold thousands of cached files.
final class WatchedFile {
    /// How long a file that looks half-written is not believed.
    private static final Duration GRACE = Duration.ofSeconds(3);
    /// How long a file that is gone is not believed to be gone: some tools delete before they write.
    private static final Duration GONE = Duration.ofSeconds(1);

    private final Path path;
    private FileReading.@Nullable Outcome outcome;
    private @Nullable Stamp stamp;
    private @Nullable Instant doubted;

    WatchedFile(Path path) {
        this.path = path;
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

    /// Null until it was looked at once.
    FileReading.@Nullable Outcome outcome() {
        return outcome;
    }

    /// Looks once; may wait as long as the file system does. True if the outcome is another one now.
    boolean look() {
        Stamp now = stamp();
        boolean same = outcome != null && Objects.equals(now, stamp) && (now == null || !now.young());
        if (same && doubted == null) return false;
        stamp = now;
        FileReading.Outcome read = FileReading.one(path, KubeconfigLoading.LIMIT);
        if (read.equals(outcome)) {
            doubted = null;
            return false;
        }
        if (doubtful(read)) return false;
        outcome = read;
        return true;
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
}
