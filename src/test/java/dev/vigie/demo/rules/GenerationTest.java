package dev.vigie.demo.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class GenerationTest {
    private static final Resource PODS = new Resource("", "v1", "pods", "pod", "Pod", true, List.of(), List.of());

    private static ObjectNode pod(String node, String image) {
        ObjectNode pod = Json.object();
        Json.object(pod, "metadata").put("name", "one").put("generation", 1);
        ObjectNode spec = Json.object(pod, "spec");
        if (!node.isEmpty()) spec.put("nodeName", node);
        spec.putArray("containers").addObject().put("name", "c").put("image", image);
        return pod;
    }

    private static int after(ObjectNode before, ObjectNode after) {
        Rules.updated(PODS, before, after, false);
        return Json.number(0, after, "metadata", "generation");
    }

    @Test
    void a_pod_that_gets_its_node_is_still_of_its_first_generation() {
        assertThat(after(pod("", "web:1"), pod("worker-1", "web:1"))).isEqualTo(1);
    }

    @Test
    void a_pod_that_gets_another_image_is_of_the_next_generation() {
        assertThat(after(pod("worker-1", "web:1"), pod("worker-1", "web:2"))).isEqualTo(2);
    }
}
