package dev.vigie.live;

import dev.vigie.kube.KubeException;
import dev.vigie.kube.KubeFailure;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;

/// The one door between threads: work runs elsewhere, answers come back on the FX thread.
public final class Fx {
    private final Executor elsewhere;
    private final Executor ui;
    private final boolean inline;
    private final Map<Object, Object> newest = new ConcurrentHashMap<>();

    private Fx(Executor elsewhere, Executor ui, boolean inline) {
        this.elsewhere = elsewhere;
        this.ui = ui;
        this.inline = inline;
    }

    /// The real door: each call on a virtual thread, answers on the FX thread.
    public static Fx live() {
        return new Fx(Executors.newVirtualThreadPerTaskExecutor(), Platform::runLater, false);
    }

    /// For tests: everything happens at once, on the caller's thread. [#every] keeps real time.
    public static Fx inline() {
        return new Fx(Runnable::run, Runnable::run, true);
    }

    /// Work that may wait; it starts when [Work#start()] is called.
    public <T> Work<T> run(Callable<T> call) {
        return new Work<>(call);
    }

    /// Like [#run], but an answer is dropped once a newer call of the same name was started.
    public <T> Work<T> latest(String name, Callable<T> call) {
        return newest(name, call);
    }

    /// The same, where each owner has names of its own: two windows do not drop each other's answers.
    public <T> Work<T> latest(Object owner, String name, Callable<T> call) {
        return newest(new Owned(owner, name), call);
    }

    private record Owned(Object owner, String name) {}

    private <T> Work<T> newest(Object key, Callable<T> call) {
        Work<T> work = new Work<>(call);
        newest.put(key, work);
        return work.onlyIf(() -> newest.remove(key, work));
    }

    /// Runs on the FX thread, soon.
    public void later(Runnable action) {
        ui.execute(action);
    }

    /// Runs on the FX thread again and again until closed; a turn is skipped while the last one has not run yet.
    public AutoCloseable every(Duration pause, Runnable action) {
        AtomicBoolean waiting = new AtomicBoolean();
        ScheduledFuture<?> beat = CLOCK.scheduleAtFixedRate(
                () -> {
                    if (waiting.compareAndSet(false, true)) {
                        ui.execute(() -> {
                            waiting.set(false);
                            action.run();
                        });
                    }
                },
                pause.toMillis(),
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
        return () -> beat.cancel(false);
    }

    /// Runs on the FX thread once, not before `pause` is over; closing the answer before that ends it. Inline: at once.
    public AutoCloseable after(Duration pause, Runnable action) {
        if (inline) {
            ui.execute(action);
            return () -> {};
        }
        ScheduledFuture<?> turn = CLOCK.schedule(() -> ui.execute(action), pause.toMillis(), TimeUnit.MILLISECONDS);
        return () -> turn.cancel(false);
    }

    /// For a call that runs elsewhere and needs a person's word: `question` is put on the FX thread, and this waits
    /// until it
    /// passes the answer on. An interrupt gives `otherwise`.
    public <T> T asked(Consumer<Consumer<T>> question, T otherwise) {
        CompletableFuture<T> word = new CompletableFuture<>();
        ui.execute(() -> question.accept(word::complete));
        try {
            return word.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise;
        } catch (ExecutionException e) {
            return otherwise;
        }
    }

    /// What nobody catches, on any thread, is told to `listener` on the FX thread.
    public void uncaught(Consumer<Throwable> listener) {
        Thread.setDefaultUncaughtExceptionHandler((_, thrown) -> ui.execute(() -> listener.accept(thrown)));
    }

    /// One piece of work with what follows it. Nothing happens before [#start()].
    public final class Work<T> {
        private final Callable<T> call;
        private Consumer<T> then = answer -> {};
        private Consumer<KubeFailure> otherwise = failure -> {};
        private java.util.function.BooleanSupplier wanted = () -> true;

        private Work(Callable<T> call) {
            this.call = call;
        }

        private Work<T> onlyIf(java.util.function.BooleanSupplier condition) {
            wanted = condition;
            return this;
        }

        /// What to do with the answer, on the FX thread.
        public Work<T> then(Consumer<T> action) {
            then = action;
            return this;
        }

        /// What to do with a failure, on the FX thread.
        public Work<T> otherwise(Consumer<KubeFailure> action) {
            otherwise = action;
            return this;
        }

        public void start() {
            elsewhere.execute(() -> {
                try {
                    T answer = call.call();
                    back(() -> then.accept(answer));
                } catch (KubeException e) {
                    back(() -> otherwise.accept(e.failure()));
                } catch (Exception e) {
                    back(() -> otherwise.accept(new KubeFailure.Garbled(String.valueOf(e.getMessage()))));
                }
            });
        }

        private void back(Runnable action) {
            ui.execute(() -> {
                if (wanted.getAsBoolean()) action.run();
            });
        }
    }

    private static final ScheduledExecutorService CLOCK = clock();

    /// What was cancelled is let go at once, and with it whatever it would have acted on.
    private static ScheduledExecutorService clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("vigie-clock").factory());
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }
}
