package dev.vigie.demo.rules.admit;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Objects;
import dev.vigie.demo.model.Resource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The schemas of custom kinds.
public final class Definitions {
    private final Objects objects;

    public Definitions(Objects objects) {
        this.objects = objects;
    }

    /// The schema of a custom kind; null for all others.
    public @Nullable JsonNode schema(Resource resource) {
        if (!resource.group().contains(".") || resource.group().endsWith(".k8s.io")) return null;
        JsonNode definition = objects.get("customresourcedefinitions.apiextensions.k8s.io", "", resource.key());
        for (JsonNode version : Json.list(definition, "spec", "versions")) {
            if (!Json.text(version, "name").equals(resource.version())) continue;
            return Json.at(version, "schema", "openAPIV3Schema");
        }
        return null;
    }
}
