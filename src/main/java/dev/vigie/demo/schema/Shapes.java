package dev.vigie.demo.schema;

import dev.vigie.demo.model.Resource;
import tools.jackson.databind.JsonNode;

/// Stand-in.
public final class Shapes {
    private Shapes() {}

    public static Shape of(Resource resource) {
        return new Shape();
    }

    public static Shape ofDefinition(JsonNode schema) {
        return new Shape();
    }
}
