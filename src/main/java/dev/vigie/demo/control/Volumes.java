package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The claims that a StatefulSet makes for each of its pods.
final class Volumes {
    private Volumes() {}

    static List<ObjectNode> claims(ObjectNode set, String pod) {
        List<ObjectNode> claims = new ArrayList<>();
        for (JsonNode template : Json.list(set, "spec", "volumeClaimTemplates")) {
            ObjectNode claim = Json.object().put("apiVersion", "v1").put("kind", "PersistentVolumeClaim");
            JsonNode given = Json.at(template, "metadata");
            ObjectNode metadata = given instanceof ObjectNode tree ? tree.deepCopy() : Json.object();
            metadata.remove("creationTimestamp");
            metadata.put("name", name(template, pod)).put("namespace", Json.namespace(set));
            claim.set("metadata", metadata);
            Json.strings(set, "spec", "selector", "matchLabels")
                    .forEach((label, value) -> Json.object(metadata, "labels").put(label, value));
            JsonNode spec = Json.at(template, "spec");
            claim.set("spec", spec == null ? Json.object() : spec.deepCopy());
            claims.add(claim);
        }
        return claims;
    }

    private static String name(JsonNode template, String pod) {
        return Json.name(template) + "-" + pod;
    }

    /// Adds the volumes of the claims to a pod's spec, in the place of volumes of the same names.
    static void mount(ObjectNode set, ObjectNode spec, String pod) {
        List<JsonNode> templates = Json.list(set, "spec", "volumeClaimTemplates");
        if (templates.isEmpty()) return;
        ArrayNode volumes = Json.object().putArray("volumes");
        for (JsonNode template : templates) {
            ObjectNode volume = volumes.addObject().put("name", Json.name(template));
            Json.object(volume, "persistentVolumeClaim").put("claimName", name(template, pod));
        }
        for (JsonNode each : Json.list(spec, "volumes")) {
            boolean replaced =
                    templates.stream().anyMatch(template -> Json.name(template).equals(Json.text(each, "name")));
            if (!replaced) volumes.add(each);
        }
        spec.set("volumes", volumes);
    }
}
