package dev.vigie.demo.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.io.IOException;
import java.time.Duration;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What stands in a namespace decides on what comes after it, as on the real API server.
@RealCluster
class AdmissionOnRealClusterTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String JSON = "application/json";

    private final Trial trial;

    AdmissionOnRealClusterTest(TestCluster bed) {
        trial = new Trial(bed);
    }

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void limits_quotas_accounts_and_the_fate_of_a_namespace_decide_as_on_the_real_server() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        int count = 0;
        for (JsonNode scene : trial.documents("scenes.yaml")) count += play(scene, softly);
        softly.assertAll();
        assertThat(count).isGreaterThanOrEqualTo(38);
    }

    @Test
    void the_namespaces_that_must_stay_cannot_be_deleted() {
        for (String name : new String[] {"default", "kube-system", "kube-public"}) {
            String path = "/api/v1/namespaces/" + name + "?dryRun=All";
            assertThat(trial.played.say("DELETE", path, JSON, "")).isEqualTo(trial.real.say("DELETE", path, JSON, ""));
        }
    }

    private int play(JsonNode scene, SoftAssertions softly) {
        String namespace = trial.namespace() + "-" + scene.path("name").asString();
        if (!scene.path("absent").asBoolean(false)) namespace(namespace, scene.path("labels"));
        for (JsonNode object : scene.path("first")) both(object, namespace, "");
        if (scene.path("ending").asBoolean(false)) both("DELETE", "/api/v1/namespaces/" + namespace);
        counted(scene, namespace);
        for (JsonNode object : scene.path("made")) both(object, namespace, "");
        int count = 0;
        for (JsonNode object : scene.path("tried")) {
            count++;
            compare(object, namespace, scene, softly);
        }
        return count;
    }

    /// Caches of the real server lag a little behind what it was told.
    private void compare(JsonNode object, String namespace, JsonNode scene, SoftAssertions softly) {
        String played = trial.played.create(object, namespace, "?dryRun=All");
        try {
            await().atMost(SOON)
                    .until(() ->
                            trial.real.create(object, namespace, "?dryRun=All").equals(played));
        } catch (org.awaitility.core.ConditionTimeoutException late) {
            softly.assertThat(played)
                    .as(scene.path("name").asString() + ": " + object)
                    .isEqualTo(trial.real.create(object, namespace, "?dryRun=All"));
        }
    }

    private void namespace(String name, JsonNode labels) {
        String body =
                "{\"metadata\":{\"name\":\"" + name + "\"" + (labels.isObject() ? ",\"labels\":" + labels : "") + "}}";
        for (Asked server : new Asked[] {trial.real, trial.played}) {
            server.say("POST", "/api/v1/namespaces", JSON, body);
            String account = "/api/v1/namespaces/" + name + "/serviceaccounts/default";
            await().until(() -> server.say("GET", account, JSON, "").startsWith("200"));
        }
    }

    private void both(JsonNode object, String namespace, String query) {
        trial.real.create(object, namespace, query);
        trial.played.create(object, namespace, query);
    }

    private void both(String method, String path) {
        trial.real.say(method, path, JSON, "");
        trial.played.say(method, path, JSON, "");
    }

    /// A quota of the real server counts once its controller has seen it.
    private void counted(JsonNode scene, String namespace) {
        for (JsonNode object : scene.path("first")) {
            if (!object.path("kind").asString().equals("ResourceQuota")) continue;
            String path = Asked.path(object, namespace) + "/"
                    + object.path("metadata").path("name").asString();
            await().until(() -> trial.real.say("GET", path, JSON, "").contains("\"used\""));
        }
    }
}
