package dev.vigie.live;

import dev.vigie.base.Quietly;
import dev.vigie.kube.Objects;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Whole objects on their way to a view: what changed is told on the FX thread, at most ten times a second, until
/// closed. FX thread only.
public final class Following implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Fx fx;
    private final Objects objects;
    private final Consumer<Objects.Snapshot> view;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final AutoCloseable bell;
    private boolean closed;

    public Following(Fx fx, Objects objects, Consumer<Objects.Snapshot> view) {
        this.fx = fx;
        this.objects = objects;
        this.view = view;
        bell = objects.onChange(this::changed);
        view.accept(objects.snapshot());
    }

    private void changed() {
        if (waiting.compareAndSet(false, true)) fx.after(PAUSE, this::tell);
    }

    private void tell() {
        waiting.set(false);
        if (!closed) view.accept(objects.snapshot());
    }

    public void tryNow() {
        objects.tryNow();
    }

    @Override
    public void close() {
        closed = true;
        Quietly.close(bell);
        objects.close();
    }
}
