package dev.vigie.demo.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.demo.model.Json;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// Rollouts that pause, hang, wait or forget. All figures are those that a real control plane was seen to write.
class RolloutsTest {
    private final Stage stage = new Stage(3);

    private void deployment(String spec) {
        stage.objects.put("deployments.apps", """
                {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","namespace":"shop"},
                 "spec":{"replicas":4,%s"selector":{"matchLabels":{"app":"web"}},
                  "strategy":{"type":"RollingUpdate","rollingUpdate":{"maxSurge":"25%%","maxUnavailable":"25%%"}},
                  "template":{"metadata":{"labels":{"app":"web"}},
                   "spec":{"restartPolicy":"Always","containers":[{"name":"main","image":"web:1","imagePullPolicy":"IfNotPresent"}]}}}}""".formatted(spec));
        stage.run();
    }

    private void image(String image) {
        stage.change("deployments.apps", "web", each -> Stage.container(each).put("image", image));
    }

    private void paused(boolean paused) {
        stage.change(
                "deployments.apps", "web", each -> Json.object(each, "spec").put("paused", paused));
    }

    private ObjectNode status() {
        return (ObjectNode) stage.object("deployments.apps", "web").get("status");
    }

    private String counts() {
        ObjectNode copy = status().deepCopy();
        copy.remove(List.of("conditions"));
        return copy.toString();
    }

    /// Each condition without its times, the names of sets without their hashes.
    private List<String> conditions() {
        return Json.list(status(), "conditions").stream()
                .map(each -> Stream.of("type", "status", "reason", "message")
                        .map(field -> Json.text(each, field))
                        .toList())
                .map(each -> String.join(" ", each).replaceAll("web-[a-z0-9]+", "web-?"))
                .toList();
    }

    private String progress() {
        return Json.text(Conditions.find(status(), "Progressing"), "reason");
    }

    /// Revision and size of each set, oldest first.
    private List<String> sets() {
        return stage.all("replicasets.apps").stream()
                .sorted(ReplicaSets.OLDEST_FIRST)
                .map(each -> ReplicaSets.revision(each) + ": " + ReplicaSets.size(each))
                .toList();
    }

    private List<String> events() {
        return stage.events("Deployment").stream()
                .map(each -> each.replaceAll("web-[a-z0-9]+", "web-?"))
                .toList();
    }

    @Test
    void a_deployment_that_is_born_paused_has_no_set_until_it_is_resumed() {
        deployment("\"paused\":true,\"progressDeadlineSeconds\":600,");
        stage.pass(10);
        assertThat(sets()).isEmpty();
        assertThat(counts()).isEqualTo("{\"observedGeneration\":1,\"terminatingReplicas\":0}");
        assertThat(conditions())
                .containsExactly(
                        "Progressing Unknown DeploymentPaused Deployment is paused",
                        "Available False MinimumReplicasUnavailable Deployment does not have minimum availability.");
        stage.change(
                "deployments.apps", "web", each -> Json.object(each, "spec").put("replicas", 2));
        image("web:2");
        assertThat(counts()).isEqualTo("{\"observedGeneration\":3,\"terminatingReplicas\":0}");
        paused(false);
        stage.pass(10);
        assertThat(sets()).containsExactly("1: 2");
        assertThat(counts())
                .isEqualTo(
                        "{\"observedGeneration\":4,\"replicas\":2,\"updatedReplicas\":2,\"readyReplicas\":2,\"availableReplicas\":2,\"terminatingReplicas\":0}");
        assertThat(conditions())
                .containsExactlyInAnyOrder(
                        "Available True MinimumReplicasAvailable Deployment has minimum availability.",
                        "Progressing True NewReplicaSetAvailable ReplicaSet \"web-?\" has successfully progressed.");
        assertThat(events()).containsExactly("Normal ScalingReplicaSet Scaled up replica set web-? from 0 to 2");
    }

    @Test
    void a_rollout_that_hangs_has_timed_out_a_second_after_its_deadline() {
        deployment("\"progressDeadlineSeconds\":8,");
        stage.pass(10);
        image("none:1");
        assertThat(counts())
                .isEqualTo(
                        "{\"observedGeneration\":2,\"replicas\":5,\"updatedReplicas\":2,\"readyReplicas\":3,\"availableReplicas\":3,\"unavailableReplicas\":2,\"terminatingReplicas\":1}");
        stage.pass(8);
        assertThat(progress()).isEqualTo("ReplicaSetUpdated");
        stage.pass(1);
        assertThat(conditions())
                .containsExactly(
                        "Available True MinimumReplicasAvailable Deployment has minimum availability.",
                        "Progressing False ProgressDeadlineExceeded ReplicaSet \"web-?\" has timed out progressing.");
        assertThat(events())
                .containsExactly(
                        "Normal ScalingReplicaSet Scaled up replica set web-? from 0 to 4",
                        "Normal ScalingReplicaSet Scaled up replica set web-? from 0 to 1",
                        "Normal ScalingReplicaSet Scaled down replica set web-? from 4 to 3",
                        "Normal ScalingReplicaSet Scaled up replica set web-? from 1 to 2");
        paused(true);
        stage.pass(60);
        assertThat(progress()).isEqualTo("ProgressDeadlineExceeded");
    }

