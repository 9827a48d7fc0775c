package dev.vigie.demo.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.demo.model.Json;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// What `kubectl top` is told.
class UsageTest {
    private final Stage stage = new Stage(2);
    private final Usage usage = new Usage(stage.objects, stage::now, Pretend::new);

    private void pod(String name, String image) {
        stage.pod(name, """
                {"restartPolicy":"Always","containers":[{"name":"c","image":"%s"}]}""".formatted(image));
        stage.run();
    }

    private ObjectNode of(String pod) {
        return Objects.requireNonNull(usage.pod("shop", pod), pod);
    }

    private static String text(ObjectNode metrics, String... path) {
        return Json.text(Json.list(metrics, "containers").getFirst(), path);
    }

    @Test
    void a_pod_is_measured_once_it_has_run_for_a_while() {
        pod("busy", "busy:1");
        stage.pass(10);
        assertThat(usage.pod("shop", "busy")).isNull();
        assertThat(usage.pods("shop")).isEmpty();
        stage.pass(50);
        ObjectNode metrics = of("busy");
        assertThat(Json.text(metrics, "kind")).isEqualTo("PodMetrics");
        assertThat(Json.text(metrics, "apiVersion")).isEqualTo("metrics.k8s.io/v1beta1");
        assertThat(Json.text(metrics, "timestamp")).isEqualTo("2026-11-23T19:01:00Z");
        assertThat(Json.text(metrics, "window")).matches("15\\.0\\d\\ds");
        assertThat(Json.list(metrics, "containers")).hasSize(1);
        assertThat(text(metrics, "name")).isEqualTo("c");
        assertThat(text(metrics, "usage", "cpu")).matches("30000\\d{4}n");
        assertThat(text(metrics, "usage", "memory")).matches("8[12]\\d{3}Ki|80Mi");
    }

    @Test
    void a_figure_stays_until_the_next_one_is_taken() {
        pod("busy", "busy:1");
        stage.pass(61);
        ObjectNode first = of("busy");
        stage.pass(13);
        ObjectNode second = of("busy");
        assertThat(Json.text(second, "timestamp")).isEqualTo(Json.text(first, "timestamp"));
        assertThat(second.get("containers")).isEqualTo(first.get("containers"));
        stage.pass(1);
        assertThat(Json.text(of("busy"), "timestamp")).isEqualTo("2026-11-23T19:01:15Z");
        assertThat(of("busy").get("containers")).isNotEqualTo(first.get("containers"));
    }

    @Test
    void what_does_not_run_uses_nothing() {
        pod("done", "job:1");
        pod("missing", "none:1");
        stage.pass(60);
        assertThat(usage.pods("shop")).extracting(Json::name).doesNotContain("missing");
    }

    @Test
    void a_node_uses_what_its_pods_use_and_some_for_itself() {
        assertThat(Json.text(usage.node("node-1"), "usage", "cpu")).matches("8000\\d{4}n");
        assertThat(Json.text(usage.node("node-1"), "usage", "memory")).matches("614\\d{3}Ki|600Mi");
        pod("busy", "busy:1");
        stage.pass(60);
        String node = Pods.node(stage.pod("busy"));
        assertThat(Json.text(usage.node(node), "usage", "cpu")).matches("38000\\d{4}n");
        assertThat(Json.text(usage.node(node), "usage", "memory")).matches("696\\d{3}Ki|680Mi");
        assertThat(usage.nodes()).extracting(Json::name).containsExactly("node-1", "node-2");
        assertThat(usage.node("node-9")).isNull();
    }
}
