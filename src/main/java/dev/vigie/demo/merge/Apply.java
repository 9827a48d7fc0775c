package dev.vigie.demo.merge;

import dev.vigie.demo.schema.Shape;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Stand-in.
public final class Apply {
    private Apply() {}

    public static ObjectNode applied(
            @Nullable ObjectNode live, ObjectNode applied, String manager, boolean force, Shape shape, Instant now) {
        return live == null ? applied : MergePatch.patched(live, applied);
    }
}
