package dev.vigie.demo.api;

import dev.vigie.demo.model.Cause;
import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.model.Resource;
import dev.vigie.demo.rules.Rules;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Fields that nobody knows, and values of the wrong type: refused, warned of or passed over, as a call asks
/// (`fieldValidation`).
final class Fields {
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
        String text = object.toString();
        List<String> unknown = new ArrayList<>(custom.of(resource, object));
        try {
            unknown.addAll(Rules.read(resource, object));
        } catch (Refused refused) {
            String why = String.valueOf(Json.text(refused.status(), "message"));
            String start = "cannot be handled as a " + resource.kind() + ": ";
            int at = why.indexOf(start);
            throw invalid(text, at < 0 ? why : why.substring(at + start.length()));
        }
        if (strict(call) && !unknown.isEmpty()) throw invalid(text, sentence(unknown));
        return warnings(call, unknown);
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
