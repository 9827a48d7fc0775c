package dev.vigie.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@RealCluster
class TestClusterTest {
    @Test
    void kubectl_talks_to_a_server_of_its_own_version(TestCluster cluster) {
        var version = cluster.kubectl().json("version");
        assertThat(version.path("serverVersion").path("gitVersion").asString()).isEqualTo("v1.36.3");
        assertThat(version.path("clientVersion").path("gitVersion").asString()).isEqualTo("v1.36.3");
    }

    @Test
    void the_viewer_sees_one_namespace_and_nothing_else(TestCluster cluster) {
        Kubectl viewer = cluster.kubectl(cluster.viewerKubeconfig());
        assertThat(viewer.run("get", "pods", "-n", cluster.viewerNamespace()).exit())
                .isZero();
        assertThat(viewer.run("get", "pods", "-A").err()).contains("User \"viewer\" cannot list resource \"pods\"");
    }

    @Test
    void the_second_cluster_has_objects_of_its_own(TestCluster cluster) {
        String namespace = cluster.newNamespace();
        assertThat(cluster.second().kubectl().run("get", "namespace", namespace).err())
                .contains("NotFound");
    }

    @Test
    void a_killed_api_server_comes_back_with_its_data(TestCluster cluster) {
        String namespace = cluster.newNamespace();
        cluster.killApiServer();
        assertThat(cluster.kubectl().run("get", "namespaces").err()).contains("refused");
        cluster.startApiServer();
        assertThat(cluster.kubectl().run("get", "namespace", namespace).exit()).isZero();
    }

    @Test
    void a_resource_version_of_before_is_gone_once_history_is_forgotten(TestCluster cluster) {
        String old = cluster.kubectl()
                .json("get", "configmaps", "-A")
                .path("metadata")
                .path("resourceVersion")
                .asString("0");
        String first = cluster.kubectl()
                .json("get", "namespace", "default")
                .path("metadata")
                .path("resourceVersion")
                .asString();
        cluster.newNamespace();
        cluster.forgetHistory();
        assertThat(cluster.kubectl()
                                .run(
                                        "get",
                                        "--raw",
                                        "/api/v1/namespaces?watch=1&timeoutSeconds=2&resourceVersion=" + first)
                                .out()
                        + old)
                .contains("\"code\":410");
    }

    @Test
    void pods_run_on_nodes_without_machines(TestCluster cluster) {
        cluster.nodes("node-1");
        String namespace = cluster.newNamespace();
        cluster.kubectl().out("create", "deployment", "web", "--image=registry.example/web:1", "-n", namespace);
        cluster.kubectl().out("rollout", "status", "deployment/web", "-n", namespace, "--timeout=60s");
        assertThat(cluster.kubectl().out("get", "pods", "-n", namespace)).contains("1/1", "Running");
    }
}
