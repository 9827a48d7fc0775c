package dev.vigie.demo.merge;

import dev.vigie.demo.schema.Shape;
import tools.jackson.databind.node.ObjectNode;

/// Stand-in.
public final class StrategicMerge {
    private StrategicMerge() {}

    public static ObjectNode patched(ObjectNode object, ObjectNode patch, Shape shape) {
        return MergePatch.patched(object, patch);
    }
}
