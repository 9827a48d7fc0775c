package dev.vigie.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.vigie.demo.DemoCluster;
import dev.vigie.demo.DemoPast;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kube.KubeCluster;
import dev.vigie.kube.Rows;
import dev.vigie.kube.config.Consent;
import dev.vigie.kube.config.Context;
import dev.vigie.kube.config.CredentialSource;
import dev.vigie.kube.config.KubeconfigLoading;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/// What the demo cluster costs: from the click to its first rows, while nobody does anything, and of the heap. Prints
/// Markdown; the first reading is that of a program that has not opened it before, the others are medians.
public final class DemoBench {
    private static final int READINGS = 9;
    private static final long QUIET_SECONDS = 60;

    private final Path file;

    private DemoBench(Path file) {
        this.file = file;
    }

    public static void main(String[] args) throws Exception {
        DemoBench bench = new DemoBench(Files.createTempFile("vigie-demo-", ".kubeconfig"));
        double cold = bench.opened(null);
        List<Double> whole = new ArrayList<>();
        List<Double> ahead = new ArrayList<>();
        for (int i = 0; i < READINGS; i++) {
            whole.add(bench.opened(null));
            ahead.add(bench.opened(DemoPast.played()));
        }
        System.out.println("| open to first rows: first time | again | with its past made ahead | idle | heap |");
        System.out.println("|---|---|---|---|---|");
        System.out.printf(
                "| %.0f ms | %.0f ms | %.0f ms | %.2f %% of a core | %.1f MB |%n",
                cold, Bench.median(whole), Bench.median(ahead), idle(), heap());
        Files.delete(bench.file);
        System.exit(0);
    }

    /// Milliseconds until the pods of one namespace are in a list that is live.
    private double opened(@org.jspecify.annotations.Nullable DemoPast past) throws Exception {
        long began = System.nanoTime();
        try (DemoCluster demo = past == null ? DemoCluster.start() : DemoCluster.start(past)) {
            Files.writeString(file, demo.kubeconfig());
            Context context = KubeconfigLoading.load(List.of(file)).contexts().getFirst();
            CredentialSource credentials = CredentialSource.of(
                    Objects.requireNonNull(context.user()), Objects.requireNonNull(context.cluster()), Consent.NEVER);
            try (KubeCluster cluster = KubeCluster.open(context, credentials)) {
                Kind pods = Objects.requireNonNull(cluster.discovery().find("pods"));
                try (Rows rows = cluster.rows(pods, Namespaces.named("test"))) {
                    while (rows.snapshot().rows().isEmpty()) LockSupport.parkNanos(200_000);
                    return (System.nanoTime() - began) / 1e6;
                }
            }
        }
    }

    /// Of one core, in percent, while it stands open and nobody asks.
    private static double idle() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        DemoCluster demo = DemoCluster.start();
        long end = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < end) LockSupport.parkNanos(end - System.nanoTime());
        long before = system.getProcessCpuTime();
        long until = System.nanoTime() + QUIET_SECONDS * 1_000_000_000L;
        while (System.nanoTime() < until) LockSupport.parkNanos(until - System.nanoTime());
        long used = system.getProcessCpuTime() - before;
        demo.close();
        return used / (QUIET_SECONDS * 1e9) * 100;
    }

    /// Megabytes that one open demo holds.
    private static double heap() {
        long before = Bench.heap();
        DemoCluster demo = DemoCluster.start();
        long with = Bench.heap();
        demo.close();
        return (with - before) / 1e6;
    }
}
