package dev.vigie.demo.api;

import dev.vigie.demo.model.Resource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Writes down who owns which field.
interface Owners {
    /// Brings `managedFields` of `after` up to date; the tree is changed in place.
    void updated(@Nullable ObjectNode before, ObjectNode after, Resource resource, String manager, String part);
}
