package dev.vigie.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Watches this process through a fault: that the FX thread is never held up, and that no thread and no socket is left
/// behind. Only what the FX thread itself computes or waits for counts as a stall: a busy machine is nobody's fault.
public final class Vitals implements AutoCloseable {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration STALL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final long PAUSE = 10_000_000;

    private final Held before = held();
    private final AtomicLong stall = new AtomicLong();
    private final AtomicLong gap = new AtomicLong();
    private volatile String where = "";
    private volatile boolean closed;
    private @Nullable Thread toolkit;

    /// What a process has open. `virtual` counts threads of ours by what they do; `sockets` is -1 where the system does
    /// not say.
    public record Held(int platform, int virtual, int sockets) {}

    private Vitals() {
        Thread.ofPlatform().daemon().name("vitals").start(this::watch);
    }

    /// From now on; the window should stand by then.
    public static Vitals taken() {
        return new Vitals();
    }

    private void watch() {
        while (!closed) {
            ping();
            LockSupport.parkNanos(PAUSE);
        }
    }

    /// One runnable through the FX thread.
    private void ping() {
        AtomicLong answered = new AtomicLong();
        long cpu = 0;
        long began = System.nanoTime();
        Platform.runLater(() -> answered.set(System.nanoTime()));
        Thread thread = toolkit();
        if (thread != null) cpu = THREADS.getThreadCpuTime(thread.threadId());
        long waited = 0;
        String seen = "";
        while (answered.get() == 0 && !closed) {
            LockSupport.parkNanos(2_000_000);
            String ours = thread == null ? "" : waitsFor(thread);
            if (ours.isEmpty()) continue;
            waited += 2_000_000;
            seen = ours;
        }
        if (thread == null || closed) return;
        long busy = THREADS.getThreadCpuTime(thread.threadId()) - cpu;
        gap.accumulateAndGet(answered.get() - began, Math::max);
        long own = Math.min(answered.get() - began, busy + waited);
        if (own > stall.get()) {
            stall.set(own);
            where = seen;
        }
    }

    private @Nullable Thread toolkit() {
        if (toolkit == null) {
            toolkit = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals("JavaFX Application Thread"))
                    .findFirst()
                    .orElse(null);
        }
        return toolkit;
    }

    /// Where code of ours keeps the thread waiting; empty when it does not.
    private static String waitsFor(Thread thread) {
        Thread.State state = thread.getState();
        if (state == Thread.State.RUNNABLE) return "";
        return Arrays.stream(thread.getStackTrace())
                .map(StackTraceElement::toString)
                .filter(frame -> frame.startsWith("dev.vigie."))
                .findFirst()
                .orElse("");
    }

    /// The longest the FX thread kept others waiting, by its own doing.
    public Duration longestStall() {
        return Duration.ofNanos(stall.get());
    }

    /// The longest a runnable waited for the FX thread, whoever was to blame.
    public Duration longestGap() {
        return Duration.ofNanos(gap.get());
    }

    public static Held held() {
        return new Held(THREADS.getThreadCount(), virtual(), sockets());
    }

    /// Fails unless the FX thread went on, and threads and sockets come back to what they were, but for a few that
    /// connection pools keep.
    public void assertWell() {
        assertThat(longestStall())
                .as("longest stall of the FX thread, at " + where + ", longest gap " + longestGap())
                .isLessThan(STALL);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(250)).untilAsserted(() -> {
            Held now = held();
            assertThat(now.platform()).as("platform threads, before: " + before).isLessThan(before.platform() + 8);
            assertThat(now.virtual()).as("virtual threads, before: " + before).isLessThan(before.virtual() + 8);
            assertThat(now.sockets()).as("sockets, before: " + before).isLessThan(before.sockets() + 8);
        });
    }

    private static int virtual() {
        try {
            Path file = Files.createTempDirectory("vitals").resolve("threads.json");
            HotSpotDiagnosticMXBean diagnostics = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            diagnostics.dumpThreads(file.toString(), ThreadDumpFormat.JSON);
            String dump = Files.readString(file);
            Files.delete(file);
            Files.delete(file.getParent());
            return dump.split("\"virtual\": *true", -1).length - 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int sockets() {
        Path open = Path.of("/proc/self/fd");
        if (!Files.isDirectory(open)) return -1;
        try (Stream<Path> all = Files.list(open)) {
            return (int) all.filter(Vitals::isSocket).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
