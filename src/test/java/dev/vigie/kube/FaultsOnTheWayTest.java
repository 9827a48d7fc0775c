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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The network between Vigie and the real API server goes wrong.
@RealCluster
class FaultsOnTheWayTest {
    private final TestCluster bed;
    private final FaultProxy proxy;
    private final String namespace;
    private final KubeCluster cluster;

    FaultsOnTheWayTest(TestCluster bed, @TempDir Path folder) throws KubeException, IOException {
        this.bed = bed;
        proxy = new FaultProxy("127.0.0.1", bed.server().getPort());
        namespace = bed.newNamespace();
        String config = Kubeconfigs.withToken(
                "it", "https://127.0.0.1:" + proxy.port(), bed.pki().certificatePem(), bed.adminToken());
        cluster = Opened.withToken(Files.writeString(folder.resolve("config"), config), bed.adminToken());
    }

    @AfterEach
    void close() {
        cluster.close();
        proxy.close();
    }

    @Test
    @Shows({"N04", "P5"})
    void a_link_that_swallows_everything_is_said_to_be_stale_within_fifteen_seconds() throws Exception {
        try (Rows rows = rows()) {
            proxy.mode(FaultProxy.Mode.BLACK_HOLE);
            await().atMost(Duration.ofSeconds(15)).until(() -> rows.snapshot().state() instanceof Rows.State.Stale);
            bed.kubectl().out("create", "configmap", "meanwhile", "-n", namespace);
            assertThat(names(rows)).doesNotContain("meanwhile");
            proxy.mode(FaultProxy.Mode.PASS);
            await().atMost(Duration.ofSeconds(8)).untilAsserted(() -> {
                assertThat(rows.snapshot().state()).isInstanceOf(Rows.State.Live.class);
                assertThat(names(rows)).contains("meanwhile");
            });
        }
    }

