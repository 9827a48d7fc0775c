package dev.vigie.demo.rules;

import dev.vigie.demo.model.Cause;
import dev.vigie.demo.model.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What happens to an object between decoding and storing.
public final class Rules {
    private Rules() {}

    public static void fill(Resource resource, ObjectNode object) {}

    public static void created(Resource resource, ObjectNode object) {}

    public static void updated(Resource resource, ObjectNode before, ObjectNode after, boolean status) {}

    public static List<Cause> faults(Resource resource, @Nullable ObjectNode before, ObjectNode after, boolean status) {
        return List.of();
    }

    public static List<String> warnings(Resource resource, ObjectNode object) {
        return List.of();
    }
}
