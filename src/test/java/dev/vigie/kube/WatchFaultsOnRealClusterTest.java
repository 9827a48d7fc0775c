package dev.vigie.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.kind.Namespaces;
import dev.vigie.promises.Shows;
import dev.vigie.testbed.HttpFaults;
import dev.vigie.testbed.HttpFaults.Asked;
import dev.vigie.testbed.HttpFaults.Fault;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Watches of the real API server that go wrong in the middle; kubectl says what is right.
@RealCluster
class WatchFaultsOnRealClusterTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    /// two pauses that double, each up to twice as long by chance
    private static final Duration BACKOFF = Duration.ofSeconds(12);

    private final TestCluster bed;
    private final HttpFaults faults;
    private final KubeCluster cluster;
    private final String namespace;
    private final Predicate<Asked> watches;
    private final Predicate<Asked> lists;

    WatchFaultsOnRealClusterTest(TestCluster bed) throws KubeException {
        this.bed = bed;
        faults = new HttpFaults(bed);
        cluster = Opened.withToken(faults.kubeconfig(), bed.adminToken());
        namespace = bed.newNamespace();
        String collection = "/api/v1/namespaces/" + namespace + "/configmaps";
        watches = asked -> asked.path().equals(collection) && asked.watches();
        lists = asked -> asked.path().equals(collection) && !asked.watches();
    }

    @AfterEach
    void close() {
        cluster.close();
        faults.close();
    }

    @Test
    @Shows({"P1", "N09"})
    void a_watch_that_loses_events_and_is_gone_costs_one_list_and_no_row() throws Exception {
        faults.next(1, watches, Fault.forgets(1));
        try (Rows rows = live()) {
            for (String name : List.of("one", "two", "three"))
                bed.kubectl().out("create", "configmap", name, "-n", namespace);
            equal(rows);
            bed.kubectl().out("delete", "configmap", "two", "-n", namespace);
            equal(rows);
            assertThat(faults.count(lists)).as("the first list, and one more").isEqualTo(2);
        }
    }

    @Test
    @Shows("N08")
    void half_an_event_is_no_event_and_costs_no_list() throws Exception {
        faults.next(1, watches, Fault.halves(1));
        try (Rows rows = live()) {
            for (String name : List.of("one", "two", "three"))
                bed.kubectl().out("create", "configmap", name, "-n", namespace);
            equal(rows);
            assertThat(faults.count(lists)).isEqualTo(1);
        }
    }

    @Test
    @Shows("N13")
    void bursts_of_server_errors_are_read_past() throws Exception {
        faults.next(2, lists, Fault.status(500, "InternalError", "etcdserver: leader changed"));
        faults.next(2, watches, Fault.status(503, "ServiceUnavailable", "etcdserver: no leader"));
        try (Rows rows = rows()) {
            bed.kubectl().out("create", "configmap", "one", "-n", namespace);
            await().atMost(BACKOFF).until(() -> faults.count(watches) == 3);
            equal(rows, BACKOFF);
            assertThat(faults.count(lists)).as("two that failed, and one").isEqualTo(3);
            bed.kubectl().out("create", "configmap", "two", "-n", namespace);
            equal(rows, BACKOFF);
            assertThat(faults.count(watches)).as("two that failed, and one").isEqualTo(3);
        }
    }

    @Test
    @Shows({"N12", "P4"})
    void a_busy_server_is_left_alone_for_as_long_as_it_says_and_that_is_said() throws Exception {
        try (Rows rows = live()) {
            Fault.Status busy = Fault.status(429, "TooManyRequests", "come later");
            faults.next(1, watches, new Fault.Status(429, busy.body(), Map.of("Retry-After", "3")));
            faults.forgetAsked();
            faults.cut();
            await().atMost(SOON)
                    .until(() -> rows.snapshot().state() instanceof Rows.State.Stale stale
                            && stale.why() instanceof KubeFailure.Busy);
            bed.kubectl().out("create", "configmap", "one", "-n", namespace);
            equal(rows);
            List<Instant> asked =
                    faults.asked().stream().filter(watches).map(Asked::at).toList();
            assertThat(asked).hasSize(2);
            assertThat(Duration.between(asked.get(0), asked.get(1))).isGreaterThanOrEqualTo(Duration.ofMillis(2990));
            assertThat(faults.count(lists)).isZero();
        }
    }

    @Test
    void a_slow_server_is_waited_for_and_the_rows_are_loading_until_then() throws Exception {
        faults.next(1, lists, new Fault.Delay(Duration.ofSeconds(2)));
        try (Rows rows = rows()) {
            await().until(() -> faults.count(lists) == 1);
            assertThat(rows.snapshot().state()).isInstanceOf(Rows.State.Loading.class);
            equal(rows);
            assertThat(faults.count(lists)).isEqualTo(1);
        }
    }

    private Rows rows() throws KubeException {
        return cluster.rows(
                Objects.requireNonNull(cluster.discovery().find("configmaps")), Namespaces.named(namespace));
    }

    private Rows live() throws KubeException {
        Rows rows = rows();
        await().atMost(SOON).until(() -> rows.snapshot().state() instanceof Rows.State.Live);
        return rows;
    }

    private void equal(Rows rows) {
        equal(rows, SOON);
    }

    private void equal(Rows rows, Duration limit) {
        await().atMost(limit).untilAsserted(() -> {
            assertThat(rows.snapshot().state()).isInstanceOf(Rows.State.Live.class);
            assertThat(rows.snapshot().rows().stream()
                            .map(row -> row.name() + " " + row.uid())
                            .sorted()
                            .toList())
                    .isEqualTo(servers());
        });
    }

    private List<String> servers() {
        return bed.kubectl()
                .out(
                        "get",
                        "configmaps",
                        "-n",
                        namespace,
                        "-o",
                        "jsonpath={range .items[*]}{.metadata.name} {.metadata.uid}{\"\\n\"}{end}")
                .lines()
                .filter(line -> !line.isBlank())
                .sorted()
                .toList();
    }
}
