package dev.vigie.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.vigie.display.Display;
import dev.vigie.kube.KubeCluster;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// What Vigie costs that is merely left open: its share of a core at 0 and at 100,000 rows on screen, and its heap
/// under
/// changes that never end. Prints Markdown. `-Dvigie.bench.short=true` shortens minutes to seconds.
public final class StandingBench {
    private static final boolean SHORT = Boolean.getBoolean("vigie.bench.short");
    private static final int QUIET = SHORT ? 10 : 60;
    private static final int LONG = SHORT ? 40 : 300;
    private static final int RATE = 1_200;
    private static final int ROWS = 100_000;

    private StandingBench() {}

    public static void main(String[] args) throws Exception {
        var display = Display.ensure();
        Bench bench = new Bench(Files.createTempDirectory("vigie-bench-"));
        Painted window = Painted.open();
        System.out.println("| rows on screen, nothing happening | share of a core |");
        System.out.println("|---|---|");
        idle(bench, window, 1);
        idle(bench, window, ROWS);
        heap(bench, window);
        window.close();
        display.ifPresent(virtual -> virtual.close());
        System.exit(0);
    }

    /// The feeder lives in this process: what it does is counted too.
    private static void idle(Bench bench, Painted window, int pods) throws Exception {
        try (Feeder feeder = new Feeder(pods);
                KubeCluster cluster = Bench.open(bench.config(feeder))) {
            window.list(cluster, pods);
            window.still(true);
            pause(SHORT ? 5 : 20);
            double busy = busy();
            pause(QUIET);
            System.out.printf("| %,d | %.2f %% |%n", pods, (busy() - busy) * 100 / QUIET);
            window.still(false);
            window.leave();
        }
    }

    private static void heap(Bench bench, Painted window) throws Exception {
        try (Feeder feeder = new Feeder(ROWS);
                KubeCluster cluster = Bench.open(bench.config(feeder))) {
            // the rows that the feeder sends lie on the same heap
            long before = Bench.heap();
            window.list(cluster, ROWS);
            long begun = Bench.heap() - before;
            int asked = feeder.asked().size();
            feeder.storm(RATE, LONG * 1000L);
            List<String> seen = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                pause(LONG / 10);
                seen.add("%.0f".formatted((Bench.heap() - before) / 1e6));
            }
            System.out.printf(
                    "%nHeap with %,d live rows on screen: %.0f MB; during %,d changes in %d s: %s MB; requests meanwhile: %d%n",
                    ROWS,
                    begun / 1e6,
                    feeder.sent(),
                    LONG,
                    String.join(", ", seen),
                    feeder.asked().size() - asked);
            window.leave();
        }
    }

    /// Seconds of a core that this process has used.
    private static double busy() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }

    private static void pause(int seconds) {
        LockSupport.parkNanos(seconds * 1_000_000_000L);
    }
}
