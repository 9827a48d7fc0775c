package dev.vigie.kube.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Reads kubeconfig files, each on a thread of its own, so that a hanging network home or a giant delays nothing but
/// itself.
final class FileReading {
    private static final int LARGEST = 10 << 20;

    private final Duration limit;
    private final Map<Path, CompletableFuture<Outcome>> running = new ConcurrentHashMap<>();

    FileReading(Duration limit) {
        this.limit = limit;
    }

    /// What came of one file.
    sealed interface Outcome {}

    record Missing(Path file) implements Outcome {}

    /// A folder that a person added.
    record Folder(Path file) implements Outcome {}

    record Bad(Path file, Problem problem) implements Outcome {}

    /// `bytes` are those of the file.
    record Good(FileContent content, ByteBuffer bytes) implements Outcome {}

    /// One outcome for each file, in the same order, after [#limit] at the latest.
    List<Outcome> all(List<Path> files) {
        long deadline = System.nanoTime() + limit.toNanos();
        List<CompletableFuture<Outcome>> started =
                files.stream().map(this::start).toList();
        List<Outcome> outcomes = new java.util.ArrayList<>();
        for (int i = 0; i < files.size(); i++) outcomes.add(await(files.get(i), started.get(i), deadline));
        return outcomes;
    }

    /// A read that still hangs is not started a second time.
    private CompletableFuture<Outcome> start(Path file) {
        return running.computeIfAbsent(file, f -> {
            CompletableFuture<Outcome> outcome = new CompletableFuture<>();
            Thread.ofPlatform().daemon().name("vigie-kubeconfig").start(() -> {
                Outcome found = one(f, limit);
                running.remove(f);
                outcome.complete(found);
            });
            return outcome;
        });
    }

    private static Outcome await(Path file, CompletableFuture<Outcome> outcome, long deadline) {
        try {
            return outcome.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new Bad(file, Problem.of("file.slow", file));
        } catch (ExecutionException e) {
            return new Bad(file, Problem.of("file.reading", file, reason(e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Bad(file, Problem.of("file.slow", file));
        }
    }

    /// What is behind one path. May hang as long as the file system does.
    static Outcome one(Path file, Duration limit) {
        try {
            return read(file, limit);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return new Bad(file, Problem.of("file.bomb", file, 1, 1));
        }
    }

    private static Outcome read(Path file, Duration limit) {
        try {
            var kind = Files.readAttributes(file, BasicFileAttributes.class);
            if (kind.isDirectory()) return new Bad(file, Problem.of("file.folder", file));
            if (!kind.isRegularFile()) return new Bad(file, Problem.of("file.special", file));
            if (kind.size() > LARGEST) return new Bad(file, Problem.of("file.large", file, kind.size() >> 20));
            byte[] bytes = bytes(file);
            if (bytes.length > LARGEST) return new Bad(file, Problem.of("file.large", file, LARGEST >> 20));
            return new Good(ContentReading.read(file, YamlReading.read(file, bytes, limit)), ByteBuffer.wrap(bytes));
        } catch (NoSuchFileException e) {
            return belowFile(file)
                    ? new Bad(file, Problem.of("file.reading", file, "not a directory"))
                    : new Missing(file);
        } catch (AccessDeniedException e) {
            return new Bad(file, Problem.of("file.denied", file));
        } catch (BadFile e) {
            return new Bad(file, e.problem());
        } catch (IOException e) {
            return new Bad(file, Problem.of("file.reading", file, reason(e)));
        }
    }

    /// Whether a folder in the path is a file: not missing but a mistake, to kubectl too; the JDK tells them not apart.
    private static boolean belowFile(Path file) {
        Path folder = file.getParent();
        while (folder != null && !Files.exists(folder)) folder = folder.getParent();
        return folder != null && !Files.isDirectory(folder);
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST + 1);
        }
    }

    private static String reason(Throwable e) {
        String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }
}
