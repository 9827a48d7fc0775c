package dev.vigie.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.promises.Shows;
import dev.vigie.testbed.Kubectl;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@RealCluster
class LiveRowsOnRealClusterTest {
    private final KubeCluster cluster;

    LiveRowsOnRealClusterTest(TestCluster bed) throws KubeException {
        cluster = Opened.withToken(bed.adminKubeconfig(), bed.adminToken());
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    @Shows({"B1", "P4"})
    void after_a_thousand_random_changes_the_rows_are_the_servers(TestCluster bed) throws Exception {
        String namespace = bed.newNamespace();
        try (Rows rows = cluster.rows(kind("configmaps"), Namespaces.named(namespace))) {
            live(rows);
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(7);
            List<String> names = new ArrayList<>();
            for (int batch = 0; batch < 40; batch++) change(bed, namespace, names, random, batch);
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(ours(rows)).isEqualTo(servers(bed, namespace)));
        }
    }

    /// 25 creates, patches and deletes, sent as few commands.
    private static void change(
            TestCluster bed, String namespace, List<String> names, RandomGenerator random, int batch) {
        StringBuilder applied = new StringBuilder();
        List<String> deleted = new ArrayList<>(List.of("delete", "configmap", "-n", namespace, "--wait=false"));
        for (int i = 0; i < 25; i++) {
            boolean old = !names.isEmpty() && random.nextInt(3) > 0;
            String name = old ? names.get(random.nextInt(names.size())) : "map-" + batch + "-" + i;
            if (old && random.nextInt(3) == 0) {
                names.remove(name);
                deleted.add(name);
            } else if (!deleted.contains(name)) {
                if (!old) names.add(name);
                applied.append("---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: ")
                        .append(name)
                        .append("}\ndata: {")
                        .append(keys(random))
                        .append("}\n");
            }
        }
        if (applied.length() > 0) bed.kubectl().apply(applied.toString(), "-n", namespace);
        if (deleted.size() > 5) bed.kubectl().run(deleted.toArray(String[]::new));
    }

    private static String keys(RandomGenerator random) {
        StringBuilder keys = new StringBuilder();
        for (int k = 0; k <= random.nextInt(6); k++)
            keys.append(k == 0 ? "" : ", ")
                    .append("k")
                    .append(k)
                    .append(": \"")
                    .append(random.nextInt())
                    .append('"');
        return keys.toString();
    }

    @Test
    @Shows({"N01", "C6"})
    void a_killed_api_server_makes_rows_stale_and_its_return_makes_them_live_without_a_list(TestCluster bed)
            throws Exception {
        String namespace = bed.newNamespace();
        bed.kubectl().out("create", "configmap", "before", "-n", namespace);
        try (Rows rows = cluster.rows(kind("configmaps"), Namespaces.named(namespace))) {
            live(rows);
            List<Rows.Snapshot> seen = new ArrayList<>();
            bed.killApiServer();
            await().atMost(Duration.ofSeconds(5)).until(() -> rows.snapshot().state() instanceof Rows.State.Stale);
            seen.add(rows.snapshot());
            assertThat(ours(rows)).as("old rows stay").hasSize(2);
            bed.startApiServer();
            await().atMost(Duration.ofSeconds(5)).until(() -> rows.snapshot().state() instanceof Rows.State.Live);
            bed.kubectl().out("create", "configmap", "after", "-n", namespace);
            await().atMost(Duration.ofSeconds(2))
                    .untilAsserted(() -> assertThat(ours(rows)).isEqualTo(servers(bed, namespace)));
            assertThat(seen).hasSize(1);
        }
    }

    @Test
    @Shows({"P1", "N09"})
    void a_forgotten_history_is_listed_again_once_and_no_row_is_lost(TestCluster bed) throws Exception {
        String namespace = bed.newNamespace();
        try (Rows rows = cluster.rows(kind("configmaps"), Namespaces.named(namespace))) {
            live(rows);
            bed.killApiServer();
            await().atMost(Duration.ofSeconds(5)).until(() -> rows.snapshot().state() instanceof Rows.State.Stale);
            bed.startApiServer();
            for (int i = 0; i < 5; i++) bed.kubectl().out("create", "configmap", "new-" + i, "-n", namespace);
            bed.forgetHistory();
            await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
                assertThat(rows.snapshot().state()).isInstanceOf(Rows.State.Live.class);
                assertThat(ours(rows)).isEqualTo(servers(bed, namespace));
            });
        }
    }

    @Test
    @Shows("A07")
    void a_viewer_of_one_namespace_sees_it_and_is_told_what_is_forbidden_elsewhere(TestCluster bed) throws Exception {
        try (KubeCluster viewer = Opened.withToken(bed.viewerKubeconfig(), bed.viewerToken());
                Rows home = viewer.rows(kind("configmaps"), Namespaces.named(bed.viewerNamespace()));
                Rows all = viewer.rows(kind("configmaps"), Namespaces.all());
                Rows both = viewer.rows(kind("configmaps"), Namespaces.named(bed.viewerNamespace(), "kube-system"))) {
            live(home);
            live(both);
            await().until(() -> all.snapshot().state() instanceof Rows.State.Forbidden);
            assertThat(all.snapshot().state())
                    .isEqualTo(
                            new Rows.State.Forbidden(
                                    new KubeFailure.Forbidden(
                                            "viewer",
                                            "list",
                                            "configmaps",
                                            "",
                                            "configmaps is forbidden: User \"viewer\" cannot list resource \"configmaps\" in API group \"\" at the cluster scope")));
            await().untilAsserted(
                            () -> assertThat(((Rows.State.Live) both.snapshot().state()).refused())
                                    .extracting(KubeFailure.Forbidden::namespace)
                                    .containsExactly("kube-system"));
            assertThat(viewer.identity().user()).isEqualTo("viewer");
        }
    }

    private Kind kind(String name) throws KubeException {
        return Objects.requireNonNull(cluster.discovery().find(name));
    }

    private static void live(Rows rows) {
        await().atMost(Duration.ofSeconds(10)).until(() -> rows.snapshot().state() instanceof Rows.State.Live);
    }

    private static List<String> ours(Rows rows) {
        return rows.snapshot().rows().stream()
                .map(row -> row.uid() + " " + row.name() + " " + row.cell(1))
                .sorted()
                .toList();
    }

    private static List<String> servers(TestCluster bed, String namespace) {
        Kubectl kubectl = bed.kubectl();
        List<String> lines = new ArrayList<>();
        for (JsonNode item : kubectl.json("get", "configmaps", "-n", namespace).path("items")) {
            lines.add(item.path("metadata").path("uid").asString() + " "
                    + item.path("metadata").path("name").asString() + " "
                    + item.path("data").size());
        }
        return lines.stream().sorted().toList();
    }
}
