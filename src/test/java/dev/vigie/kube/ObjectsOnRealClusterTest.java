package dev.vigie.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.kind.Kind;
import dev.vigie.testbed.HttpFaults;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Whole objects that are looked at, on the real API server.
@RealCluster
class ObjectsOnRealClusterTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final TestCluster bed;
    private final String namespace;
    private final KubeCluster cluster;

    ObjectsOnRealClusterTest(TestCluster bed) throws KubeException {
        this.bed = bed;
        namespace = bed.newNamespace();
        cluster = Opened.withToken(bed.adminKubeconfig(), bed.adminToken());
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    private static Kind kind(Cluster cluster, String word) throws KubeException {
        return java.util.Objects.requireNonNull(cluster.discovery().find(word));
    }

    private Objects map(Cluster from) throws KubeException {
        return from.objects(new Objects.Wanted.Named(kind(from, "configmaps"), namespace, "a"));
    }

    private void kubectl(String... words) {
        List<String> all = new java.util.ArrayList<>(List.of(words));
        all.addAll(List.of("-n", namespace));
        assertThat(bed.kubectl().run(all.toArray(String[]::new)).exit())
                .as(String.join(" ", words))
                .isZero();
    }

    private static String value(Objects objects) {
        List<JsonNode> all = objects.snapshot().objects();
        return all.isEmpty() ? "none" : all.getFirst().path("data").path("x").asString("");
    }

    private static boolean live(Objects objects) {
        return objects.snapshot().state() instanceof Rows.State.Live;
    }

    @Test
    void an_object_is_followed_through_change_deletion_and_return() throws Exception {
        kubectl("create", "configmap", "a", "--from-literal=x=1");
        try (Objects objects = map(cluster)) {
            await().atMost(SOON).until(() -> value(objects).equals("1"));
            JsonNode told = objects.snapshot().objects().getFirst();
            assertThat(told.path("kind").asString("")).isEqualTo("ConfigMap");
            assertThat(told.path("apiVersion").asString("")).isEqualTo("v1");
            kubectl("patch", "configmap", "a", "-p", "{\"data\":{\"x\":\"2\"}}");
            await().atMost(SOON).until(() -> value(objects).equals("2"));
            kubectl("delete", "configmap", "a");
            await().atMost(SOON).until(() -> value(objects).equals("none"));
            assertThat(live(objects)).isTrue();
            kubectl("create", "configmap", "a", "--from-literal=x=3");
            await().atMost(SOON).until(() -> value(objects).equals("3"));
            String uid = objects.snapshot()
                    .objects()
                    .getFirst()
                    .path("metadata")
                    .path("uid")
                    .asString("");
            assertThat(uid).isNotEqualTo(told.path("metadata").path("uid").asString(""));
        }
    }

    @Test
    void an_object_that_is_not_there_is_none_until_it_comes() throws Exception {
        try (Objects objects = map(cluster)) {
            await().atMost(SOON).until(() -> live(objects));
            assertThat(value(objects)).isEqualTo("none");
            kubectl("create", "configmap", "a", "--from-literal=x=1");
            await().atMost(SOON).until(() -> value(objects).equals("1"));
        }
    }

    @Test
    void objects_that_selectors_name_come_and_go() throws Exception {
        kubectl("create", "configmap", "a", "--from-literal=x=1");
        kubectl("create", "configmap", "b", "--from-literal=x=1");
        kubectl("label", "configmap", "a", "app=one");
        try (Objects objects =
                cluster.objects(new Objects.Wanted.Selected(kind(cluster, "configmaps"), namespace, "", "app=one"))) {
            await().atMost(SOON).untilAsserted(() -> assertThat(names(objects)).containsExactly("a"));
            JsonNode item = objects.snapshot().objects().getFirst();
            assertThat(item.path("kind").asString("")).isEqualTo("ConfigMap");
            kubectl("label", "configmap", "b", "app=one");
            await().atMost(SOON).untilAsserted(() -> assertThat(names(objects)).containsExactlyInAnyOrder("a", "b"));
            kubectl("label", "configmap", "a", "app-");
            await().atMost(SOON).untilAsserted(() -> assertThat(names(objects)).containsExactly("b"));
        }
    }

    private static List<String> names(Objects objects) {
        return objects.snapshot().objects().stream()
                .map(each -> each.path("metadata").path("name").asString(""))
                .toList();
    }

    @Test
    void who_may_not_read_is_told_by_verb_and_resource() throws Exception {
        kubectl("create", "configmap", "a", "--from-literal=x=1");
        try (KubeCluster viewer = Opened.withToken(bed.viewerKubeconfig(), bed.viewerToken());
                Objects objects = map(viewer)) {
            await().atMost(SOON).until(() -> objects.snapshot().state() instanceof Rows.State.Forbidden);
            Rows.State.Forbidden said =
                    (Rows.State.Forbidden) objects.snapshot().state();
            assertThat(said.why().verb()).isEqualTo("get");
            assertThat(said.why().resource()).isEqualTo("configmaps");
            assertThat(said.why().namespace()).isEqualTo(namespace);
        }
    }

    @Test
    void what_is_cut_or_forgotten_on_the_way_is_mended_by_one_more_read() throws Exception {
        kubectl("create", "configmap", "a", "--from-literal=x=1");
        try (HttpFaults way = new HttpFaults(bed);
                KubeCluster through = Opened.withToken(way.kubeconfig(), bed.adminToken());
                Objects objects = map(through)) {
            await().atMost(SOON).until(() -> value(objects).equals("1") && live(objects));
            String gone = "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"message\":"
                    + "\"too old resource version\",\"reason\":\"Expired\",\"code\":410}";
            way.next(1, HttpFaults.Asked::watches, new HttpFaults.Fault.Status(410, gone, Map.of()));
            way.forgetAsked();
            way.cut();
            kubectl("patch", "configmap", "a", "-p", "{\"data\":{\"x\":\"2\"}}");
            await().atMost(Duration.ofSeconds(20)).until(() -> value(objects).equals("2") && live(objects));
            assertThat(way.count(asked -> asked.path().endsWith("/configmaps/a")))
                    .isEqualTo(1);
        }
    }

    @Test
    void while_the_server_is_away_the_object_is_stale_and_afterwards_true() throws Exception {
        kubectl("create", "configmap", "a", "--from-literal=x=1");
        try (Objects objects = map(cluster)) {
            await().atMost(SOON).until(() -> value(objects).equals("1") && live(objects));
            bed.killApiServer();
            try {
                await().atMost(SOON).until(() -> objects.snapshot().state() instanceof Rows.State.Stale);
                assertThat(value(objects)).isEqualTo("1");
            } finally {
                bed.startApiServer();
            }
            kubectl("patch", "configmap", "a", "-p", "{\"data\":{\"x\":\"2\"}}");
            await().atMost(SOON).until(() -> value(objects).equals("2") && live(objects));
        }
    }
}
