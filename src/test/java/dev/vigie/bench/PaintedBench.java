package dev.vigie.bench;

import dev.vigie.display.Display;
import dev.vigie.kube.KubeCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The same lists and storms as [Bench], as they are painted; kubectl in the same run. Prints Markdown; medians.
public final class PaintedBench {
    private static final int STORM_ROWS = 50_000;
    private static final int STORM_RATE = 10_000;
    private static final int STORM_SECONDS = Integer.getInteger("vigie.bench.storm", 30);

    private PaintedBench() {}

    public static void main(String[] args) throws Exception {
        var display = Display.ensure();
        Bench bench = new Bench(Files.createTempDirectory("vigie-bench-"));
        Painted window = Painted.open();
        warm(bench, window);
        System.out.println(
                "| pods | first row painted | whole list painted | shown again | kubectl get pods -A | kubectl / Vigie |");
        System.out.println("|---|---|---|---|---|---|");
        list(bench, window, 1_000, 7, 5);
        list(bench, window, 10_000, 5, 3);
        list(bench, window, 50_000, 5, 1);
        large(bench, window);
        storm(bench, window);
        window.close();
        display.ifPresent(virtual -> virtual.close());
        System.exit(0);
    }

    private static void warm(Bench bench, Painted window) throws Exception {
        try (Feeder feeder = new Feeder(2_000)) {
            for (int i = 0; i < 5; i++) shown(bench, feeder, window, 2_000);
        }
    }

    private record Reading(Painted.Shown cold, Painted.Shown again) {}

    private static Reading shown(Bench bench, Feeder feeder, Painted window, int pods) throws Exception {
        try (KubeCluster cluster = Bench.open(bench.config(feeder))) {
            Painted.Shown cold = window.list(cluster, pods);
            window.leave();
            Painted.Shown again = window.list(cluster, pods);
            window.leave();
            return new Reading(cold, again);
        }
    }

    private static void list(Bench bench, Painted window, int pods, int runs, int kubectlRuns) throws Exception {
        try (Feeder feeder = new Feeder(pods)) {
            List<Reading> readings = new ArrayList<>();
            for (int i = 0; i < runs; i++) readings.add(shown(bench, feeder, window, pods));
            List<Double> kubectl = new ArrayList<>();
            for (int i = 0; i < kubectlRuns; i++) kubectl.add(bench.kubectl(bench.config(feeder)));
            double whole =
                    Bench.median(readings.stream().map(r -> r.cold().whole()).toList());
            double theirs = Bench.median(kubectl);
            System.out.printf(
                    "| %,d | %.0f ms | %.0f ms | %.0f ms | %,.0f ms | %.1f |%n",
                    pods,
                    Bench.median(readings.stream().map(r -> r.cold().first()).toList()),
                    whole,
                    Bench.median(readings.stream().map(r -> r.again().whole()).toList()),
                    theirs,
                    theirs / whole);
        }
    }

    private static void large(Bench bench, Painted window) throws Exception {
        try (Feeder feeder = new Feeder(100_000);
                KubeCluster cluster = Bench.open(bench.config(feeder))) {
            Painted.Shown shown = window.list(cluster, 100_000);
            System.out.printf("| 100,000 (once) | %.0f ms | %.0f ms | | | |%n", shown.first(), shown.whole());
            List<Double> keys = new ArrayList<>();
            for (String word : List.of("7", "71", "717", "7171", "app-1", "app-12", "")) keys.add(window.filter(word));
            System.out.printf(
                    "%n100,000 rows: a filter's rows painted after %.0f ms (median of %d, longest %.0f); jumps of 300 pulses: %s%n",
                    Bench.median(keys), keys.size(), Bench.percentile(keys, 1), gaps(window.scroll(300)));
            System.out.printf("resident memory of the program: %s%n", resident());
            window.leave();
        }
    }

    private static void storm(Bench bench, Painted window) throws Exception {
        try (Feeder feeder = new Feeder(STORM_ROWS);
                KubeCluster cluster = Bench.open(bench.config(feeder))) {
            window.list(cluster, STORM_ROWS);
            int asked = feeder.asked().size();
            Painted.Storm storm =
                    window.storm(() -> feeder.storm(STORM_RATE, STORM_SECONDS * 1000L), STORM_SECONDS * 1000L - 200);
            System.out.printf(
                    "storm on %,d rows, %,d changes in %d s (%,.0f a second): %s; a change is %.0f ms old when painted (median of %,d, p99 %.0f); requests meanwhile: %d%n",
                    STORM_ROWS,
                    feeder.sent(),
                    STORM_SECONDS,
                    feeder.sent() / (double) STORM_SECONDS,
                    gaps(storm.gaps()),
                    Bench.median(storm.lags()),
                    storm.lags().size(),
                    Bench.percentile(storm.lags(), 0.99),
                    feeder.asked().size() - asked);
            window.leave();
        }
    }

    private static String gaps(List<Double> gaps) {
        return "%,d pulses, gap %.1f ms (median), %.1f (p99), %.0f (longest)"
                .formatted(gaps.size(), Bench.median(gaps), Bench.percentile(gaps, 0.99), Bench.percentile(gaps, 1));
    }

    private static String resident() throws Exception {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .findFirst()
                .orElse("unknown here");
    }
}
