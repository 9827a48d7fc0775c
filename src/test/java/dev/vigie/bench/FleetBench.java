package dev.vigie.bench;

import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kube.KubeCluster;
import dev.vigie.kube.KubeException;
import dev.vigie.kube.Rows;
import dev.vigie.kube.Wire;
import dev.vigie.testbed.FaultProxy;
import dev.vigie.testbed.Kubeconfigs;
import dev.vigie.testbed.TestCluster;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// A hundred contexts of which a tenth is dead, the return of a server that was away, and the bytes of a watch: on a
/// real
/// API server. Prints Markdown.
public final class FleetBench {
    private static final int CONTEXTS = 100;
    private static final int DEAD = 10;
    private static final int RETURNS = Boolean.getBoolean("vigie.bench.short") ? 2 : 7;
    private static final int OBJECTS = 50;

    private final TestCluster bed;
    private final Path folder;

    private FleetBench(TestCluster bed) throws IOException {
        this.bed = bed;
        folder = Files.createTempDirectory("vigie-fleet-");
    }

    public static void main(String[] args) throws Exception {
        try (TestCluster bed = TestCluster.start()) {
            FleetBench bench = new FleetBench(bed);
            bench.fleet();
            bench.returns();
            bench.bytes();
        }
        System.exit(0);
    }

    private Path config(String name, int port) throws IOException {
        String text = Kubeconfigs.withToken(
                name, "https://127.0.0.1:" + port, bed.pki().certificatePem(), bed.adminToken());
        return Files.writeString(folder.resolve(name), text);
    }

