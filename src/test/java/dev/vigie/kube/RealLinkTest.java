package dev.vigie.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.kind.Namespaces;
import dev.vigie.promises.Shows;
import dev.vigie.testbed.ContainerNode;
import dev.vigie.testbed.RealNode;
import dev.vigie.testbed.TestCluster;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Vigie on one side of a real network link, the cluster on the other.
@RealNode
class RealLinkTest {
    @Test
    @Shows({"N04", "P5"})
    void a_link_that_goes_down_makes_rows_stale_within_fifteen_seconds_and_live_when_it_is_back(ContainerNode node)
            throws Exception {
        TestCluster bed = node.cluster();
        try (KubeCluster cluster = Opened.withToken(bed.adminKubeconfig(), bed.adminToken());
                Rows rows =
                        cluster.rows(Objects.requireNonNull(cluster.discovery().find("nodes")), Namespaces.all())) {
            await().atMost(Duration.ofSeconds(10)).until(() -> rows.snapshot().state() instanceof Rows.State.Live);
            assertThat(rows.snapshot().rows()).extracting(Row::name).containsExactly("real-1");
            node.linkDown();
            try {
                await().atMost(Duration.ofSeconds(15))
                        .until(() -> rows.snapshot().state() instanceof Rows.State.Stale);
                assertThat(rows.snapshot().rows())
                        .as("old rows stay")
                        .extracting(Row::name)
                        .containsExactly("real-1");
            } finally {
                node.linkUp();
            }
            await().atMost(Duration.ofSeconds(10)).until(() -> rows.snapshot().state() instanceof Rows.State.Live);
        }
    }
}
