package dev.vigie.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.promises.Shows;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RealCluster
class AnnotationsOnRealClusterTest {
    private final KubeCluster cluster;

    AnnotationsOnRealClusterTest(TestCluster bed) throws KubeException {
        cluster = Opened.withToken(bed.adminKubeconfig(), bed.adminToken());
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    @Shows("B5")
    void annotations_are_in_the_rows_from_when_somebody_wants_them_and_follow_changes(TestCluster bed)
            throws Exception {
        String namespace = bed.newNamespace();
        bed.kubectl().out("create", "configmap", "one", "-n", namespace);
        bed.kubectl()
                .create(
                        "{apiVersion: v1, kind: ConfigMap, metadata: {name: two, annotations: {example.com/owner: "
                                + "long-".repeat(50_000) + "}}}",
                        "-n",
                        namespace);
        annotate(bed, namespace, "one", "example.com/owner=blue", "example.com/other=x");
        Kind maps = Objects.requireNonNull(cluster.discovery().find("configmaps"));
        try (Rows rows = cluster.rows(maps, Namespaces.named(namespace));
                Rows again = cluster.rows(maps, Namespaces.named(namespace))) {
            await().atMost(Duration.ofSeconds(10)).until(() -> rows.snapshot().state() instanceof Rows.State.Live);
            assertThat(annotations(rows, "one")).isEmpty();
            rows.keepAnnotations(List.of("example.com/owner"));
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> annotations(again, "one").equals(Map.of("example.com/owner", "blue")));
            assertThat(annotations(rows, "two").get("example.com/owner"))
                    .startsWith("long-long")
                    .hasSize(1_001)
                    .endsWith("…");
            annotate(bed, namespace, "one", "example.com/owner=green");
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> annotations(rows, "one").equals(Map.of("example.com/owner", "green")));
            assertThat(rows.snapshot().state()).isInstanceOf(Rows.State.Live.class);
        }
    }

    private static void annotate(TestCluster bed, String namespace, String name, String... pairs) {
        List<String> words =
                new java.util.ArrayList<>(List.of("annotate", "configmap", name, "-n", namespace, "--overwrite"));
        words.addAll(List.of(pairs));
        bed.kubectl().out(words.toArray(String[]::new));
    }

    private static Map<String, String> annotations(Rows rows, String name) {
        for (Row row : rows.snapshot().rows()) if (row.name().equals(name)) return Map.copyOf(row.annotations());
        return Map.of();
    }
}
