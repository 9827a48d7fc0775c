package dev.vigie.settings;

import java.io.IOException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The settings as of now, saved half a second after a change and at the end. Safe on any thread; never waits but in
/// [#close()].
public final class SettingsKeeper implements AutoCloseable {
    private static final long PAUSE_MILLIS = 500;
    private static final long PATIENCE_SECONDS = 5;

    private final SettingsFile file;
    private final Consumer<IOException> failed;
    private final ScheduledThreadPoolExecutor saver = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("settings").factory());
    private Settings now;
    private Settings saved;
    private boolean waiting;
    private boolean closed;
    private boolean told;

    /// `failed` hears of a file that could not be written, on the saver's thread, once until it works again.
    public SettingsKeeper(SettingsFile file, Settings loaded, Consumer<IOException> failed) {
        this.file = file;
        this.now = loaded;
        this.saved = loaded;
        this.failed = failed;
        saver.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    public synchronized Settings now() {
        return now;
    }

    public synchronized void change(UnaryOperator<Settings> change) {
        now = change.apply(now);
        if (waiting || closed || now.equals(saved)) return;
        waiting = true;
        var _ = saver.schedule(this::save, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void save() {
        Settings before;
        Settings wanted;
        synchronized (this) {
            waiting = false;
            before = saved;
            wanted = now;
        }
        if (wanted.equals(before)) return;
        try {
            file.save(before, wanted);
            worked(wanted);
        } catch (IOException e) {
            if (firstTime()) failed.accept(e);
        }
    }

    private synchronized void worked(Settings wanted) {
        saved = wanted;
        told = false;
    }

    private synchronized boolean firstTime() {
        boolean first = !told;
        told = true;
        return first;
    }

    /// Saves what is not saved yet.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        // a save under way is left to end; those that still wait are dropped, since all is saved below
        saver.shutdown();
        try {
            saver.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        save();
    }
}
