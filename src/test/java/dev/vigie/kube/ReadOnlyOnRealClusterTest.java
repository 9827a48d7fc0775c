package dev.vigie.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A context that is guarded as read-only, on the real API server.
@RealCluster
class ReadOnlyOnRealClusterTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final TestCluster bed;
    private final String namespace;
    private final KubeCluster cluster;

    ReadOnlyOnRealClusterTest(TestCluster bed) throws KubeException {
        this.bed = bed;
        namespace = bed.newNamespace();
        cluster = Opened.withToken(bed.adminKubeconfig(), bed.adminToken());
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    private void send(String method, String path, String body) throws KubeException {
        ((HttpWire) cluster.wire()).once(method, path, body, LIMIT).close();
    }

    private String maps() {
        return bed.kubectl().out("get", "configmaps", "-n", namespace, "-o", "name");
    }

    @Test
    void nothing_that_changes_anything_is_sent_until_the_guard_is_lifted() throws KubeException {
        String maps = "/api/v1/namespaces/" + namespace + "/configmaps";
        String map = "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\"}}";
        send("POST", maps, map);
        assertThat(maps()).contains("configmap/a");

        cluster.readOnly(true);
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            String path = method.equals("POST") ? maps : maps + "/a";
            assertThatThrownBy(() -> send(method, path, map.replace("\"a\"", "\"b\"")))
                    .as(method)
                    .isInstanceOfSatisfying(
                            KubeException.class,
                            thrown -> assertThat(thrown.failure())
                                    .isEqualTo(new KubeFailure.ReadOnly(cluster.context())));
        }
        assertThat(maps()).contains("configmap/a").doesNotContain("configmap/b");
        assertThat(cluster.identity().user()).as("who one is may be asked").isNotEmpty();
        assertThat(cluster.version()).startsWith("v1.");

        cluster.readOnly(false);
        send("DELETE", maps + "/a", "{}");
        assertThat(maps()).doesNotContain("configmap/a");
    }
}
