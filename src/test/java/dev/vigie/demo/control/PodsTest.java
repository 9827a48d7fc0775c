package dev.vigie.demo.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.demo.model.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class PodsTest {
    private final Stage stage = new Stage(2);

    private static String spec(String container) {
        return "{\"restartPolicy\":\"Always\",\"containers\":[{\"name\":\"c\",\"imagePullPolicy\":\"IfNotPresent\","
                + container + "}]}";
    }

    private JsonNode container(String pod) {
        return Json.list(stage.object("pods", pod), "status", "containerStatuses")
                .getFirst();
    }

    private String waiting(String pod) {
        return Json.text(container(pod), "state", "waiting", "reason");
    }

    private String condition(String pod, String type) {
        return Json.text(Conditions.in(stage.object("pods", pod), type), "status");
    }

    @Test
    void a_pod_is_scheduled_pulled_and_started() {
        stage.pod("web", spec("\"image\":\"web:1\""));
        stage.run();
        assertThat(waiting("web")).isEqualTo("ContainerCreating");
        stage.pass(5);
        assertThat(stage.events("Pod"))
                .containsExactlyInAnyOrder(
                        "Normal Scheduled Successfully assigned shop/web to node-1",
                        "Normal Pulling Pulling image \"web:1\"",
                        "Normal Pulled Successfully pulled image \"web:1\" in 1.2s (1.2s including waiting). Image size: "
                                + size() + " bytes.",
                        "Normal Created Container created",
                        "Normal Started Container started");
        ObjectNode pod = stage.object("pods", "web");
        assertThat(Json.text(pod, "status", "podIP")).isEqualTo("10.244.1.2");
        assertThat(Pods.phase(pod)).isEqualTo("Running");
        assertThat(Pods.ready(pod)).isTrue();
    }

    private String size() {
        return stage.events("Pod", "Pulled").getFirst().replaceAll(".*size: (\\d+) bytes.*", "$1");
    }

    @Test
    void a_container_that_fails_is_restarted_with_growing_patience() {
        stage.pod("bad", spec("\"image\":\"crash:1\""));
        stage.pass(12);
        assertThat(waiting("bad")).isEqualTo("CrashLoopBackOff");
        assertThat(Json.text(container("bad"), "state", "waiting", "message"))
                .isEqualTo("back-off 10s restarting failed container=c pod=bad_shop(%s)"
                        .formatted(Json.uid(stage.object("pods", "bad"))));
        assertThat(Json.number(0, container("bad"), "lastState", "terminated", "exitCode"))
                .isEqualTo(3);
        stage.pass(900);
        assertThat(Json.text(container("bad"), "state", "waiting", "message")).startsWith("back-off 5m0s ");
        assertThat(Json.number(0, container("bad"), "restartCount")).isBetween(6, 8);
    }

    @Test
    void too_much_memory_kills_with_137() {
        stage.pod("fat", spec("\"image\":\"greedy:1\",\"resources\":{\"limits\":{\"memory\":\"64Mi\"}}"));
        stage.pass(8);
        assertThat(container("fat").toString()).contains("\"exitCode\":137", "\"reason\":\"OOMKilled\"");
    }

    @Test
    void an_unknown_image_is_tried_again_and_again() {
        stage.pod("lost", spec("\"image\":\"none:1\""));
        stage.pass(3);
        assertThat(waiting("lost")).isEqualTo("ErrImagePull");
        stage.pass(5);
        assertThat(waiting("lost")).isEqualTo("ImagePullBackOff");
        String error = "failed to pull and unpack image \"docker.io/library/none:1\": failed to resolve reference"
                + " \"docker.io/library/none:1\": docker.io/library/none:1: not found";
        assertThat(Json.text(container("lost"), "state", "waiting", "message"))
                .isEqualTo("Back-off pulling image \"none:1\": ErrImagePull: " + error);
        assertThat(stage.events("Pod", "Failed"))
                .containsExactlyInAnyOrder(
                        "Warning Failed Failed to pull image \"none:1\": " + error,
                        "Warning Failed Error: ErrImagePull",
                        "Warning Failed Error: ImagePullBackOff");
    }

    @Test
    void a_private_registry_opens_for_a_pull_secret() {
        stage.pod("closed", spec("\"image\":\"private.example/app:1\""));
        stage.objects.put("secrets", """
                {"apiVersion":"v1","kind":"Secret","metadata":{"name":"key","namespace":"shop"},
                 "data":{".dockerconfigjson":"eyJhdXRocyI6eyJodHRwczovL3ByaXZhdGUuZXhhbXBsZSI6e319fQ=="}}""");
        stage.pod("open", """
                {"restartPolicy":"Always","imagePullSecrets":[{"name":"key"}],"containers":[{"name":"c","image":"private.example/app:1"}]}""");
        stage.pass(6);
        assertThat(waiting("closed")).isEqualTo("ImagePullBackOff");
        assertThat(condition("open", "Ready")).isEqualTo("True");
    }

    @Test
    void a_missing_key_is_named() {
        stage.objects.put("configmaps", """
                {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"have","namespace":"shop"},"data":{"a":"b"}}""");
        String reference =
                "\"image\":\"web:1\",\"env\":[{\"name\":\"X\",\"valueFrom\":{\"configMapKeyRef\":{\"name\":\"have\",\"key\":\"zz\"}}}]";
        stage.pod("nokey", spec(reference));
        stage.pass(5);
        assertThat(waiting("nokey")).isEqualTo("CreateContainerConfigError");
        assertThat(Json.text(container("nokey"), "state", "waiting", "message"))
                .isEqualTo("couldn't find key zz in ConfigMap shop/have");
        ObjectNode map = stage.object("configmaps", "have").deepCopy();
        Json.object(map, "data").put("zz", "now");
        stage.objects.update("configmaps", map);
        stage.pass(15);
        assertThat(condition("nokey", "Ready")).isEqualTo("True");
    }

    @Test
    void a_missing_volume_source_keeps_the_pod_from_starting() {
        stage.pod("nocm", """
                {"restartPolicy":"Always","volumes":[{"name":"v","configMap":{"name":"gone"}}],"containers":[{"name":"c","image":"web:1"}]}""");
        stage.pass(20);
        assertThat(waiting("nocm")).isEqualTo("ContainerCreating");
        assertThat(stage.events("Pod", "FailedMount"))
                .containsExactly(
                        "Warning FailedMount MountVolume.SetUp failed for volume \"v\" : configmap \"gone\" not found");
        assertThat(stage.count("FailedMount")).isBetween(2, 6);
    }

    @Test
    void init_containers_run_in_order_beside_sidecars() {
        stage.pod("both", """
                {"restartPolicy":"Always","initContainers":[{"name":"one","image":"job:1"},{"name":"side","image":"web:1","restartPolicy":"Always"}],
                 "containers":[{"name":"c","image":"web:1"}]}""");
        stage.pass(3);
        assertThat(Json.text(Conditions.in(stage.object("pods", "both"), "Initialized"), "message"))
                .isEqualTo("containers with incomplete status: [one side]");
        stage.pass(10);
        assertThat(condition("both", "Ready")).isEqualTo("True");
        assertThat(Json.list(stage.object("pods", "both"), "status", "initContainerStatuses")
                        .toString())
                .contains("\"reason\":\"Completed\"", "\"running\"");
    }

    @Test
    void a_readiness_probe_that_fails_is_told_but_not_for_ever() {
        stage.pod(
                "slow",
                spec(
                        "\"image\":\"web:1\",\"readinessProbe\":{\"httpGet\":{\"port\":8080,\"path\":\"/broken\"},\"periodSeconds\":2}"));
        stage.pass(300);
        assertThat(condition("slow", "Ready")).isEqualTo("False");
        assertThat(stage.events("Pod", "Unhealthy"))
                .containsExactly("Warning Unhealthy Readiness probe failed: HTTP probe failed with statuscode: 404");
        assertThat(stage.count("Unhealthy")).isBetween(15, 25);
    }

    @Test
    void a_liveness_probe_that_fails_restarts() {
        stage.pod(
                "sick",
                spec(
                        "\"image\":\"web:1\",\"livenessProbe\":{\"httpGet\":{\"port\":8080,\"path\":\"/broken\"},\"periodSeconds\":2}"));
        stage.pass(15);
        assertThat(stage.events("Pod", "Killing"))
                .containsExactly("Normal Killing Container c failed liveness probe, will be restarted");
        assertThat(Json.number(0, container("sick"), "restartCount")).isPositive();
    }

    @Test
    void a_startup_probe_gives_time() {
        stage.pod(
                "late",
                spec(
                        "\"image\":\"web:1\",\"startupProbe\":{\"httpGet\":{\"port\":8080,\"path\":\"/slow\"},\"periodSeconds\":3,\"failureThreshold\":30}"));
        stage.pass(10);
        assertThat(Json.is(container("late"), "started")).isFalse();
        stage.pass(20);
        assertThat(condition("late", "Ready")).isEqualTo("True");
    }

    @Test
    void a_pod_that_runs_to_its_end_has_succeeded() {
        stage.pod("once", "{\"restartPolicy\":\"Never\",\"containers\":[{\"name\":\"c\",\"image\":\"job:1\"}]}");
        stage.pass(10);
        assertThat(Pods.phase(stage.object("pods", "once"))).isEqualTo("Succeeded");
        assertThat(Json.text(Conditions.in(stage.object("pods", "once"), "Ready"), "reason"))
                .isEqualTo("PodCompleted");
    }

    @Test
    void a_deleted_pod_ends_gracefully() {
        stage.pod("web", spec("\"image\":\"web:1\""));
        stage.pass(5);
        stage.objects.delete("pods", "shop", "web", "Background");
        stage.run();
        assertThat(stage.find("pods", "web")).isNotNull();
        assertThat(stage.events("Pod", "Killing")).containsExactly("Normal Killing Stopping container c");
        stage.pass(2);
        assertThat(stage.find("pods", "web")).isNull();
    }

    @Test
    void what_does_not_fit_says_why() {
        stage.pod("big", spec("\"image\":\"web:1\",\"resources\":{\"requests\":{\"memory\":\"900Gi\"}}"));
        stage.run();
        String why =
                "0/2 nodes are available: 2 Insufficient memory. no new claims to deallocate, preemption: 0/2 nodes"
                        + " are available: 2 Preemption is not helpful for scheduling.";
        assertThat(stage.events("Pod")).containsExactly("Warning FailedScheduling " + why);
        assertThat(Json.text(Conditions.in(stage.object("pods", "big"), "PodScheduled"), "message"))
                .isEqualTo(why);
    }

    @Test
    void after_a_restart_of_the_program_containers_live_on() {
        stage.pod("web", spec("\"image\":\"web:1\""));
        stage.pass(5);
        ObjectNode before = stage.object("pods", "web");
        stage.restart();
        stage.pass(30);
        assertThat(Json.list(stage.object("pods", "web"), "status", "containerStatuses")
                        .getFirst()
                        .get("state"))
                .isEqualTo(Json.list(before, "status", "containerStatuses")
                        .getFirst()
                        .get("state"));
        assertThat(List.of(Pods.phase(before), condition("web", "Ready"))).containsExactly("Running", "True");
    }
}
