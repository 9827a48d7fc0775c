package dev.vigie.demo.api;

import dev.vigie.demo.merge.Apply;
import dev.vigie.demo.merge.JsonPatch;
import dev.vigie.demo.merge.MergePatch;
import dev.vigie.demo.merge.StrategicMerge;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.model.Resource;
import dev.vigie.demo.schema.Shape;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a PATCH makes of an object, by its content type.
final class Patching {
    static final String APPLY = "application/apply-patch+yaml";

    private static final Set<String> KNOWN = Set.of(
            APPLY,
            "application/json-patch+json",
            "application/merge-patch+json",
            "application/strategic-merge-patch+json");

    private Patching() {}

    /// Whether the call may make an object that is not there.
    static boolean isApply(Call call) {
        return Bodies.type(call).equals(APPLY);
    }

    /// The patched copy of `live`, which is null only for an apply.
    static ObjectNode patched(Call call, @Nullable ObjectNode live, Resource resource, Shape shape, Instant now) {
        if (!KNOWN.contains(Bodies.type(call))) throw unsupported();
        Options.ofWrite(call, "PatchOptions", isApply(call));
        if (isApply(call)) return applied(call, live, shape, now);
        if (live == null) throw new IllegalArgumentException("only an apply creates");
        JsonNode patch = tree(call);
        return switch (Bodies.type(call)) {
            case "application/json-patch+json" -> {
                if (patch instanceof ArrayNode steps) yield JsonPatch.patched(live, steps);
                throw Refused.badRequest("error decoding patch: json: cannot unmarshal "
                        + JsonFault.sort(patch.toString()) + " into Go value of type []handlers.jsonPatchOp");
            }
            case "application/merge-patch+json" -> MergePatch.patched(live, object(patch));
            case "application/strategic-merge-patch+json" -> StrategicMerge.patched(live, object(patch), shape);
            default -> throw unsupported();
        };
    }

    static Refused unsupported() {
        return Refused.with(
                415,
                "UnsupportedMediaType",
                "415: Unsupported Media Type",
                tools.jackson.databind.node.JsonNodeFactory.instance.objectNode());
    }

    private static ObjectNode applied(Call call, @Nullable ObjectNode live, Shape shape, Instant now) {
        String manager = call.asked("fieldManager");
        JsonNode tree = Yaml.tree(new String(call.body(), StandardCharsets.UTF_8));
        return Apply.applied(live, object(tree), manager, call.says("force"), shape, now);
    }

    private static ObjectNode object(JsonNode patch) {
        if (patch instanceof ObjectNode object) return object;
        throw Refused.badRequest("error decoding patch: json: cannot unmarshal " + JsonFault.sort(patch.toString())
                + " into Go value of type map[string]interface {}");
    }

    private static JsonNode tree(Call call) {
        String fault = JsonFault.of(new String(call.body(), StandardCharsets.UTF_8));
        if (!fault.isEmpty()) throw Refused.badRequest("error decoding patch: " + fault);
        return Wire.tree(call.body());
    }
}
