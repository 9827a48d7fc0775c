package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What controllers ask of pods, and how they make them from templates.
final class Pods {
    static final String KEY = "pods";

    private Pods() {}

    static String phase(ObjectNode pod) {
        return Json.text(pod, "status", "phase");
    }

    /// Ran to its end, whichever.
    static boolean ended(ObjectNode pod) {
        return phase(pod).equals("Succeeded") || phase(pod).equals("Failed");
    }

    static boolean active(ObjectNode pod) {
        return !ended(pod) && !Owners.deleted(pod);
    }

    static boolean ready(ObjectNode pod) {
        return Conditions.is(pod, "Ready", "True");
    }

    static String node(ObjectNode pod) {
        return Json.text(pod, "spec", "nodeName");
    }

    /// Ready for at least so long; otherwise the world wakes when it may be.
    static boolean available(World world, ObjectNode pod, int minReadySeconds) {
        if (!ready(pod)) return false;
        if (minReadySeconds == 0) return true;
        Instant since = Times.read(Conditions.in(pod, "Ready"), "lastTransitionTime");
        return since != null && world.reached(since.plusSeconds(minReadySeconds));
    }

    static int restarts(ObjectNode pod) {
        return Json.list(pod, "status", "containerStatuses").stream()
                .mapToInt(each -> Json.number(0, each, "restartCount"))
                .sum();
    }

    static String label(JsonNode object, String name) {
        return Json.text(object, "metadata", "labels", name);
    }

    /// A pod from the template of its controller; it still needs a name.
    static ObjectNode from(ObjectNode controller, JsonNode template) {
        ObjectNode pod = Json.object().put("apiVersion", "v1").put("kind", "Pod");
        ObjectNode metadata = Json.object(pod, "metadata").put("namespace", Json.namespace(controller));
        for (String copied : List.of("labels", "annotations", "finalizers")) {
            JsonNode value = Json.at(template, "metadata", copied);
            if (value != null) metadata.set(copied, value.deepCopy());
        }
        Owners.own(controller, pod);
        JsonNode spec = Json.at(template, "spec");
        pod.set("spec", spec == null ? Json.object() : spec.deepCopy());
        return pod;
    }

    static ObjectNode named(ObjectNode pod, String prefix) {
        Json.object(pod, "metadata").put("generateName", prefix);
        return pod;
    }
}
