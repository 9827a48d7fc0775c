package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The ConfigMaps and Secrets that a pod needs, and what is said when they or their keys are missing.
final class References {
    private final World world;
    private final ObjectNode pod;

    References(World world, ObjectNode pod) {
        this.world = world;
        this.pod = pod;
    }

    /// What a container's environment lacks, or null.
    @Nullable
    String missing(JsonNode container) {
        for (JsonNode from : Json.list(container, "envFrom")) {
            String fault = absent("configmap", Json.at(from, "configMapRef"));
            if (fault == null) fault = absent("secret", Json.at(from, "secretRef"));
            if (fault != null) return fault;
        }
        for (JsonNode variable : Json.list(container, "env")) {
            String fault = keyless("configmap", "ConfigMap", Json.at(variable, "valueFrom", "configMapKeyRef"));
            if (fault == null) fault = keyless("secret", "Secret", Json.at(variable, "valueFrom", "secretKeyRef"));
            if (fault != null) return fault;
        }
        return null;
    }

    private @Nullable String absent(String kind, @Nullable JsonNode reference) {
        if (reference == null || Json.is(reference, "optional")) return null;
        String name = Json.text(reference, "name");
        return object(kind, name) == null ? notFound(kind, name) : null;
    }

    private @Nullable String keyless(String kind, String called, @Nullable JsonNode reference) {
        if (reference == null || Json.is(reference, "optional")) return null;
        String name = Json.text(reference, "name");
        ObjectNode found = object(kind, name);
        if (found == null) return notFound(kind, name);
        String key = Json.text(reference, "key");
        return has(found, key)
                ? null
                : "couldn't find key %s in %s %s/%s".formatted(key, called, Json.namespace(pod), name);
    }

    private @Nullable ObjectNode object(String kind, String name) {
        return world.get(kind + "s", Json.namespace(pod), name);
    }

    private static String notFound(String kind, String name) {
        return "%s \"%s\" not found".formatted(kind, name);
    }

    private static boolean has(ObjectNode object, String key) {
        return Json.at(object, "data", key) != null || Json.at(object, "binaryData", key) != null;
    }

    /// What cannot be mounted: volume name to fault, in order.
    Map<String, String> unmountable() {
        Map<String, String> faults = new LinkedHashMap<>();
        for (JsonNode volume : Json.list(pod, "spec", "volumes")) {
            String fault = unmountable(volume);
            if (fault != null) faults.put(Json.text(volume, "name"), fault);
        }
        return faults;
    }

    private @Nullable String unmountable(JsonNode volume) {
        String fault = source("configmap", Json.at(volume, "configMap"), "name");
        if (fault == null) fault = source("secret", Json.at(volume, "secret"), "secretName");
        for (JsonNode source : Json.list(volume, "projected", "sources")) {
            if (fault == null) fault = source("configmap", Json.at(source, "configMap"), "name");
            if (fault == null) fault = source("secret", Json.at(source, "secret"), "name");
        }
        return fault;
    }

    private @Nullable String source(String kind, @Nullable JsonNode source, String field) {
        if (source == null || Json.is(source, "optional")) return null;
        String name = Json.text(source, field);
        ObjectNode found = object(kind, name);
        if (found == null) return notFound(kind, name);
        for (JsonNode item : Json.list(source, "items")) {
            String key = Json.text(item, "key");
            if (has(found, key)) continue;
            return kind.equals("secret")
                    ? "references non-existent secret key: " + key
                    : "configmap references non-existent config key: " + key;
        }
        return null;
    }
}
