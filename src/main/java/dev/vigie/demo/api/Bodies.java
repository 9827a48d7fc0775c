package dev.vigie.demo.api;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.model.Resource;
import dev.vigie.demo.protobuf.Protobuf;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What clients send, as trees; what cannot be read is `Refused` as the real server does.
final class Bodies {
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
        return checked(object, resource, text);
    }

    private static ObjectNode json(String text, Resource resource) {
        try {
            if (Wire.tree(text.getBytes(StandardCharsets.UTF_8)) instanceof ObjectNode object) return object;
            throw unrecognized(resource, "json: cannot unmarshal into Go value of type", text);
        } catch (JacksonException e) {
            throw unrecognized(resource, String.valueOf(e.getOriginalMessage()), text);
        }
    }

    private static ObjectNode yaml(String text, Resource resource) {
        JsonNode tree = Yaml.tree(text);
        if (tree instanceof ObjectNode object) return object;
        throw unrecognized(resource, "yaml: no object", text);
    }

    private static Refused unrecognized(Resource resource, String why, String text) {
        return Refused.badRequest("the object provided is unrecognized (must be of type " + resource.kind()
                + "): couldn't get version/kind; json parse error: " + why + " (" + shortened(text) + ")");
    }

    private static String shortened(String text) {
        return text.length() <= 70 ? text : text.substring(0, 70) + " ...";
    }

    /// An object without kind is taken for what the path says; another kind is refused.
    private static ObjectNode checked(ObjectNode object, Resource resource, String text) {
        String kind = Json.text(object, "kind");
        String version = Json.text(object, "apiVersion");
        if (kind.isEmpty() && version.isEmpty()) {
            object.put("kind", resource.kind()).put("apiVersion", resource.apiVersion());
            return object;
        }
        if (kind.isEmpty()) throw Refused.badRequest("Object 'Kind' is missing in '" + text + "'");
        if (version.isEmpty()) throw Refused.badRequest("Object 'apiVersion' is missing in '" + text + "'");
        if (!version.equals(resource.apiVersion())) {
            throw Refused.badRequest("the API version in the data (" + version
                    + ") does not match the expected API version (" + resource.apiVersion() + ")");
        }
        if (!kind.equals(resource.kind())) {
            throw Refused.badRequest(
                    kind + " in version \"" + resource.version() + "\" cannot be handled as a " + resource.kind());
        }
        return object;
    }

    /// The options of a delete: the body where there is one, else the query.
    static ObjectNode options(Call call) {
        ObjectNode options = Json.object();
        if (call.body().length > 0) {
            try {
                if (type(call).equals(Protobuf.MEDIA_TYPE)) options = Protobuf.object(call.body());
                else if (Wire.tree(call.body()) instanceof ObjectNode sent) options = sent;
            } catch (JacksonException e) {
                throw Refused.badRequest("couldn't get version/kind; json parse error: " + e.getOriginalMessage());
            }
        }
        for (String text : new String[] {"propagationPolicy"}) {
            if (!call.asked(text).isEmpty()) options.put(text, call.asked(text));
        }
        if (!call.asked("gracePeriodSeconds").isEmpty()) {
            options.put("gracePeriodSeconds", Reads.number(call, "gracePeriodSeconds"));
        }
        if (call.dryRun()) options.putArray("dryRun").add("All");
        return options;
    }
}
