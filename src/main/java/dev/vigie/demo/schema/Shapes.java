package dev.vigie.demo.schema;

import dev.vigie.demo.model.Resource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How the objects of each kind are built.
public final class Shapes {
    private Shapes() {}

    public static Shape of(Resource resource) {
        @Nullable ObjectNode document = OpenApi.of(resource.apiVersion());
        if (document == null) return Shape.UNKNOWN;
        JsonNode schema = OpenApi.schema(document, resource.group(), resource.version(), resource.kind());
        return schema == null
                ? Shape.UNKNOWN
                : new Shape(schema, document.path("components").path("schemas"));
    }

    /// By the schema of a CustomResourceDefinition; the head of an object is as everywhere.
    public static Shape ofDefinition(JsonNode schema) {
        return new Shape(schema, JsonNodeFactory.instance.objectNode());
    }
}
