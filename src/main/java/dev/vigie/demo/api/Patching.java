package dev.vigie.demo.api;

import dev.vigie.demo.merge.Apply;
import dev.vigie.demo.merge.Go;
import dev.vigie.demo.merge.JsonPatch;
import dev.vigie.demo.merge.MergePatch;
import dev.vigie.demo.merge.StrategicMerge;
import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.model.Resource;
import dev.vigie.demo.schema.Shape;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
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
        if (isApply(call)) return applied(call, live, resource, shape, now);
        if (live == null) throw new IllegalArgumentException("only an apply creates");
        JsonNode patch = tree(call);
        return switch (Bodies.type(call)) {
            case "application/json-patch+json" -> {
                if (!(patch instanceof ArrayNode steps)) throw unreadable(patch, "[]handlers.jsonPatchOp");
                for (JsonNode step : steps) if (!step.isObject()) throw unreadable(step, "handlers.jsonPatchOp");
                yield JsonPatch.patched(live, steps);
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

    private static ObjectNode applied(
            Call call, @Nullable ObjectNode live, Resource resource, Shape shape, Instant now) {
        ObjectNode wanted = yaml(new String(call.body(), StandardCharsets.UTF_8));
        String version = Json.text(wanted, "apiVersion");
        String kind = Json.text(wanted, "kind");
        if (!version.equals(resource.apiVersion()) || !kind.equals(resource.kind())) {
            String shown = version.contains("/") ? version : "/" + version;
            throw Refused.badRequest("invalid object type: " + shown + ", Kind=" + kind);
        }
        String uid = Json.uid(wanted);
        if (live == null && !uid.isEmpty()) {
            throw Refused.conflict(
                    resource,
                    Json.name(wanted),
                    "uid mismatch: the provided object specified uid " + uid + ", and no existing object was found");
        }
        Apply.Applier applier = new Apply.Applier(call.asked("fieldManager"), call.says("force"));
        return Apply.applied(live, wanted, applier, shape, now);
    }

    /// The object of an apply as messages name it: its namespace, where it says one, and its name.
    static String applied(Call call) {
        ObjectNode wanted = yaml(new String(call.body(), StandardCharsets.UTF_8));
        return Json.namespace(wanted) + "/" + Json.name(wanted);
    }

    private static ObjectNode yaml(String text) {
        try {
            JsonNode tree = Yaml.tree(text);
            if (tree.isNull() || tree.isMissingNode()) return Json.object();
            if (tree instanceof ObjectNode object) return object;
            throw Refused.badRequest("error decoding YAML: error unmarshaling JSON: while decoding JSON: json: "
                    + "cannot unmarshal " + JsonFault.sort(tree.toString())
                    + " into Go value of type map[string]interface {}");
        } catch (IllegalArgumentException e) {
            throw Refused.badRequest("error decoding YAML: error converting YAML to JSON: " + e.getMessage());
        }
    }

    private static ObjectNode object(JsonNode patch) {
        if (patch instanceof ObjectNode object) return object;
        throw unreadable(patch, "map[string]interface {}");
    }

    private static Refused unreadable(JsonNode patch, String wanted) {
        return Refused.badRequest("error decoding patch: json: cannot unmarshal " + JsonFault.sort(patch.toString())
                + " into Go value of type " + wanted);
    }

    /// Words of a JSON patch that mean nothing.
    static List<String> unknown(Call call) {
        if (!Bodies.type(call).equals("application/json-patch+json")) return List.of();
        return tree(call) instanceof ArrayNode steps ? JsonPatch.unknown(steps) : List.of();
    }

    /// How a refusal names what was patched: the result as JSON, but a strategic merge patch itself, in Go's way.
    static String named(Call call, JsonNode patched) {
        return isStrategic(call) ? Go.text(tree(call)) : patched.toString();
    }

    static boolean isStrategic(Call call) {
        return Bodies.type(call).equals("application/strategic-merge-patch+json");
    }

    private static JsonNode tree(Call call) {
        String fault = JsonFault.of(new String(call.body(), StandardCharsets.UTF_8));
        if (!fault.isEmpty()) throw Refused.badRequest("error decoding patch: " + fault);
        return Wire.tree(call.body());
    }
}
