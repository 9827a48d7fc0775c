package dev.vigie.demo.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.demo.DemoCluster;
import dev.vigie.demo.model.Json;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class LogsTest {
    private static DemoCluster demo;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        demo = DemoCluster.start();
        client = Dial.client(demo);
    }

    @AfterAll
    static void end() {
        client.close();
        demo.close();
    }

    private static String name(String namespace, String start, String... phase) {
        List<String> phases = phase.length == 0 ? List.of("Pending", "Running") : List.of(phase);
        return demo.objects().list("pods", namespace).stream()
                .filter(pod -> phases.contains(Json.text(pod, "status", "phase")))
                .map(Json::name)
                .filter(each -> each.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    private static <T> HttpResponse<T> get(String namespace, String pod, String query, HttpResponse.BodyHandler<T> body)
            throws Exception {
        URI uri = URI.create(demo.server() + "/api/v1/namespaces/" + namespace + "/pods/" + pod + "/log?" + query);
        return client.send(
                HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer " + demo.token())
                        .build(),
                body);
    }

    private static String text(String namespace, String pod, String query) throws Exception {
        return get(namespace, pod, query, HttpResponse.BodyHandlers.ofString()).body();
    }

    /// The code and the message of a refusal.
    private static String refusal(String namespace, String pod, String query) throws Exception {
        JsonNode status = JsonMapper.shared().readTree(text(namespace, pod, query));
        return Json.number(0, status, "code") + " "
                + Json.text(status, "message").replace(pod, "POD");
    }

    @Test
    void the_end_of_a_log_is_as_long_as_it_was_asked_for_and_can_be_timed() throws Exception {
        String api = name("shop", "api-", "Running");
        List<String> lines = text("shop", api, "container=api&tailLines=5&timestamps=true")
                .lines()
                .toList();
        assertThat(lines).hasSize(5).allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT[0-9:]{8}\\.\\d{9}Z .*"));
        assertThat(lines).isSorted();
        assertThat(text("shop", api, "container=api&limitBytes=10")).hasSize(10);
        assertThat(text("shop", api, "container=api&sinceSeconds=60").length())
                .isLessThan(text("shop", api, "container=api&sinceSeconds=600").length());
    }

    @Test
    void what_cannot_be_read_is_refused_in_the_words_of_a_kubelet() throws Exception {
        String api = name("shop", "api-", "Running");
        assertThat(refusal("shop", api, ""))
                .isEqualTo("400 a container name must be specified for pod POD, choose one of: [api cache]");
        assertThat(refusal("shop", api, "container=x")).isEqualTo("400 container x is not valid for pod POD");
        assertThat(refusal("shop", api, "container=api&previous=true"))
                .isEqualTo("400 previous terminated container \"api\" in pod \"POD\" not found");
        assertThat(refusal("test", name("test", "welcome-"), ""))
                .isEqualTo("400 container \"welcome\" in pod \"POD\" is waiting to start: CreateContainerConfigError");
        assertThat(refusal("test", name("test", "vault-sync-"), ""))
                .isIn(
                        "400 container \"vault-sync\" in pod \"POD\" is waiting to start: trying and failing to pull image",
                        "400 container \"vault-sync\" in pod \"POD\" is waiting to start: image can't be pulled");
        assertThat(text("test", name("test", "mailer-"), "previous=true&tailLines=1"))
                .isNotEmpty();
    }

    @Test
    void following_ends_with_the_container() throws Exception {
        String api = name("shop", "api-", "Running");
        HttpResponse<InputStream> following =
                get("shop", api, "container=api&follow=true&tailLines=1", HttpResponse.BodyHandlers.ofInputStream());
        demo.objects().remove("pods", "shop", api);
        try (InputStream body = following.body()) {
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isNotEmpty();
        }
    }
}
