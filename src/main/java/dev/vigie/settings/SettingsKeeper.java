package dev.vigie.settings;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The settings as of now, saved half a second after the last change and at the end. Safe on any thread; never waits but in
/// [#close()].
public final class SettingsKeeper implements AutoCloseable {
    private static final long PAUSE_MILLIS = 500;

    private final SettingsFile file;
    private final Consumer<IOException> failed;
    private final ScheduledExecutorService saver = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("settings").factory());
    private Settings now;
    private volatile Settings saved;
    private @Nullable ScheduledFuture<?> pending;

    /// `failed` hears of a file that could not be written, on the saver's thread.
    public SettingsKeeper(SettingsFile file, Settings loaded, Consumer<IOException> failed) {
        this.file = file;
        this.now = loaded;
        this.saved = loaded;
        this.failed = failed;
    }

    public synchronized Settings now() {
        return now;
    }

    public synchronized void change(UnaryOperator<Settings> change) {
        now = change.apply(now);
        if (pending != null) pending.cancel(false);
        pending = saver.schedule(this::save, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void save() {
        Settings wanted = now();
        try {
            if (!wanted.equals(saved)) file.save(wanted);
            saved = wanted;
        } catch (IOException e) {
            failed.accept(e);
        }
    }

    /// Saves what is not saved yet.
    @Override
    public void close() {
        saver.shutdownNow();
        save();
    }
}