    @Test
    void a_rollout_that_timed_out_may_still_succeed() {
        deployment("\"progressDeadlineSeconds\":8,");
        stage.pass(10);
        image("none:1");
        stage.pass(20);
        assertThat(progress()).isEqualTo("ProgressDeadlineExceeded");
        image("web:3");
        stage.pass(30);
        assertThat(progress()).isEqualTo("NewReplicaSetAvailable");
        assertThat(sets()).containsExactlyInAnyOrder("1: 0", "2: 0", "3: 4");
    }

    @Test
    void the_deadline_does_not_run_while_a_rollout_is_paused() {
        deployment("\"progressDeadlineSeconds\":8,");
        stage.pass(10);
        image("none:1");
        stage.pass(5);
        paused(true);
        stage.pass(60);
        assertThat(progress()).isEqualTo("DeploymentPaused");
        paused(false);
        stage.pass(8);
        assertThat(progress()).isNotEqualTo("ProgressDeadlineExceeded");
        stage.pass(1);
        assertThat(progress()).isEqualTo("ProgressDeadlineExceeded");
    }

    @Test
    void without_a_deadline_nothing_is_said_of_progress() {
        deployment("\"progressDeadlineSeconds\":2147483647,");
        stage.pass(10);
        image("none:1");
        stage.pass(600);
        assertThat(conditions())
                .containsExactly("Available True MinimumReplicasAvailable Deployment has minimum availability.");
    }

    @Test
    void pods_count_as_available_when_they_have_been_ready_long_enough() {
        deployment("\"progressDeadlineSeconds\":600,\"minReadySeconds\":10,");
        stage.pass(10);
        assertThat(counts())
                .isEqualTo(
                        "{\"observedGeneration\":1,\"replicas\":4,\"updatedReplicas\":4,\"readyReplicas\":4,\"unavailableReplicas\":4,\"terminatingReplicas\":0}");
        assertThat(progress()).isEqualTo("ReplicaSetUpdated");
        stage.pass(10);
        assertThat(counts())
                .isEqualTo(
                        "{\"observedGeneration\":1,\"replicas\":4,\"updatedReplicas\":4,\"readyReplicas\":4,\"availableReplicas\":4,\"terminatingReplicas\":0}");
        assertThat(progress()).isEqualTo("NewReplicaSetAvailable");
    }

    @Test
    void no_old_set_is_kept_when_no_history_is_wanted() {
        deployment("\"revisionHistoryLimit\":0,\"progressDeadlineSeconds\":600,");
        stage.pass(10);
        image("web:2");
        stage.pass(30);
        image("web:3");
        stage.pass(30);
        assertThat(sets()).containsExactly("3: 4");
    }

    @Test
    void as_many_old_sets_are_kept_as_are_wanted() {
        deployment("\"revisionHistoryLimit\":1,\"progressDeadlineSeconds\":600,");
        stage.pass(10);
        image("web:2");
        stage.pass(30);
        image("web:3");
        stage.pass(30);
        assertThat(sets()).containsExactly("2: 0", "3: 4");
    }

    @Test
    void a_rollout_that_hangs_is_scaled_in_proportion() {
        deployment("\"progressDeadlineSeconds\":600,");
        stage.pass(10);
        image("none:1");
        stage.pass(5);
        stage.change(
                "deployments.apps", "web", each -> Json.object(each, "spec").put("replicas", 9));
        assertThat(sets()).containsExactly("1: 7", "2: 5");
        assertThat(events())
                .endsWith(
                        "Normal ScalingReplicaSet Scaled up replica set web-? from 3 to 7",
                        "Normal ScalingReplicaSet Scaled up replica set web-? from 2 to 5");
    }

    @Test
    void a_deployment_of_none_is_complete() {
        deployment("\"progressDeadlineSeconds\":600,");
        stage.pass(10);
        stage.change(
                "deployments.apps", "web", each -> Json.object(each, "spec").put("replicas", 0));
        stage.pass(10);
        assertThat(counts()).isEqualTo("{\"observedGeneration\":2,\"terminatingReplicas\":0}");
        assertThat(conditions())
                .containsExactlyInAnyOrder(
                        "Progressing True NewReplicaSetAvailable ReplicaSet \"web-?\" has successfully progressed.",
                        "Available True MinimumReplicasAvailable Deployment has minimum availability.");
    }
}
