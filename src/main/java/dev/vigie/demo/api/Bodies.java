package dev.vigie.demo.api;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.model.Resource;
import dev.vigie.demo.protobuf.Protobuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What clients send, as trees; what cannot be read is `Refused` as the real server does.
final class Bodies {
    /// How many bytes of a bad body are shown.
    private static final int SHOWN = 30;

    /// Versions that are no longer served, but still read.
    private static final Set<String> OLD = Set.of(
            "extensions/v1beta1",
            "apps/v1beta1",
            "apps/v1beta2",
            "batch/v1beta1",
            "autoscaling/v2beta1",
            "autoscaling/v2beta2",
            "policy/v1beta1");

    private Bodies() {}

    /// The media type without its parameters; empty when none was sent.
    static String type(Call call) {
        return call.header("content-type").split(";")[0].trim().toLowerCase(Locale.ROOT);
    }

    /// The object of a create or update.
    static ObjectNode object(Call call, Resource resource) {
        String type = type(call);
        String text = new String(call.body(), StandardCharsets.UTF_8);
        ObjectNode object = switch (type) {
            case "", "application/json" -> json(text, resource);
            case "application/yaml" -> yaml(text, resource);
            case Protobuf.MEDIA_TYPE -> Protobuf.object(call.body());
            default ->
                throw Refused.with(
                        415,
                        "UnsupportedMediaType",
                        "the body of the request was in an unknown format - accepted media types include: application/json, "
                                + "application/yaml, application/vnd.kubernetes.protobuf",
                        null);
        };
        return checked(object, resource);
    }

    private static ObjectNode json(String text, Resource resource) {
        String fault = JsonFault.of(text);
        if (!fault.isEmpty())
            throw unrecognized(resource, "couldn't get version/kind; json parse error: " + fault, text);
        if (Wire.tree(text.getBytes(StandardCharsets.UTF_8)) instanceof ObjectNode object) return object;
        throw unrecognized(
                resource,
                "couldn't get version/kind; json parse error: json: cannot unmarshal " + JsonFault.sort(text)
                        + " into Go value of type struct { APIVersion string \"json:\\\"apiVersion,omitempty\\\"\"; "
                        + "Kind string \"json:\\\"kind,omitempty\\\"\" }",
                text);
    }

    private static ObjectNode yaml(String text, Resource resource) {
        try {
            if (Yaml.tree(text) instanceof ObjectNode object) return object;
        } catch (IllegalArgumentException e) {
            throw unrecognized(resource, String.valueOf(e.getMessage()), text);
        }
        throw unrecognized(resource, "yaml: no object", text);
    }

    private static Refused unrecognized(Resource resource, String why, String text) {
        return Refused.badRequest("the object provided is unrecognized (must be of type " + resource.kind() + "): "
                + why + " (" + shortened(text) + ")");
    }

    /// Its beginning, in hexadecimal unless it looks like an object.
    private static String shortened(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0) return "<empty>";
        byte[] start = Arrays.copyOf(bytes, Math.min(bytes.length, SHOWN));
        String shown = bytes[0] == '{'
                ? new String(start, StandardCharsets.UTF_8)
                : HexFormat.of().formatHex(start);
        return bytes.length > SHOWN ? shown + " ..." : shown;
    }

    /// What is left out is taken from the path; another kind is refused.
    private static ObjectNode checked(ObjectNode object, Resource resource) {
        if (Json.text(object, "kind").isEmpty()) object.put("kind", resource.kind());
        if (Json.text(object, "apiVersion").isEmpty()) object.put("apiVersion", resource.apiVersion());
        String kind = Json.text(object, "kind");
        String version = Json.text(object, "apiVersion");
        if (version.equals(resource.apiVersion()) && kind.equals(resource.kind())) return object;
        boolean known = Kinds.isBuiltIn(version, kind) || OLD.contains(version);
        if (known && kind.equals(resource.kind())) {
            throw Refused.badRequest("the API version in the data (" + version
                    + ") does not match the expected API version (" + resource.apiVersion() + ")");
        }
        String last = version.substring(version.indexOf('/') + 1);
        String why = known
                ? "converting (" + last + "." + kind + ") to (" + inside(resource.group()) + "." + resource.kind()
                        + "): unknown conversion"
                : "no kind \"" + kind + "\" is registered for version \"" + version
                        + "\" in scheme \"pkg/runtime/scheme.go:111\"";
        throw Refused.badRequest(
                kind + " in version \"" + last + "\" cannot be handled as a " + resource.kind() + ": " + why);
    }

    /// What the real server calls a group's own package.
    private static String inside(String group) {
        return group.isEmpty() ? "core" : group.split("\\.")[0];
    }

    /// The options of a delete: the body where there is one, else the query.
    static ObjectNode options(Call call) {
        ObjectNode options = Json.object();
        if (call.body().length > 0) {
            if (type(call).equals(Protobuf.MEDIA_TYPE)) options = Protobuf.object(call.body());
            else options = sent(new String(call.body(), StandardCharsets.UTF_8));
        }
        for (String text : new String[] {"propagationPolicy"}) {
            if (!call.asked(text).isEmpty()) options.put(text, call.asked(text));
        }
        if (!call.asked("gracePeriodSeconds").isEmpty()) {
            options.put("gracePeriodSeconds", Reads.number(call, "gracePeriodSeconds"));
        }
        List<String> dryRun = call.query().getOrDefault("dryRun", List.of());
        if (!dryRun.isEmpty()) {
            ArrayNode said = options.putArray("dryRun");
            dryRun.forEach(said::add);
        }
        Options.ofDelete(options);
        return options;
    }

    private static ObjectNode sent(String text) {
        String fault = JsonFault.of(text);
        if (!fault.isEmpty()) throw Refused.badRequest("couldn't get version/kind; json parse error: " + fault);
        if (!(Wire.tree(text.getBytes(StandardCharsets.UTF_8)) instanceof ObjectNode object)) return Json.object();
        String kind = Json.text(object, "kind");
        if (kind.isEmpty() || kind.equals("DeleteOptions")) return object;
        throw Refused.badRequest("no kind \"" + kind + "\" is registered for version \""
                + Json.text(object, "apiVersion") + "\" in scheme \"pkg/runtime/scheme.go:111\"");
    }
}
