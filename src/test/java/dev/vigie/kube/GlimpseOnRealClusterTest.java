package dev.vigie.kube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// A kind read once, beside what was made.
@RealCluster
class GlimpseOnRealClusterTest {
    private final TestCluster bed;

    GlimpseOnRealClusterTest(TestCluster bed) {
        this.bed = bed;
    }

    private void maps(String namespace, int count) {
        StringBuilder yaml = new StringBuilder();
        for (int i = 0; i < count; i++)
            yaml.append("---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: map-" + i + "}\n");
        bed.kubectl().create(yaml.toString(), "-n", namespace);
    }

    @Test
    void few_are_read_whole_and_many_are_only_counted() throws Exception {
        String one = bed.newNamespace();
        String other = bed.newNamespace();
        maps(one, 3);
        maps(other, 12);
        try (Cluster cluster = Opened.withToken(bed.adminKubeconfig(), bed.adminToken())) {
            Kind kind = Objects.requireNonNull(cluster.discovery().find("configmaps"));
            Namespaces both = Namespaces.named(one, other);
            // the controllers make one more in each
            Glimpse all = cluster.glimpse(kind, both, 20, Glimpse.Depth.NAMED);
            Rows.Snapshot rows = Objects.requireNonNull(all.all());
            assertThat(all.count()).isEqualTo(17).isEqualTo(rows.rows().size());
            assertThat(rows.rows()).extracting(Row::namespace).containsOnly(one, other);
            assertThat(rows.rows()).noneMatch(row -> row.uid().isEmpty());

            Glimpse printed = cluster.glimpse(kind, Namespaces.named(one), 20, Glimpse.Depth.PRINTED);
            assertThat(Objects.requireNonNull(printed.all()).rows())
                    .extracting(Row::name)
                    .containsExactlyInAnyOrder("kube-root-ca.crt", "map-0", "map-1", "map-2");

            assertThat(cluster.glimpse(kind, both, 5, Glimpse.Depth.PRINTED)).isEqualTo(new Glimpse(17, null));
            assertThat(List.of(cluster.count(kind, both).orElse(-1))).containsExactly(17L);
        }
    }
}
