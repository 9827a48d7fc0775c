package dev.vigie.demo.model;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// One change of one object, at one resource version. `before` is null for an object that was added, `after` is the
/// object
/// with its new version, for a deleted one its last state. Neither tree may be changed.
public record Change(
        Resource resource,
        long version,
        Type type,
        @Nullable ObjectNode before,
        ObjectNode after) {
    /// The names of watch events.
    public enum Type {
        ADDED,
        MODIFIED,
        DELETED
    }
}
