package dev.vigie.catalog;

import dev.vigie.kind.Kind;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Which objects have to do with one: whom it controls, whom it selects, who uses it.
public final class Relations {
    private Relations() {}

    /// The kinds that objects of a kind control, as kubectl takes them, each after those that stand between.
    public static List<String> controlled(Kind kind) {
        return switch (kind.resource()) {
            case "deployments.apps" -> List.of("replicasets.apps", "pods");
            case "replicasets.apps", "replicationcontrollers", "statefulsets.apps", "daemonsets.apps", "jobs.batch" ->
                List.of("pods");
            case "cronjobs.batch" -> List.of("jobs.batch", "pods");
            case "services" -> List.of("endpointslices.discovery.k8s.io");
            default -> List.of();
        };
    }

    /// The labels by which an object selects pods; empty when it selects none so.
    public static Map<String, String> selector(Kind kind, JsonNode object) {
        JsonNode spec = object.path("spec");
        JsonNode labels = switch (kind.resource()) {
            case "services" -> spec.path("selector");
            case "poddisruptionbudgets.policy" -> spec.path("selector").path("matchLabels");
            case "networkpolicies.networking.k8s.io" -> spec.path("podSelector").path("matchLabels");
            default -> spec.path("no such field");
        };
        Map<String, String> all = new LinkedHashMap<>();
        labels.properties()
                .forEach(each -> all.put(each.getKey(), each.getValue().asString("")));
        return all;
    }

    /// Whether pods name objects of a kind: in their volumes, variables, as their account or their node.
    public static boolean usedByPods(Kind kind) {
        return Set.of("configmaps", "secrets", "persistentvolumeclaims", "serviceaccounts")
                .contains(kind.resource());
    }

    /// The names of objects of a kind that a pod uses.
    public static Set<String> used(Kind kind, JsonNode pod) {
        Set<String> names = new LinkedHashSet<>();
        JsonNode spec = pod.path("spec");
        switch (kind.resource()) {
            case "configmaps" -> sources(spec, "configMap", "name", names);
            case "secrets" -> {
                sources(spec, "secret", "secretName", names);
                spec.path("imagePullSecrets").forEach(each -> add(names, each.path("name")));
            }
            case "persistentvolumeclaims" ->
                spec.path("volumes")
                        .forEach(each ->
                                add(names, each.path("persistentVolumeClaim").path("claimName")));
            case "serviceaccounts" -> add(names, spec.path("serviceAccountName"));
            default -> {}
        }
        return names;
    }

    /// Volumes of their own, parts of projected ones, whole environments, and single variables.
    private static void sources(JsonNode spec, String word, String name, Set<String> names) {
        for (JsonNode volume : spec.path("volumes")) {
            add(names, volume.path(word).path(name));
            volume.path("projected")
                    .path("sources")
                    .forEach(source -> add(names, source.path(word).path("name")));
        }
        for (String list : List.of("containers", "initContainers", "ephemeralContainers")) {
            for (JsonNode container : spec.path(list)) {
                container
                        .path("envFrom")
                        .forEach(each -> add(names, each.path(word + "Ref").path("name")));
                container
                        .path("env")
                        .forEach(each -> add(
                                names,
                                each.path("valueFrom").path(word + "KeyRef").path("name")));
            }
        }
    }

    private static void add(Set<String> names, JsonNode name) {
        if (!name.asString("").isEmpty()) names.add(name.asString(""));
    }
}
