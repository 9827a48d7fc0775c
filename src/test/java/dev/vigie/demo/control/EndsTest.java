package dev.vigie.demo.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.demo.model.Json;
import org.junit.jupiter.api.Test;

class EndsTest {
    private final Stage stage = new Stage(2);

    EndsTest() {
        stage.deployment("web", 2, "web:1");
        stage.pass(10);
    }

    @Test
    void what_belongs_to_a_deleted_object_goes_too() {
        stage.objects.delete("deployments.apps", "shop", "web", "Background");
        stage.run();
        assertThat(stage.all("replicasets.apps")).isEmpty();
        stage.pass(5);
        assertThat(stage.all("pods")).isEmpty();
    }

    @Test
    void in_the_foreground_the_owner_goes_last() {
        stage.objects.delete("deployments.apps", "shop", "web", "Foreground");
        stage.run();
        assertThat(stage.find("deployments.apps", "web")).isNotNull();
        assertThat(stage.all("pods")).allMatch(Owners::deleted);
        stage.pass(5);
        assertThat(stage.find("deployments.apps", "web")).isNull();
        assertThat(stage.all("pods")).isEmpty();
    }

    @Test
    void orphans_stay() {
        stage.objects.delete("deployments.apps", "shop", "web", "Orphan");
        stage.pass(5);
        assertThat(stage.find("deployments.apps", "web")).isNull();
        assertThat(stage.all("replicasets.apps").getFirst().get("metadata").has("ownerReferences"))
                .isFalse();
        assertThat(stage.all("pods")).hasSize(2);
    }

    @Test
    void a_namespace_is_emptied_and_goes() {
        assertThat(stage.find("serviceaccounts", "default")).isNotNull();
        assertThat(stage.find("configmaps", "kube-root-ca.crt")).isNotNull();
        stage.objects.delete("namespaces", "", "shop", "Background");
        stage.run();
        assertThat(Json.text(stage.objects.get("namespaces", "", "shop"), "status", "phase"))
                .isEqualTo("Terminating");
        assertThat(Json.text(
                        Conditions.in(stage.objects.get("namespaces", "", "shop"), "NamespaceContentRemaining"),
                        "message"))
                .isEqualTo("Some resources are remaining: pods. has 2 resource instances");
        stage.pass(10);
        assertThat(stage.objects.get("namespaces", "", "shop")).isNull();
        assertThat(stage.all("pods")).isEmpty();
        assertThat(stage.all("events")).isEmpty();
    }

    @Test
    void a_pod_that_is_relabelled_is_let_go_and_replaced() {
        String pod = Json.name(stage.all("pods").getFirst());
        stage.change(
                "pods", pod, each -> Json.object(each, "metadata", "labels").put("app", "other"));
        stage.pass(10);
        assertThat(stage.all("pods")).hasSize(3);
        assertThat(stage.object("pods", pod).get("metadata").has("ownerReferences"))
                .isFalse();
    }
}
