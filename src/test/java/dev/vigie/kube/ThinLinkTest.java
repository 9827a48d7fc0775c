package dev.vigie.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.promises.Shows;
import dev.vigie.testbed.FaultProxy;
import dev.vigie.testbed.Kubeconfigs;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Five thousand objects over a link of about one megabit a second.
@RealCluster
class ThinLinkTest {
    private static final int MANY = 5000;

    @Test
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    @Shows("N07")
    void five_thousand_objects_arrive_with_progress_shown_and_giving_up_is_quick(TestCluster bed, @TempDir Path folder)
            throws Exception {
        String namespace = bed.newNamespace();
        make(bed, namespace);
        try (FaultProxy proxy = new FaultProxy("127.0.0.1", bed.server().getPort());
                KubeCluster cluster = behind(proxy, bed, folder)) {
            Kind maps = Objects.requireNonNull(cluster.discovery().find("configmaps"));
            proxy.mode(FaultProxy.Mode.THROTTLE);
            Rows given = cluster.rows(maps, Namespaces.named(namespace));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> given.snapshot().state() instanceof Rows.State.Loading(int received, int _)
                            && received > 0);
            long began = System.nanoTime();
            given.close();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(500));

            Set<Integer> received = new ConcurrentSkipListSet<>();
            Set<Integer> expected = new ConcurrentSkipListSet<>();
            try (Rows rows = cluster.rows(maps, Namespaces.all());
                    AutoCloseable bell = rows.onChange(() -> {
                        if (rows.snapshot().state() instanceof Rows.State.Loading(int now, int all)) {
                            received.add(now);
                            expected.add(all);
                        } else if (!(rows.snapshot().state() instanceof Rows.State.Live)) received.add(-1);
                    })) {
                assertThat(bell).isNotNull();
                await().atMost(Duration.ofMinutes(2))
                        .until(() -> rows.snapshot().state() instanceof Rows.State.Live);
                assertThat(rows.snapshot().rows().stream()
                                .filter(row -> row.namespace().equals(namespace))
                                .count())
                        .isEqualTo(MANY + 1);
            }
            assertThat(received)
                    .as("progress, and never a failure")
                    .hasSizeGreaterThan(10)
                    .doesNotContain(-1);
            assertThat(expected).as("how many there will be").anyMatch(all -> all > MANY);
        }
    }

    private static KubeCluster behind(FaultProxy proxy, TestCluster bed, Path folder) throws Exception {
        String config = Kubeconfigs.withToken(
                "it", "https://127.0.0.1:" + proxy.port(), bed.pki().certificatePem(), bed.adminToken());
        return Opened.withToken(Files.writeString(folder.resolve("config"), config), bed.adminToken());
    }

    /// As many at a time as the server takes; kubectl would take minutes.
    private static void make(TestCluster bed, String namespace) throws Exception {
        try (KubeCluster cluster = Opened.withToken(bed.adminKubeconfig(), bed.adminToken())) {
            HttpWire wire = (HttpWire) cluster.wire();
            Semaphore turns = new Semaphore(20);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                String body = "{\"metadata\":{\"name\":\"map-" + i + "\"}}";
                turns.acquire();
                threads.add(Thread.startVirtualThread(() -> {
                    try {
                        wire.once(
                                        "POST",
                                        "/api/v1/namespaces/" + namespace + "/configmaps",
                                        body,
                                        Duration.ofSeconds(30))
                                .close();
                    } catch (KubeException e) {
                        throw new IllegalStateException(e);
                    } finally {
                        turns.release();
                    }
                }));
            }
            for (Thread thread : threads) thread.join();
        }
    }
}
