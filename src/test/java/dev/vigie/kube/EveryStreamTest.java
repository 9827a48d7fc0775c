package dev.vigie.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.promises.Shows;
import dev.vigie.testbed.FaultProxy;
import dev.vigie.testbed.HttpFaults;
import dev.vigie.testbed.Kubeconfigs;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import dev.vigie.testbed.Vitals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Five tables, the details of an object and its events, all open at once: what they do together when the server is
/// away, silent, or merely ends its watches.
@RealCluster
class EveryStreamTest {
    private static final List<String> TABLES = List.of("configmaps", "pods", "services", "secrets", "events");

    @TempDir
    private Path folder = Path.of("");

    private final TestCluster bed;
    private final String namespace;

    EveryStreamTest(TestCluster bed) {
        this.bed = bed;
        namespace = bed.newNamespace();
        bed.kubectl().out("create", "configmap", "looked-at", "-n", namespace);
    }

    /// Everything a person may have open of one cluster.
    private final class Open implements AutoCloseable {
        final KubeCluster cluster;
        final List<Rows> tables = new ArrayList<>();
        final Objects details;
        final Objects events;

        Open(KubeCluster cluster) throws KubeException {
            this.cluster = cluster;
            for (String name : TABLES) tables.add(cluster.rows(kind(name), Namespaces.named(namespace)));
            details = cluster.objects(new Objects.Wanted.Named(kind("configmaps"), namespace, "looked-at"));
            events = cluster.objects(
                    new Objects.Wanted.Selected(kind("events"), namespace, "involvedObject.name=looked-at", ""));
            await().atMost(Duration.ofSeconds(20)).until(() -> all(Rows.State.Live.class));
        }

        private Kind kind(String name) throws KubeException {
            return java.util.Objects.requireNonNull(cluster.discovery().find(name));
        }

        List<Rows.State> states() {
            List<Rows.State> states = new ArrayList<>();
            tables.forEach(rows -> states.add(rows.snapshot().state()));
            states.add(details.snapshot().state());
            states.add(events.snapshot().state());
            return states;
        }

        boolean all(Class<? extends Rows.State> state) {
            return states().stream().allMatch(state::isInstance);
        }

        List<Long> versions() {
            List<Long> versions = new ArrayList<>();
            tables.forEach(rows -> versions.add(rows.snapshot().version()));
            versions.add(details.snapshot().version());
            versions.add(events.snapshot().version());
            return versions;
        }

        @Override
        public void close() {
            details.close();
            events.close();
            tables.forEach(Rows::close);
            cluster.close();
        }
    }

    private KubeCluster behind(FaultProxy proxy) throws KubeException, IOException {
        String config = Kubeconfigs.withToken(
                "it", "https://127.0.0.1:" + proxy.port(), bed.pki().certificatePem(), bed.adminToken());
        return Opened.withToken(Files.writeString(folder.resolve("config"), config), bed.adminToken());
    }

    private static void pass(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(5)).until(() -> true);
    }

    @Test
    @Shows("P5")
    void a_link_that_swallows_everything_makes_all_of_them_stale_and_a_call_fail_within_fifteen_seconds()
            throws Exception {
        try (FaultProxy proxy = new FaultProxy("127.0.0.1", bed.server().getPort());
                Open open = new Open(behind(proxy))) {
            Kind maps = open.kind("configmaps");
            proxy.mode(FaultProxy.Mode.BLACK_HOLE);
            Instant began = Instant.now();
            assertThatThrownBy(() -> open.cluster.count(maps, Namespaces.all())).isInstanceOf(KubeException.class);
            await().atMost(Duration.ofSeconds(15).minus(Duration.between(began, Instant.now())))
                    .until(() -> open.all(Rows.State.Stale.class)
                            && !open.cluster.reachability().reachable());
            proxy.mode(FaultProxy.Mode.PASS);
            bed.kubectl().out("annotate", "configmap", "looked-at", "seen=yes", "-n", namespace);
            await().atMost(Duration.ofSeconds(3))
                    .until(() -> open.all(Rows.State.Live.class)
                            && open.details.snapshot().objects().toString().contains("seen"));
        }
    }

    @Test
    @Shows({"P2", "N02"})
    void a_server_that_is_away_is_asked_once_in_four_seconds_for_all_of_them() throws Exception {
        try (FaultProxy proxy = new FaultProxy("127.0.0.1", bed.server().getPort());
                Open open = new Open(behind(proxy))) {
            proxy.mode(FaultProxy.Mode.REFUSE);
            proxy.reset();
            await().atMost(Duration.ofSeconds(5)).until(() -> open.all(Rows.State.Stale.class));
            // the first tries come sooner; from then on it goes on like this for ever
            pass(Duration.ofSeconds(8));
            int before = proxy.accepted();
            pass(Duration.ofSeconds(32));
            assertThat(proxy.accepted() - before).as("requests in 32 s").isBetween(4, 9);
            proxy.mode(FaultProxy.Mode.PASS);
            await().atMost(Duration.ofSeconds(6)).until(() -> open.all(Rows.State.Live.class));
        }
    }

    @Test
    @Shows("P3")
    void watches_that_the_server_ends_are_renewed_without_a_list_a_flicker_or_a_leak() throws Exception {
        try (HttpFaults faults = new HttpFaults(bed)) {
            faults.watchesLast(Duration.ofSeconds(3));
            try (Open open = new Open(Opened.withToken(faults.kubeconfig(), bed.adminToken()))) {
                // whatever the namespace still gets of its controllers has come
                pass(Duration.ofSeconds(3));
                List<Long> before = open.versions();
                Vitals.Held held = Vitals.held();
                List<String> wrong = new CopyOnWriteArrayList<>();
                for (Rows rows : open.tables) {
                    AutoCloseable _ = rows.onChange(() -> {
                        Rows.State now = rows.snapshot().state();
                        if (!(now instanceof Rows.State.Live))
                            wrong.add(rows.kind().plural() + " " + now);
                    });
                }
                faults.forgetAsked();
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> faults.count(HttpFaults.Asked::watches) >= 4L * before.size());
                assertThat(wrong).as("moments at which a table was not live").isEmpty();
                assertThat(open.versions()).as("no row left or came").isEqualTo(before);
                assertThat(faults.asked().stream()
                                .filter(asked -> asked.path().contains(namespace) && !asked.watches())
                                .toList())
                        .as("lists and reads")
                        .isEmpty();
                await().atMost(Duration.ofSeconds(35)).untilAsserted(() -> {
                    assertThat(Vitals.held().virtual()).isLessThan(held.virtual() + 10);
                    assertThat(Vitals.held().sockets()).isLessThan(held.sockets() + 10);
                });
                bed.kubectl().out("create", "configmap", "after", "-n", namespace);
                await().atMost(Duration.ofSeconds(2))
                        .until(() -> open.tables.getFirst().snapshot().rows().stream()
                                .anyMatch(row -> row.name().equals("after")));
            }
        }
    }
}
