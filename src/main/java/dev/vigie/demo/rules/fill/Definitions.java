package dev.vigie.demo.rules.fill;

import dev.vigie.demo.model.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The status of custom resource definitions.
public final class Definitions {
    private Definitions() {}

    static void born(ObjectNode definition) {
        ObjectNode status = definition.putObject("status");
        status.putNull("conditions");
        status.putObject("acceptedNames").put("plural", "").put("kind", "");
        ArrayNode stored = status.putArray("storedVersions");
        for (JsonNode version : Json.list(definition, "spec", "versions")) {
            if (Json.is(version, "storage")) stored.add(Json.text(version, "name"));
        }
    }

    /// A copy whose names are accepted and that is served.
    public static ObjectNode established(ObjectNode definition, String time) {
        ObjectNode copy = definition.deepCopy();
        ObjectNode status = Json.object(copy, "status");
        JsonNode names = Json.at(copy, "spec", "names");
        if (names != null) status.set("acceptedNames", names.deepCopy());
        ArrayNode conditions = status.putArray("conditions");
        condition(conditions, "NamesAccepted", "NoConflicts", "no conflicts found", time);
        condition(conditions, "Established", "InitialNamesAccepted", "the initial names have been accepted", time);
        return copy;
    }

    private static void condition(ArrayNode all, String type, String reason, String message, String time) {
        ObjectNode condition = all.addObject().put("type", type).put("status", "True");
        condition.put("lastTransitionTime", time).put("reason", reason).put("message", message);
    }
}
