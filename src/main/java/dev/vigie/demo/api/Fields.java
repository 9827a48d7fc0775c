package dev.vigie.demo.api;

import dev.vigie.demo.model.Cause;
import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.model.Resource;
import dev.vigie.demo.rules.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Fields that nobody knows, and values of the wrong type: refused, warned of or passed over, as a call asks
/// (`fieldValidation`).
final class Fields {
    private static final Pattern UNREADABLE =
            Pattern.compile("json: cannot unmarshal (\\w+) ?(\\S*) into Go struct field .* of type (\\S+)");

    /// Fields that read numbers as well as texts read them in their own way.
    private static final String NUMBER_OR_WORD =
            ".*\\b(maxSurge|maxUnavailable|minAvailable|targetPort|port) of type int32";

    private Fields() {}

    /// The paths that the schema of a custom kind does not know; none for other kinds.
    interface Unknown {
        List<String> of(Resource resource, ObjectNode object);
    }

    /// Reads what a create or update brought, in place; answers with warnings, to which more may be added.
    static List<String> read(Call call, Resource resource, ObjectNode object, Unknown custom) {
        List<String> unknown = new ArrayList<>(custom.of(resource, object));
        unknown.addAll(Rules.read(resource, object));
        if (strict(call) && !unknown.isEmpty()) {
            throw Refused.badRequest(resource.kind() + " in version \"" + resource.version()
                    + "\" cannot be handled as a " + resource.kind() + ": " + sentence(unknown));
        }
        return warnings(call, unknown);
    }

    /// Reads what a patch made, in place; answers with warnings, to which more may be added.
    static List<String> patched(Call call, Resource resource, ObjectNode object, Unknown custom) {
        String text = Patching.named(call, object);
        List<String> unknown = new ArrayList<>();
        for (String word : Patching.unknown(call)) unknown.add("json patch unknown field \"" + word + "\"");
        List<String> paths = new ArrayList<>(custom.of(resource, object));
        try {
            paths.addAll(Rules.read(resource, object));
        } catch (Refused refused) {
            String why = String.valueOf(Json.text(refused.status(), "message"));
            String start = "cannot be handled as a " + resource.kind() + ": ";
            int at = why.indexOf(start);
            String reason = at < 0 ? why : why.substring(at + start.length());
            if (Patching.isApply(call)) throw inconvertible(call, resource, restored(reason));
            throw invalid(text, Patching.isStrategic(call) ? restored(reason) : reason);
        }
        paths.sort(null);
        unknown.addAll(named(paths));
        if (strict(call) && !unknown.isEmpty())
            throw invalid(text, "strict decoding error: " + String.join(", ", unknown));
        return ignored(call) ? new ArrayList<>() : unknown;
    }

    /// What a strategic merge patch or an apply made is read in another way, with other words.
    private static String restored(String reason) {
        Matcher said = UNREADABLE.matcher(reason);
        if (!said.matches()) return reason;
        String wanted = said.group(3);
        String sort = switch (said.group(1)) {
            case "array" -> "slice";
            case "object" -> "map";
            case "number" -> said.group(2).contains(".") ? "float64" : "int64";
            default -> said.group(1);
        };
        if (wanted.startsWith("[]")) return "cannot restore slice from " + sort;
        if (wanted.startsWith("map[")) return "cannot restore map from " + sort;
        if (wanted.contains(".")) return "cannot restore struct from: " + sort;
        if (reason.matches(NUMBER_OR_WORD))
            return "json: cannot unmarshal " + said.group(1) + " into Go value of type int32";
        boolean number = said.group(1).equals("number") && !wanted.equals("bool");
        return number ? "cannot convert " + sort + " to " + wanted : "unrecognized type: " + wanted;
    }

    private static Refused inconvertible(Call call, Resource resource, String why) {
        String version = resource.apiVersion();
        String kind = (version.contains("/") ? "" : "/") + version + ", Kind=" + resource.kind();
        String named = Patching.applied(call);
        return Refused.with(
                500,
                "",
                "failed to convert new object (" + named + "; " + kind
                        + ") to proper version: unable to convert unstructured object to " + kind + ": " + why,
                null);
    }

    private static Refused invalid(String text, String why) {
        String shown = JsonNodeFactory.instance.stringNode(text).toString();
        Cause fault = new Cause("FieldValueInvalid", "Invalid value: " + shown + ": " + why, "patch");
        ObjectNode details = Json.object();
        details.putArray("causes")
                .addObject()
                .put("reason", fault.reason())
                .put("message", fault.message())
                .put("field", fault.field());
        return Refused.with(422, "Invalid", " \"\" is invalid: " + fault, details);
    }

    private static boolean ignored(Call call) {
        return call.asked("fieldValidation").equals("Ignore");
    }

    private static boolean strict(Call call) {
        return call.asked("fieldValidation").equals("Strict");
    }

    private static String sentence(List<String> unknown) {
        return "strict decoding error: " + String.join(", ", named(unknown));
    }

    private static List<String> named(List<String> unknown) {
        List<String> all = new ArrayList<>();
        for (String path : unknown) all.add("unknown field \"" + path + "\"");
        return all;
    }

    private static List<String> warnings(Call call, List<String> unknown) {
        return ignored(call) ? new ArrayList<>() : named(unknown);
    }
}