    /// A tenth answers nothing, in turn by refusing and by silence.
    private void fleet() throws Exception {
        List<FaultProxy> proxies = new ArrayList<>();
        for (int i = 0; i < CONTEXTS; i++) {
            FaultProxy proxy = new FaultProxy("127.0.0.1", bed.server().getPort());
            if (i < DEAD) proxy.mode(i % 2 == 0 ? FaultProxy.Mode.REFUSE : FaultProxy.Mode.BLACK_HOLE);
            proxies.add(proxy);
        }
        opened(proxies.get(DEAD)).close(); // the first one loads classes
        List<KubeCluster> open = new ArrayList<>();
        AtomicInteger counted = new AtomicInteger();
        CountDownLatch live = new CountDownLatch(CONTEXTS - DEAD);
        long empty = Bench.heap();
        long began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (FaultProxy proxy : proxies) {
                threads.execute(() -> {
                    try {
                        KubeCluster cluster = opened(proxy);
                        synchronized (open) {
                            open.add(cluster);
                        }
                        if (cluster.count(NAMESPACES, Namespaces.all()).isPresent()) counted.incrementAndGet();
                        live.countDown();
                    } catch (KubeException | IOException dead) {
                        // as planned
                    }
                });
            }
            boolean all = live.await(60, TimeUnit.SECONDS);
            double took = (System.nanoTime() - began) / 1e6;
            System.out.printf(
                    "%n%d contexts, %d of them dead: %d live ones counted after %,.0f ms%s%n",
                    CONTEXTS, DEAD, counted.get(), took, all ? "" : " (not all)");
        }
        LockSupport.parkNanos(5_000_000_000L);
        System.out.printf(
                "heap a live cluster that is left alone: %.2f MB; platform threads of the program: %d%n",
                (Bench.heap() - empty) / 1e6 / open.size(),
                ManagementFactory.getThreadMXBean().getThreadCount());
        open.forEach(KubeCluster::close);
        proxies.forEach(FaultProxy::close);
    }

    private static final Kind NAMESPACES = new Kind(
            new dev.vigie.base.Gvk("", "v1", "Namespace"),
            "namespaces",
            "namespace",
            List.of("ns"),
            List.of(),
            false,
            List.of("get", "list", "watch"));

    private KubeCluster opened(FaultProxy proxy) throws IOException, KubeException {
        return Bench.open(config("context-" + proxy.port(), proxy.port()));
    }

    /// How long after our first answer from a server that was away the rows are live again and hold what came
    /// meanwhile.
    private void returns() throws Exception {
        String namespace = bed.newNamespace();
        List<Double> whole = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        for (int i = 0; i < RETURNS; i++) {
            try (FaultProxy proxy = new FaultProxy("127.0.0.1", bed.server().getPort());
                    KubeCluster cluster = opened(proxy);
                    Rows rows = cluster.rows(
                            Objects.requireNonNull(cluster.discovery().find("configmaps")),
                            Namespaces.named(namespace))) {
                until(() -> rows.snapshot().state() instanceof Rows.State.Live);
                proxy.mode(FaultProxy.Mode.REFUSE);
                proxy.reset();
                until(() -> rows.snapshot().state() instanceof Rows.State.Stale);
                String name = "return-" + i;
                bed.kubectl().out("create", "configmap", name, "-n", namespace);
                proxy.mode(FaultProxy.Mode.PASS);
                long back = System.nanoTime();
                until(() -> cluster.reachability().reachable());
                long heard = System.nanoTime();
                until(() -> rows.snapshot().state() instanceof Rows.State.Live
                        && rows.snapshot().rows().stream()
                                .anyMatch(row -> row.name().equals(name)));
                long now = System.nanoTime();
                ours.add((now - heard) / 1e6);
                whole.add((now - back) / 1e6);
            }
        }
        System.out.printf(
                "%nAfter the server is back: true %.0f ms after its first answer to us (median of %d, longest %.0f), %,.0f ms after it listens again%n",
                Bench.median(ours), RETURNS, Bench.percentile(ours, 1), Bench.median(whole));
    }

    private static void until(java.util.function.BooleanSupplier condition) {
        while (!condition.getAsBoolean()) LockSupport.parkNanos(1_000_000);
    }

    /// The same pods as we watch them, and as whole objects.
    private void bytes() throws Exception {
        bed.nodes("fleet-1");
        String namespace = bed.newNamespace();
        bed.kubectl()
                .out(
                        "create",
                        "deployment",
                        "web",
                        "--image=registry.example/web:1",
                        "--replicas=" + OBJECTS,
                        "-n",
                        namespace);
        bed.kubectl().out("rollout", "status", "deployment/web", "-n", namespace, "--timeout=120s");
        try (KubeCluster cluster = Bench.open(bed.adminKubeconfig())) {
            String table = "application/json;as=Table;v=v1;g=meta.k8s.io";
            String path = "/api/v1/namespaces/" + namespace + "/pods?includeObject=Metadata";
            System.out.printf("%n| %d pods | as we read them | whole objects | ratio |%n|---|---|---|---|%n", OBJECTS);
            long[] lists = {all(cluster.wire(), path, table), all(cluster.wire(), path, "application/json")};
            line("list", lists);
            String watch = path + "&watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan"
                    + "&allowWatchBookmarks=true&timeoutSeconds=8";
            long[] watched = new long[2];
            Thread first = Thread.startVirtualThread(() -> watched[0] = all(cluster.wire(), watch, table));
            Thread second =
                    Thread.startVirtualThread(() -> watched[1] = all(cluster.wire(), watch, "application/json"));
            LockSupport.parkNanos(1_500_000_000L);
            bed.kubectl().out("label", "pods", "--all", "seen=yes", "-n", namespace);
            first.join();
            second.join();
            line("list by watch and %d changes".formatted(OBJECTS), watched);
        }
    }

    private static void line(String what, long[] bytes) {
        System.out.printf("| %s | %,d | %,d | %.2f |%n", what, bytes[0], bytes[1], bytes[0] / (double) bytes[1]);
    }

    private static long all(Wire wire, String path, String accept) {
        try (Wire.Answer answer = wire.stream(path, accept, Duration.ofSeconds(30))) {
            long sum = 0;
            byte[] buffer = new byte[1 << 16];
            for (int count = answer.body().read(buffer);
                    count >= 0;
                    count = answer.body().read(buffer)) sum += count;
            return sum;
        } catch (KubeException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
