package dev.vigie.demo.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A request that was refused, with the code and the Status a real API server answers.
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int code;
    private final transient ObjectNode status;

    private Refused(int code, String reason, String message, @Nullable ObjectNode details) {
        super(message, null, false, false);
        this.code = code;
        status = JsonNodeFactory.instance.objectNode();
        status.put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        status.put("status", "Failure").put("message", message);
        if (!reason.isEmpty()) status.put("reason", reason);
        if (details != null) status.set("details", details);
        status.put("code", code);
    }

    /// Any other refusal; `details` as in a Status.
    public static Refused with(int code, String reason, String message, @Nullable ObjectNode details) {
        return new Refused(code, reason, message, details);
    }

    public static Refused notFound(Resource resource, String name) {
        return new Refused(
                404, "NotFound", resource.key() + " \"" + name + "\" not found", details(resource, name, List.of()));
    }

    public static Refused alreadyExists(Resource resource, String name) {
        return new Refused(
                409,
                "AlreadyExists",
                resource.key() + " \"" + name + "\" already exists",
                details(resource, name, List.of()));
    }

    /// Somebody else was faster, or meant another object; `why` is the end of the sentence.
    public static Refused conflict(Resource resource, String name, String why) {
        return new Refused(
                409,
                "Conflict",
                "Operation cannot be fulfilled on " + resource.key() + " \"" + name + "\": " + why,
                details(resource, name, List.of()));
    }

    public static Refused forbidden(Resource resource, String name, String why) {
        String which = name.isEmpty() ? resource.key() : resource.key() + " \"" + name + "\"";
        return new Refused(403, "Forbidden", which + " is forbidden: " + why, details(resource, name, List.of()));
    }

    /// An object whose fields are wrong; a real server names its kind in `details`, not the resource.
    public static Refused invalid(Resource resource, String name, List<Cause> causes) {
        List<String> said = causes.stream().map(Cause::toString).distinct().toList();
        String faults = said.size() == 1 ? said.getFirst() : said.toString();
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        if (!name.isEmpty()) details.put("name", name);
        if (!resource.group().isEmpty()) details.put("group", resource.group());
        if (!resource.kind().isEmpty()) details.put("kind", resource.kind());
        causes(details, causes);
        return new Refused(422, "Invalid", resource.groupKind() + " \"" + name + "\" is invalid: " + faults, details);
    }

    public static Refused badRequest(String message) {
        return new Refused(400, "BadRequest", message, null);
    }

    /// A watch or a continued list from before what is remembered.
    public static Refused expired(String message) {
        return new Refused(410, "Expired", message, null);
    }

    private static ObjectNode details(Resource resource, String name, List<Cause> causes) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        if (!name.isEmpty()) details.put("name", name);
        if (!resource.group().isEmpty()) details.put("group", resource.group());
        details.put("kind", resource.plural());
        causes(details, causes);
        return details;
    }

    private static void causes(ObjectNode details, List<Cause> causes) {
        if (causes.isEmpty()) return;
        ArrayNode list = details.putArray("causes");
        for (Cause cause : causes) {
            list.addObject()
                    .put("reason", cause.reason())
                    .put("message", cause.message())
                    .put("field", cause.field());
        }
    }

    /// The HTTP status code.
    public int code() {
        return code;
    }

    /// The Status object; the caller may keep it.
    public ObjectNode status() {
        return status.deepCopy();
    }
}
