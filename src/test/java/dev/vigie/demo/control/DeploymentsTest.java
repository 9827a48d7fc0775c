package dev.vigie.demo.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.demo.model.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class DeploymentsTest {
    private final Stage stage = new Stage(3);

    private ObjectNode status() {
        return (ObjectNode) stage.object("deployments.apps", "web").get("status");
    }

    private List<Integer> sizes() {
        return stage.all("replicasets.apps").stream()
                .sorted(ReplicaSets.OLDEST_FIRST)
                .map(ReplicaSets::size)
                .toList();
    }

    private String progress() {
        return Json.text(Conditions.find(status(), "Progressing"), "reason");
    }

    private void image(String image) {
        stage.change("deployments.apps", "web", each -> Stage.container(each).put("image", image));
    }

    @Test
    void a_new_deployment_gets_its_pods_and_says_so() {
        stage.deployment("web", 3, "web:1");
        stage.pass(10);
        String set = Json.name(stage.all("replicasets.apps").getFirst());
        assertThat(stage.events("Deployment"))
                .containsExactly("Normal ScalingReplicaSet Scaled up replica set " + set + " from 0 to 3");
        assertThat(set).matches("web-[bcdfghjklmnpqrstvwxz2456789]{5,10}");
        assertThat(Json.name(stage.all("pods").getFirst())).matches(set + "-[bcdfghjklmnpqrstvwxz2456789]{5}");
        assertThat(status().toString())
                .contains("\"readyReplicas\":3", "\"availableReplicas\":3", "\"updatedReplicas\":3");
        assertThat(Json.text(Conditions.find(status(), "Progressing"), "message"))
                .isEqualTo("ReplicaSet \"%s\" has successfully progressed.".formatted(set));
        assertThat(progress()).isEqualTo("NewReplicaSetAvailable");
        assertThat(ReplicaSets.revision(stage.object("deployments.apps", "web")))
                .isEqualTo(1);
    }

    @Test
    void a_new_image_rolls_within_surge_and_availability() {
        stage.deployment("web", 4, "web:1");
        stage.pass(10);
        image("web:2");
        assertThat(sizes()).containsExactly(3, 2);
        stage.pass(20);
        assertThat(sizes()).containsExactly(0, 4);
        assertThat(stage.all("pods")).hasSize(4);
        assertThat(ReplicaSets.revision(stage.object("deployments.apps", "web")))
                .isEqualTo(2);
        assertThat(progress()).isEqualTo("NewReplicaSetAvailable");
    }

    @Test
    void an_old_template_is_a_new_revision_of_its_set() {
        stage.deployment("web", 1, "web:1");
        stage.pass(10);
        image("web:2");
        stage.pass(10);
        image("web:1");
        stage.pass(10);
        ObjectNode first = stage.all("replicasets.apps").stream()
                .filter(each -> ReplicaSets.size(each) == 1)
                .findFirst()
                .orElseThrow();
        assertThat(Json.text(first, "metadata", "annotations", ReplicaSets.REVISION))
                .isEqualTo("3");
        assertThat(Json.text(first, "metadata", "annotations", ReplicaSets.HISTORY))
                .isEqualTo("1");
        assertThat(sizes()).containsExactlyInAnyOrder(1, 0);
    }

    @Test
    void old_revisions_beyond_the_limit_are_forgotten() {
        stage.deployment("web", 1, "web:1");
        for (int i = 2; i < 7; i++) {
            stage.pass(10);
            image("web:" + i);
        }
        stage.pass(10);
        assertThat(sizes()).hasSize(3);
    }

    @Test
    void a_rollout_that_hangs_exceeds_its_deadline() {
        stage.deployment("web", 4, "web:1");
        stage.pass(10);
        image("none:1");
        stage.pass(50);
        assertThat(progress()).isEqualTo("ReplicaSetUpdated");
        stage.pass(20);
        assertThat(progress()).isEqualTo("ProgressDeadlineExceeded");
        assertThat(sizes()).containsExactly(3, 2);
    }

    @Test
    void a_paused_deployment_does_not_roll() {
        stage.deployment("web", 2, "web:1");
        stage.pass(10);
        stage.change(
                "deployments.apps", "web", each -> Json.object(each, "spec").put("paused", true));
        image("web:2");
        assertThat(sizes()).containsExactly(2);
        assertThat(progress()).isEqualTo("DeploymentPaused");
        stage.change(
                "deployments.apps", "web", each -> Json.object(each, "spec").put("paused", false));
        stage.pass(20);
        assertThat(sizes()).containsExactly(0, 2);
    }

    @Test
    void scaling_while_rolling_keeps_proportions() {
        stage.deployment("web", 8, "web:1");
        stage.pass(10);
        image("none:1");
        stage.pass(5);
        assertThat(sizes()).containsExactly(6, 4);
        stage.change(
                "deployments.apps", "web", each -> Json.object(each, "spec").put("replicas", 16));
        assertThat(sizes()).containsExactly(12, 8);
    }

    @Test
    void recreate_ends_the_old_pods_first() {
        stage.deployment("web", 3, "web:1");
        stage.pass(10);
        stage.change("deployments.apps", "web", each -> {
            Json.object(each, "spec").putObject("strategy").put("type", "Recreate");
            Stage.container(each).put("image", "web:2");
        });
        assertThat(sizes()).containsExactly(0);
        stage.pass(20);
        assertThat(sizes()).containsExactly(0, 3);
        assertThat(status().toString()).contains("\"readyReplicas\":3");
    }

    @Test
    void a_quota_is_told_in_events_and_conditions() {
        stage.objects.quota = "exceeded quota: small, requested: pods=1, used: pods=2, limited: pods=2";
        stage.deployment("web", 3, "web:1");
        stage.pass(10);
        assertThat(stage.events("ReplicaSet", "FailedCreate")).isNotEmpty();
        assertThat(Json.text(Conditions.find(status(), "ReplicaFailure"), "message"))
                .contains("exceeded quota: small");
        assertThat(Conditions.is(stage.object("deployments.apps", "web"), "Available", "False"))
                .isTrue();
    }

    @Test
    void at_rest_nothing_is_written() {
        stage.deployment("web", 3, "web:1");
        stage.pass(30);
        int writes = stage.objects.writes();
        stage.pass(60);
        assertThat(stage.objects.list("pods", "")).hasSize(3);
        assertThat(stage.objects.writes() - writes).isLessThanOrEqualTo(0);
    }
}
