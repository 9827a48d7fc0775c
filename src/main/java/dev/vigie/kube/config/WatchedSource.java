package dev.vigie.kube.config;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Looks at one place twice a second, on a thread of its own, so that one that hangs delays no other.
final class WatchedSource implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(500);
    /// With very many files the looking itself costs something.
    private static final int MANY = 200;

    private final Source source;
    private final Runnable changed;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Map<Path, WatchedFile> files = new TreeMap<>();
    private final Map<Path, Boolean> meant = new LinkedHashMap<>();
    private volatile boolean closed;
    private volatile @Nullable List<FileReading.Outcome> outcomes;

    WatchedSource(Source source, Runnable changed) {
        this.source = source;
        this.changed = changed;
    }

    Source source() {
        return source;
    }

    /// Null until it was looked at once.
    @Nullable
    List<FileReading.Outcome> outcomes() {
        return outcomes;
    }

    void start() {
        Thread.ofPlatform().daemon().name("vigie-kubeconfig-watch").start(this::look);
    }

    private void look() {
        while (!closed) {
            List<FileReading.Outcome> now = lookOnce();
            if (!now.equals(outcomes)) {
                outcomes = now;
                if (!closed) changed.run();
            }
            try {
                Duration pause = files.size() > MANY ? PAUSE.multipliedBy(2) : PAUSE;
                if (ended.await(pause.toMillis(), TimeUnit.MILLISECONDS)) return;
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private List<FileReading.Outcome> lookOnce() {
        return source.mayBeFolder() && Files.isDirectory(source.path()) ? folder() : List.of(file());
    }

    private FileReading.Outcome file() {
        files.keySet().retainAll(List.of(source.path()));
        return looked(source.path());
    }

    private List<FileReading.Outcome> folder() {
        try {
            for (Path file : KubeconfigFolder.files(source.path())) files.computeIfAbsent(file, WatchedFile::new);
        } catch (AccessDeniedException e) {
            return List.of(new FileReading.Bad(source.path(), Problem.of("file.denied", source.path())));
        } catch (IOException | RuntimeException e) {
            return List.of(new FileReading.Bad(
                    source.path(), Problem.of("file.reading", source.path(), String.valueOf(e.getMessage()))));
        }
        files.remove(source.path());
        List<FileReading.Outcome> all = new ArrayList<>(List.of(new FileReading.Folder(source.path())));
        for (Path file : List.copyOf(files.keySet())) {
            FileReading.Outcome outcome = looked(file);
            if (outcome instanceof FileReading.Missing) files.remove(file);
            else if (Boolean.TRUE.equals(meant.get(file))) all.add(outcome);
        }
        return List.copyOf(all);
    }

    private FileReading.Outcome looked(Path path) {
        WatchedFile file = files.computeIfAbsent(path, WatchedFile::new);
        boolean other = file.look();
        FileReading.Outcome outcome = file.outcome();
        FileReading.Outcome now = outcome == null ? new FileReading.Missing(path) : outcome;
        if (other) meant.put(path, KubeconfigFolder.meant(path, now));
        return now;
    }

    @Override
    public void close() {
        closed = true;
        ended.countDown();
    }
}
