package dev.vigie.demo.rules.admit;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Objects;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.model.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the labels of a namespace demand of the pods in it.
public final class PodSecurity {
    private static final String LABEL = "pod-security.kubernetes.io/";

    private final Objects objects;

    public PodSecurity(Objects objects) {
        this.objects = objects;
    }

    /// Refuses a pod that its namespace does not bear.
    public void validate(Resource resource, ObjectNode pod) {
        ObjectNode namespace = objects.get("namespaces", "", Json.namespace(pod));
        String level = level(namespace, "enforce");
        if (level.isEmpty()) return;
        List<String> faults = SecurityLevels.faults(Json.at(pod, "spec"), level);
        if (faults.isEmpty()) return;
        throw Refused.forbidden(
                resource, Json.name(pod), "violates PodSecurity " + sentence(namespace, "enforce", level, faults));
    }

    /// The warnings for an object with pods in it.
    public List<String> warnings(Resource resource, ObjectNode object) {
        JsonNode spec = spec(resource, object);
        if (spec == null) return List.of();
        ObjectNode namespace = objects.get("namespaces", "", Json.namespace(object));
        boolean template = !resource.key().equals("pods");
        String way = !level(namespace, "warn").isEmpty() ? "warn" : template ? "enforce" : "";
        String level = way.isEmpty() ? "" : level(namespace, way);
        if (level.isEmpty()) return List.of();
        List<String> faults = SecurityLevels.faults(spec, level);
        return faults.isEmpty()
                ? List.of()
                : List.of("would violate PodSecurity " + sentence(namespace, way, level, faults));
    }

    private static String sentence(@Nullable ObjectNode namespace, String way, String level, List<String> faults) {
        String version = Json.text(namespace, "metadata", "labels", LABEL + way + "-version");
        return "\"" + level + ":" + (version.isEmpty() ? "latest" : version) + "\": " + String.join(", ", faults);
    }

    private static String level(@Nullable ObjectNode namespace, String way) {
        String level = Json.text(namespace, "metadata", "labels", LABEL + way);
        return level.equals("baseline") || level.equals("restricted") ? level : "";
    }

    private static @Nullable JsonNode spec(Resource resource, ObjectNode object) {
        return switch (resource.key()) {
            case "pods" -> Json.at(object, "spec");
            case "deployments.apps", "replicasets.apps", "statefulsets.apps", "daemonsets.apps", "jobs.batch" ->
                Json.at(object, "spec", "template", "spec");
            case "cronjobs.batch" -> Json.at(object, "spec", "jobTemplate", "spec", "template", "spec");
            default -> null;
        };
    }
}