    @Test
    @Shows("N04")
    void connections_that_a_firewall_forgot_are_replaced_by_new_ones() throws Exception {
        try (Rows rows = rows()) {
            proxy.forget();
            await().atMost(Duration.ofSeconds(15)).until(() -> rows.snapshot().state() instanceof Rows.State.Stale);
            bed.kubectl().out("create", "configmap", "unheard", "-n", namespace);
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                assertThat(rows.snapshot().state()).isInstanceOf(Rows.State.Live.class);
                assertThat(names(rows)).contains("unheard");
            });
            assertThat(cluster.version()).startsWith("v1.");
        }
    }

    @Test
    @Shows("N03")
    void after_a_reset_of_every_connection_the_rows_are_right_within_three_seconds() throws Exception {
        try (Rows rows = rows()) {
            proxy.reset();
            bed.kubectl().out("create", "configmap", "after-reset", "-n", namespace);
            await().atMost(Duration.ofSeconds(3)).untilAsserted(() -> {
                assertThat(rows.snapshot().state()).isInstanceOf(Rows.State.Live.class);
                assertThat(names(rows)).contains("after-reset");
            });
        }
    }

    @Test
    @Shows("N08")
    void bytes_that_come_one_by_one_are_read_all_the_same() throws Exception {
        proxy.mode(FaultProxy.Mode.SLICE);
        try (Rows rows = rows()) {
            bed.kubectl().out("create", "configmap", "sliced", "-n", namespace);
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(names(rows)).contains("sliced"));
        }
    }

    @Test
    @Shows("N08")
    void connections_that_are_cut_in_the_middle_of_their_encrypted_bytes_leave_the_rows_right() throws Exception {
        bed.kubectl()
                .create(
                        IntStream.range(0, 60)
                                .mapToObj(
                                        i -> "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: cut-" + i + "}\n")
                                .collect(Collectors.joining()),
                        "-n",
                        namespace);
        try (Rows rows = rows()) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(3);
            for (int seed = 0; seed < 5; seed++) {
                proxy.cutAfter(random.nextInt(1, 2_500));
                proxy.reset();
                bed.kubectl().out("create", "configmap", "seed-" + seed, "-n", namespace);
                await().atMost(Duration.ofSeconds(10)).until(() -> proxy.cuts() > 0);
                proxy.cutAfter(-1);
                rows.tryNow();
                await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                    assertThat(rows.snapshot().state()).isInstanceOf(Rows.State.Live.class);
                    assertThat(names(rows).stream().sorted().toList()).isEqualTo(servers());
                });
            }
        }
    }

    @Test
    void a_port_that_refuses_makes_the_rows_stale_at_once_and_live_when_it_listens_again() throws Exception {
        try (Rows rows = rows()) {
            proxy.hangUp();
            proxy.reset();
            await().atMost(Duration.ofSeconds(2)).until(() -> rows.snapshot().state() instanceof Rows.State.Stale);
            assertThat(((Rows.State.Stale) rows.snapshot().state()).why())
                    .isInstanceOfSatisfying(
                            KubeFailure.Unreachable.class,
                            why -> assertThat(why.cause()).isEqualTo(KubeFailure.Cause.REFUSED));
            bed.kubectl().out("create", "configmap", "behind-a-closed-door", "-n", namespace);
            proxy.listen();
            await().atMost(Duration.ofSeconds(6)).untilAsserted(() -> {
                assertThat(rows.snapshot().state()).isInstanceOf(Rows.State.Live.class);
                assertThat(names(rows).stream().sorted().toList()).isEqualTo(servers());
            });
        }
    }

    @Test
    @Shows("N02")
    void a_server_that_is_away_is_asked_by_one_and_not_by_each_open_list() throws Exception {
        List<Rows> open = new ArrayList<>();
        for (String name : List.of("configmaps", "pods", "services", "secrets", "events")) {
            open.add(cluster.rows(kind(name), Namespaces.all()));
        }
        for (Rows rows : open) await().until(() -> rows.snapshot().state() instanceof Rows.State.Live);
        proxy.mode(FaultProxy.Mode.REFUSE);
        proxy.reset();
        for (Rows rows : open) {
            await().atMost(Duration.ofSeconds(5)).until(() -> rows.snapshot().state() instanceof Rows.State.Stale);
        }
        await().pollDelay(Duration.ofSeconds(8)).until(() -> true);
        int before = proxy.accepted();
        await().pollDelay(Duration.ofSeconds(16)).atMost(Duration.ofSeconds(20)).until(() -> true);
        assertThat(proxy.accepted() - before).as("requests in 16 s").isBetween(2, 5);
        for (Rows rows : open) rows.close();
    }

    @Test
    void three_hundred_open_streams_leave_calls_fast() throws Exception {
        List<Wire.Answer> streams = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                streams.add(cluster.wire().stream(
                        "/api/v1/configmaps?watch=1&labelSelector=n%3D" + i,
                        "application/json",
                        Duration.ofSeconds(90)));
            }
            List<Long> millis = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                long began = System.nanoTime();
                assertThat(cluster.version()).startsWith("v1.");
                millis.add((System.nanoTime() - began) / 1_000_000);
            }
            assertThat(millis.stream().sorted().toList().get(2))
                    .as("median of " + millis + " ms")
                    .isLessThan(1000L);
        } finally {
            streams.forEach(Wire.Answer::close);
        }
    }

    private Rows rows() throws KubeException {
        Rows rows = cluster.rows(kind("configmaps"), Namespaces.named(namespace));
        await().atMost(Duration.ofSeconds(20)).until(() -> rows.snapshot().state() instanceof Rows.State.Live);
        return rows;
    }

    private Kind kind(String name) throws KubeException {
        return Objects.requireNonNull(cluster.discovery().find(name));
    }

    private List<String> servers() {
        return bed.kubectl()
                .out("get", "configmaps", "-n", namespace, "-o", "name")
                .lines()
                .map(line -> line.substring(line.indexOf('/') + 1))
                .sorted()
                .toList();
    }

    private static List<String> names(Rows rows) {
        return rows.snapshot().rows().stream().map(Row::name).toList();
    }
}
