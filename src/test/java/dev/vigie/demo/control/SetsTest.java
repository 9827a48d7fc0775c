package dev.vigie.demo.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.demo.model.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetsTest {
    private final Stage stage = new Stage(3);

    private void stateful(int replicas, String more) {
        stage.objects.put("statefulsets.apps", """
                {"apiVersion":"apps/v1","kind":"StatefulSet","metadata":{"name":"db","namespace":"shop"},
                 "spec":{"replicas":%d,"serviceName":"db","selector":{"matchLabels":{"app":"db"}},%s
                  "template":{"metadata":{"labels":{"app":"db"}},"spec":{"restartPolicy":"Always","containers":[{"name":"c","image":"web:1"}]}}}}""".formatted(replicas, more));
    }

    private List<String> pods() {
        return stage.all("pods").stream().map(Json::name).toList();
    }

    private List<String> images() {
        return stage.all("pods").stream()
                .map(pod -> Json.text(Json.list(pod, "spec", "containers").getFirst(), "image"))
                .toList();
    }

    private void image(String resource, String name) {
        stage.change(resource, name, each -> Stage.container(each).put("image", "web:2"));
    }

    @Test
    void a_stateful_set_starts_its_pods_one_after_another() {
        stateful(3, "");
        stage.run();
        assertThat(pods()).containsExactly("db-0");
        stage.pass(20);
        assertThat(pods()).containsExactly("db-0", "db-1", "db-2");
        assertThat(stage.events("StatefulSet"))
                .containsExactly(
                        "Normal SuccessfulCreate Create Pod db-0 in StatefulSet db successful",
                        "Normal SuccessfulCreate Create Pod db-1 in StatefulSet db successful",
                        "Normal SuccessfulCreate Create Pod db-2 in StatefulSet db successful");
        assertThat(Json.text(stage.object("pods", "db-1"), "metadata", "labels", "apps.kubernetes.io/pod-index"))
                .isEqualTo("1");
        stage.change(
                "statefulsets.apps", "db", each -> Json.object(each, "spec").put("replicas", 1));
        stage.pass(10);
        assertThat(pods()).containsExactly("db-0");
    }

    @Test
    void in_parallel_all_start_at_once() {
        stateful(3, "\"podManagementPolicy\":\"Parallel\",");
        stage.run();
        assertThat(pods()).hasSize(3);
    }

    @Test
    void an_update_stops_at_the_partition() {
        stateful(3, "\"updateStrategy\":{\"type\":\"RollingUpdate\",\"rollingUpdate\":{\"partition\":1}},");
        stage.pass(20);
        image("statefulsets.apps", "db");
        stage.pass(30);
        assertThat(images()).containsExactly("web:1", "web:2", "web:2");
        stage.objects.delete("pods", "shop", "db-0", "Background");
        stage.pass(10);
        assertThat(images()).containsExactly("web:1", "web:2", "web:2");
        assertThat(stage.all("controllerrevisions.apps")).hasSize(2);
        stage.change(
                "statefulsets.apps",
                "db",
                each -> Json.object(each, "spec", "updateStrategy", "rollingUpdate")
                        .put("partition", 0));
        stage.pass(30);
        assertThat(images()).containsExactly("web:2", "web:2", "web:2");
        String update = Json.text(stage.object("statefulsets.apps", "db"), "status", "updateRevision");
        assertThat(Json.text(stage.object("statefulsets.apps", "db"), "status", "currentRevision"))
                .isEqualTo(update);
    }

    @Test
    void a_daemon_set_runs_on_every_node_and_rolls() {
        stage.objects.put("daemonsets.apps", """
                {"apiVersion":"apps/v1","kind":"DaemonSet","metadata":{"name":"agent","namespace":"shop"},
                 "spec":{"selector":{"matchLabels":{"app":"agent"}},
                  "template":{"metadata":{"labels":{"app":"agent"}},"spec":{"restartPolicy":"Always","containers":[{"name":"c","image":"web:1"}]}}}}""");
        stage.pass(10);
        assertThat(stage.all("pods")).extracting(Pods::node).containsExactlyInAnyOrder("node-1", "node-2", "node-3");
        assertThat(stage.object("daemonsets.apps", "agent").get("status").toString())
                .contains("\"numberReady\":3", "\"numberAvailable\":3", "\"updatedNumberScheduled\":3");
        image("daemonsets.apps", "agent");
        stage.run();
        assertThat(stage.all("pods").stream().filter(Owners::deleted)).hasSize(1);
        stage.pass(40);
        assertThat(images()).containsExactly("web:2", "web:2", "web:2");
    }

    @Test
    void services_know_the_ready_pods_behind_them() {
        stage.objects.put("services", """
                {"apiVersion":"v1","kind":"Service","metadata":{"name":"web","namespace":"shop","labels":{"a":"b"}},
                 "spec":{"clusterIP":"10.96.0.9","selector":{"app":"web"},"ports":[{"name":"http","port":80,"targetPort":8080,"protocol":"TCP"}]}}""");
        stage.run();
        assertThat(stage.object("endpoints", "web").has("subsets")).isFalse();
        stage.deployment("web", 2, "web:1");
        stage.pass(1);
        assertThat(stage.object("endpoints", "web").get("subsets").toString()).contains("notReadyAddresses");
        stage.pass(10);
        assertThat(stage.object("endpoints", "web").get("subsets").toString())
                .contains(
                        "\"addresses\":[{\"ip\":\"10.244.",
                        "\"ports\":[{\"name\":\"http\",\"port\":8080,\"protocol\":\"TCP\"}]")
                .doesNotContain("notReady");
        var slice = stage.all("endpointslices.discovery.k8s.io").getFirst();
        assertThat(Json.list(slice, "endpoints")).hasSize(2);
        assertThat(Json.strings(slice, "metadata", "labels")).containsEntry("kubernetes.io/service-name", "web");
        stage.objects.delete("services", "shop", "web", "Background");
        stage.run();
        assertThat(stage.all("endpoints")).isEmpty();
        assertThat(stage.all("endpointslices.discovery.k8s.io")).isEmpty();
    }
}
