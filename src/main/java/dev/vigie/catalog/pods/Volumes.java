package dev.vigie.catalog.pods;

import dev.vigie.catalog.json.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The volumes of a pod: what they are and where they come from.
final class Volumes {
    /// Made by the node itself: nothing outside can be missing.
    private static final Set<String> OWN = Set.of("emptyDir", "downwardAPI");

    private Volumes() {}

    /// Claims that must be bound before the pod can run.
    static List<String> claims(Pod pod) {
        List<String> names = new ArrayList<>();
        for (JsonNode each : Fields.list(pod.object(), "spec", "volumes")) {
            String name = Fields.text(each, "persistentVolumeClaim", "claimName");
            if (each.path("ephemeral").isObject()) name = pod.name() + "-" + Fields.text(each, "name");
            if (!name.isEmpty()) names.add(name);
        }
        return names;
    }

    /// Volumes that may be missing, in words.
    static List<String> needed(Pod pod) {
        List<String> all = new ArrayList<>();
        for (JsonNode each : Fields.list(pod.object(), "spec", "volumes")) {
            String type = type(each);
            boolean token = Fields.text(each, "name").startsWith("kube-api-access-");
            if (!OWN.contains(type) && !token) all.add(Fields.text(each, "name") + ": " + words(each));
        }
        return all;
    }

    /// `configMap`, `persistentVolumeClaim` …: the field that says what it is; `emptyDir` when none does.
    static String type(JsonNode volume) {
        for (Map.Entry<String, JsonNode> each : volume.properties()) {
            if (!each.getKey().equals("name") && each.getValue().isObject()) return each.getKey();
        }
        return "emptyDir";
    }

    /// "ConfigMap settings", "claim pages", "hostPath /var/log".
    static String words(JsonNode volume) {
        String type = type(volume);
        JsonNode source = volume.path(type);
        return switch (type) {
            case "configMap" -> "ConfigMap " + Fields.text(source, "name");
            case "secret" -> "Secret " + Fields.text(source, "secretName");
            case "persistentVolumeClaim" -> "PersistentVolumeClaim " + Fields.text(source, "claimName");
            case "hostPath" -> "hostPath " + Fields.text(source, "path");
            case "csi" -> "csi " + Fields.text(source, "driver");
            case "nfs" -> "nfs " + Fields.text(source, "server") + ":" + Fields.text(source, "path");
            default -> type;
        };
    }
}
