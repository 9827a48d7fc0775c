package dev.vigie.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.kind.Column;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.promises.Shows;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RealCluster
class RowsAgainstKubectlTest {
    private KubeCluster cluster;

    RowsAgainstKubectlTest(TestCluster bed) throws KubeException {
        cluster = Opened.withToken(bed.adminKubeconfig(), bed.adminToken());
    }

    @BeforeEach
    void content(TestCluster bed) {
        bed.nodes("node-1", "node-2");
        bed.kubectl().apply(Content.CRD);
        bed.kubectl().out("wait", "--for=condition=Established", "crd/lookouts.vigie.dev", "--timeout=30s");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> bed.kubectl().run("get", "lookouts", "-A").exit() == 0);
        bed.kubectl().apply(Content.SHOP);
        bed.kubectl().out("rollout", "status", "deployment/api", "-n", "shop", "--timeout=60s");
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    @Shows({"B1", "B2"})
    void every_kind_that_discovery_lists_shows_what_kubectl_shows(TestCluster bed) throws KubeException {
        List<Kind> kinds = cluster.discovery().kinds();
        assertThat(kinds).extracting(Kind::resource).contains("pods", "deployments.apps", "lookouts.vigie.dev");
        List<String> differences = new ArrayList<>();
        for (Kind kind : kinds) differences.addAll(differences(bed, kind));
        assertThat(differences).isEmpty();
        assertThat(kinds).hasSizeGreaterThan(50);
    }

    /// Both are read again for a while, because events, leases and the like change between two looks.
    private List<String> differences(TestCluster bed, Kind kind) {
        List<String> last = List.of();
        try (Rows rows = cluster.rows(kind, Namespaces.all())) {
            for (int look = 0; look < 20; look++) {
                await(kind.resource())
                        .atMost(Duration.ofSeconds(15))
                        .until(() -> rows.snapshot().state() instanceof Rows.State.Live);
                List<String> ours = Printed.lines(rows.snapshot(), kind);
                List<String> theirs = Printed.kubectl(bed, kind);
                if (ours.equals(theirs)) return List.of();
                last = List.of(
                        kind.resource() + "\n  ours   " + minus(ours, theirs) + "\n  theirs " + minus(theirs, ours));
            }
        }
        return last;
    }

    private static List<String> minus(List<String> all, List<String> without) {
        List<String> rest = new ArrayList<>(all);
        rest.removeAll(without);
        return rest;
    }

    @Test
    @Shows("U19")
    void a_kind_made_on_the_spot_shows_its_own_columns() throws KubeException {
        Kind lookouts = cluster.discovery().find("lookouts");
        assertThat(lookouts).isNotNull();
        try (Rows rows = cluster.rows(java.util.Objects.requireNonNull(lookouts), Namespaces.named("shop"))) {
            await().until(() -> !rows.snapshot().rows().isEmpty());
            Rows.Snapshot snapshot = rows.snapshot();
            assertThat(snapshot.columns())
                    .extracting(Column::name)
                    .containsExactly("Name", "Height", "Since", "Horizon");
            assertThat(snapshot.rows().getFirst().cell(0)).isEqualTo("main-mast");
            assertThat(snapshot.rows().getFirst().cell(1)).isEqualTo("31");
        }
    }
}
