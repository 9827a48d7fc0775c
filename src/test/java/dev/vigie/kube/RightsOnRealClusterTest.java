package dev.vigie.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.promises.Shows;
import dev.vigie.testbed.HttpFaults;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Those who may not do everything, and servers of which a part is broken.
@RealCluster
class RightsOnRealClusterTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String NOWHERE = """
            apiVersion: apiregistration.k8s.io/v1
            kind: APIService
            metadata: {name: v1alpha1.nowhere.vigie.dev}
            spec:
              group: nowhere.vigie.dev
              version: v1alpha1
              service: {name: nobody, namespace: default, port: 443}
              insecureSkipTLSVerify: true
              groupPriorityMinimum: 100
              versionPriority: 100
            """;
    private static final String LISTER = """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: lister}
            rules: [{apiGroups: [""], resources: [configmaps], verbs: [VERBS]}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: lister}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: lister}
            subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: lister}]
            """;

    private final TestCluster bed;
    private final HttpFaults faults;

    RightsOnRealClusterTest(TestCluster bed) {
        this.bed = bed;
        faults = new HttpFaults(bed);
    }

    @AfterEach
    void close() {
        faults.close();
    }

    @Test
    @Shows({"A08", "A09"})
    void who_may_list_but_not_watch_sees_what_changes_is_told_and_loses_the_rows_with_the_right(@TempDir Path folder)
            throws Exception {
        String namespace = bed.newNamespace();
        bed.kubectl().apply(LISTER.replace("VERBS", "list"), "-n", namespace);
        try (KubeCluster cluster = lister(folder);
                Rows rows = cluster.rows(kind(cluster, "configmaps"), Namespaces.named(namespace))) {
            await().atMost(SOON)
                    .until(() -> rows.snapshot().state() instanceof Rows.State.Live live
                            && !live.refused().isEmpty());
            assertThat(((Rows.State.Live) rows.snapshot().state()).refused())
                    .containsExactly(new KubeFailure.Forbidden(
                            "lister",
                            "watch",
                            "configmaps",
                            namespace,
                            "configmaps is forbidden: User \"lister\" cannot watch resource \"configmaps\" in API group \"\" in the namespace \""
                                    + namespace + "\""));
            faults.forget();
            bed.kubectl().out("create", "configmap", "later", "-n", namespace);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(names(rows)).isEqualTo(servers(namespace)));
            assertThat(faults.count(asked -> asked.path().endsWith("/configmaps") && !asked.watches()))
                    .as("lists in fifteen seconds")
                    .isBetween(1L, 2L);
            bed.kubectl().apply(LISTER.replace("VERBS", "list, watch"), "-n", namespace);
            await().atMost(SOON).until(() -> {
                rows.tryNow();
                return rows.snapshot().state() instanceof Rows.State.Live live
                        && live.refused().isEmpty();
            });
            bed.kubectl().out("delete", "rolebinding", "lister", "-n", namespace);
            // the server goes on with a watch that it once allowed
            await().atMost(SOON).pollInterval(Duration.ofMillis(500)).until(() -> {
                faults.cut();
                rows.tryNow();
                return rows.snapshot().state() instanceof Rows.State.Forbidden;
            });
            assertThat(rows.snapshot().rows()).isEmpty();
        }
    }

    @Test
    void a_kind_without_the_verb_watch_is_listed_and_never_watched() throws Exception {
        try (KubeCluster cluster = Opened.withToken(faults.kubeconfig(), bed.adminToken());
                Rows rows = cluster.rows(kind(cluster, "componentstatuses"), Namespaces.all())) {
            await().atMost(SOON).until(() -> rows.snapshot().state() instanceof Rows.State.Live);
            List<String> kubectls = bed.kubectl()
                    .out("get", "componentstatuses", "-o", "name")
                    .lines()
                    .map(line -> line.substring(line.indexOf('/') + 1))
                    .sorted()
                    .toList();
            assertThat(names(rows)).isEqualTo(kubectls).isNotEmpty();
            assertThat(((Rows.State.Live) rows.snapshot().state()).refused()).isEmpty();
            rows.tryNow();
            await().atMost(SOON).until(() -> faults.count(asked -> asked.path().endsWith("/componentstatuses")) >= 2);
            assertThat(faults.count(asked -> asked.path().endsWith("/componentstatuses") && asked.watches()))
                    .isZero();
            assertThat(names(rows)).isEqualTo(kubectls);
        }
    }

    @Test
    @Shows("E18")
    void an_aggregated_group_that_leads_nowhere_hides_no_other_kind_and_is_named() throws Exception {
        try (KubeCluster cluster = Opened.withToken(bed.adminKubeconfig(), bed.adminToken())) {
            List<String> before = resources(cluster.discovery());
            bed.kubectl().apply(NOWHERE);
            try {
                await().atMost(Duration.ofSeconds(15))
                        .untilAsserted(() -> assertThat(cluster.discovery().failedGroups())
                                .extracting(Cluster.Discovery.BrokenGroup::groupVersion)
                                .contains("nowhere.vigie.dev/v1alpha1"));
                assertThat(resources(cluster.discovery())).isEqualTo(before);
                try (Rows rows = cluster.rows(kind(cluster, "namespaces"), Namespaces.all())) {
                    await().atMost(SOON).until(() -> rows.snapshot().state() instanceof Rows.State.Live);
                    assertThat(names(rows)).contains("default");
                }
            } finally {
                bed.kubectl().out("delete", "apiservice", "v1alpha1.nowhere.vigie.dev");
            }
        }
    }

    @Test
    @Shows("N01")
    void a_server_that_comes_back_and_does_not_know_its_users_rights_yet_takes_no_rows_away() throws Exception {
        try (KubeCluster viewer = Opened.withToken(bed.viewerKubeconfig(), bed.viewerToken());
                Rows rows = viewer.rows(kind(viewer, "configmaps"), Namespaces.named(bed.viewerNamespace()))) {
            await().atMost(SOON).until(() -> rows.snapshot().state() instanceof Rows.State.Live);
            List<String> before = names(rows);
            List<String> wrong = new CopyOnWriteArrayList<>();
            AutoCloseable bell = rows.onChange(() -> {
                Rows.Snapshot now = rows.snapshot();
                boolean kept = now.state() instanceof Rows.State.Live || now.state() instanceof Rows.State.Stale;
                if (!kept || now.rows().isEmpty()) wrong.add(now.state().toString());
            });
            bed.killApiServer();
            await().atMost(Duration.ofSeconds(2)).until(() -> rows.snapshot().state() instanceof Rows.State.Stale);
            bed.startApiServer();
            await().atMost(Duration.ofSeconds(5)).until(() -> rows.snapshot().state() instanceof Rows.State.Live);
            bell.close();
            assertThat(wrong).isEmpty();
            assertThat(names(rows)).isEqualTo(before).isNotEmpty();
        }
    }

    private KubeCluster lister(Path folder) throws KubeException, IOException {
        String config = Files.readString(faults.kubeconfig())
                .replace("token: " + bed.adminToken(), "token: " + bed.adminToken() + ", as: lister");
        assertThat(config).contains("as: lister");
        return Opened.withToken(Files.writeString(folder.resolve("config"), config), bed.adminToken());
    }

    private static Kind kind(KubeCluster cluster, String name) throws KubeException {
        return Objects.requireNonNull(cluster.discovery().find(name));
    }

    private static List<String> resources(Cluster.Discovery discovery) {
        return discovery.kinds().stream().map(Kind::resource).toList();
    }

    private static List<String> names(Rows rows) {
        return rows.snapshot().rows().stream().map(Row::name).sorted().toList();
    }

    private List<String> servers(String namespace) {
        return bed.kubectl()
                .out("get", "configmaps", "-n", namespace, "-o", "name")
                .lines()
                .map(line -> line.substring(line.indexOf('/') + 1))
                .sorted()
                .toList();
    }
}
