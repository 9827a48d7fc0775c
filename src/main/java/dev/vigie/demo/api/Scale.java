package dev.vigie.demo.api;

import dev.vigie.demo.model.Json;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The `scale` part of a workload: an object of its own that shows and sets one number.
final class Scale {
    private Scale() {}

    static ObjectNode of(ObjectNode workload) {
        ObjectNode scale = Json.object().put("kind", "Scale").put("apiVersion", "autoscaling/v1");
        ObjectNode metadata = scale.putObject("metadata");
        for (String field : new String[] {"name", "namespace", "uid", "resourceVersion", "creationTimestamp"}) {
            JsonNode value = Json.at(workload, "metadata", field);
            if (value != null) metadata.set(field, value);
        }
        ObjectNode spec = scale.putObject("spec");
        int wanted = Json.number(0, workload, "spec", "replicas");
        if (wanted != 0) spec.put("replicas", wanted);
        ObjectNode status = scale.putObject("status").put("replicas", Json.number(0, workload, "status", "replicas"));
        String selector = selector(workload);
        if (!selector.isEmpty()) status.put("selector", selector);
        return scale;
    }

    /// A copy of the workload with the number of a scale.
    static ObjectNode scaled(ObjectNode workload, ObjectNode scale) {
        ObjectNode after = workload.deepCopy();
        Json.object(after, "spec").put("replicas", Json.number(0, scale, "spec", "replicas"));
        String version = Json.text(scale, "metadata", "resourceVersion");
        if (!version.isEmpty()) Json.object(after, "metadata").put("resourceVersion", version);
        return after;
    }

    private static String selector(ObjectNode workload) {
        Map<String, String> labels = new TreeMap<>(Json.strings(workload, "spec", "selector", "matchLabels"));
        return labels.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(","));
    }
}
