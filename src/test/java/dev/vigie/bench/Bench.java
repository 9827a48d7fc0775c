package dev.vigie.bench;

import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kube.KubeCluster;
import dev.vigie.kube.KubeException;
import dev.vigie.kube.Row;
import dev.vigie.kube.Rows;
import dev.vigie.kube.config.Consent;
import dev.vigie.kube.config.Context;
import dev.vigie.kube.config.CredentialSource;
import dev.vigie.kube.config.KubeconfigLoading;
import dev.vigie.testbed.Binaries;
import dev.vigie.testbed.Kubectl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/// Lists and storms of synthetic pods, read by Vigie and by kubectl in the same run. Prints Markdown; medians.
public final class Bench {
    private static final int STORM_ROWS = 50_000;
    private static final int STORM_RATE = 10_000;
    private static final int STORM_SECONDS = 30;

    private final Path folder;

    Bench(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        Bench bench = new Bench(Files.createTempDirectory("vigie-bench-"));
        System.out.println(
                "| pods | first rows | whole list | bytes kept a row | LISTs, WATCHes | kubectl get pods -A | kubectl / Vigie |");
        System.out.println("|---|---|---|---|---|---|---|");
        bench.list(1_000, 7, 5);
        bench.list(1_000, 7, 5);
        bench.list(10_000, 5, 3);
        bench.list(100_000, 3, 1);
        bench.storm();
        System.exit(0);
    }

    private record Reading(double first, double whole, double bytes, String asked) {}

    private void list(int pods, int runs, int kubectlRuns) throws Exception {
        try (Feeder feeder = new Feeder(pods)) {
            Path config = config(feeder);
            List<Reading> readings = new ArrayList<>();
            for (int i = 0; i < runs; i++) readings.add(read(feeder, config, pods));
            List<Double> kubectl = new ArrayList<>();
            for (int i = 0; i < kubectlRuns; i++) kubectl.add(kubectl(config));
            double whole = median(readings.stream().map(Reading::whole).toList());
            double theirs = median(kubectl);
            System.out.printf(
                    "| %,d | %.0f ms | %.0f ms | %.0f | %s | %.0f ms | %.1f |%n",
                    pods,
                    median(readings.stream().map(Reading::first).toList()),
                    whole,
                    median(readings.stream().map(Reading::bytes).toList()),
                    readings.getLast().asked(),
                    theirs,
                    theirs / whole);
        }
    }

    private Reading read(Feeder feeder, Path config, int pods) throws Exception {
        int before = feeder.asked().size();
        long empty = heap();
        try (KubeCluster cluster = open(config)) {
            Kind kind = Objects.requireNonNull(cluster.discovery().find("pods"));
            long began = System.nanoTime();
            try (Rows rows = cluster.rows(kind, Namespaces.all())) {
                double first = -1;
                while (!(rows.snapshot().state() instanceof Rows.State.Live)) {
                    if (first < 0 && !rows.snapshot().rows().isEmpty()) first = millis(began);
                    LockSupport.parkNanos(200_000);
                }
                double whole = millis(began);
                int size = rows.snapshot().rows().size();
                if (size != pods) throw new IllegalStateException(size + " rows instead of " + pods);
                double bytes = (heap() - empty) / (double) pods;
                List<String> asked =
                        feeder.asked().subList(before, feeder.asked().size());
                long lists = asked.stream().filter("LIST"::equals).count();
                return new Reading(first < 0 ? whole : first, whole, bytes, lists + ", " + (asked.size() - lists));
            }
        }
    }

    double kubectl(Path config) {
        Kubectl kubectl = new Kubectl(Binaries.ready().program("kubectl"), config, folder);
        long began = System.nanoTime();
        kubectl.out("get", "pods", "-A");
        return millis(began);
    }

    private void storm() throws Exception {
        try (Feeder feeder = new Feeder(STORM_ROWS);
                KubeCluster cluster = open(config(feeder));
                Rows rows =
                        cluster.rows(Objects.requireNonNull(cluster.discovery().find("pods")), Namespaces.all())) {
            while (!(rows.snapshot().state() instanceof Rows.State.Live)) LockSupport.parkNanos(1_000_000);
            int asked = feeder.asked().size();
            feeder.storm(STORM_RATE, STORM_SECONDS * 1000L);
            List<Double> lags = new ArrayList<>();
            long until = System.currentTimeMillis() + STORM_SECONDS * 1000L;
            while (System.currentTimeMillis() < until - 500) {
                LockSupport.parkNanos(100_000_000);
                long newest = newest(rows);
                if (newest > 0) lags.add((double) (System.currentTimeMillis() - newest));
            }
            LockSupport.parkNanos(2_000_000_000L);
            System.out.printf(
                    "%nStorm on %,d rows, %,d changes sent in %d s (%,.0f a second): newest change in the store is %.0f ms old (median), %.0f ms (p99);"
                            + " requests meanwhile: %d (relists: 0 if 0); state at the end: %s%n",
                    STORM_ROWS,
                    feeder.sent(),
                    STORM_SECONDS,
                    feeder.sent() / (double) STORM_SECONDS,
                    median(lags),
                    percentile(lags, 0.99),
                    feeder.asked().size() - asked,
                    rows.snapshot().state().getClass().getSimpleName());
        }
    }

    /// The latest time of sending among the rows.
    private static long newest(Rows rows) {
        long newest = 0;
        for (Row row : rows.snapshot().rows()) {
            String mark = row.cell(3);
            if (mark.length() > 5) newest = Math.max(newest, Long.parseLong(mark));
        }
        return newest;
    }

    Path config(Feeder feeder) throws IOException {
        return Files.writeString(folder.resolve("config"), """
                apiVersion: v1
                kind: Config
                current-context: feeder
                clusters: [{name: feeder, cluster: {server: "%s"}}]
                users: [{name: feeder, user: {}}]
                contexts: [{name: feeder, context: {cluster: feeder, user: feeder}}]
                """.formatted(feeder.address()));
    }

    static KubeCluster open(Path config) throws KubeException {
        Context context = KubeconfigLoading.load(List.of(config)).contexts().getFirst();
        return KubeCluster.open(
                context,
                CredentialSource.of(
                        Objects.requireNonNull(context.user()),
                        Objects.requireNonNull(context.cluster()),
                        Consent.NEVER));
    }

    static long heap() {
        for (int i = 0; i < 3; i++) System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static double millis(long since) {
        return (System.nanoTime() - since) / 1e6;
    }

    static double median(List<Double> values) {
        return percentile(values, 0.5);
    }

    static double percentile(List<Double> values, double part) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.get((int) Math.min(sorted.size() - 1L, Math.round(part * (sorted.size() - 1))));
    }
}
