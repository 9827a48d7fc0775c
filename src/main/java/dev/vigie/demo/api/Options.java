package dev.vigie.demo.api;

import dev.vigie.demo.model.Cause;
import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.model.Resource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Whether what stands around a request is in order: the query of lists and writes, the options of a delete.
final class Options {
    private static final String MATCH = "resourceVersionMatch";

    private static final int LONGEST_MANAGER = 128;

    private Options() {}

    static void ofList(Call call, boolean watch) {
        List<Cause> causes = new ArrayList<>();
        String match = call.asked(MATCH);
        if (call.query().containsKey("sendInitialEvents")) initial(match, watch, causes);
        else if (watch && !match.isEmpty()) {
            causes.add(forbidden(
                    MATCH, "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided"));
        } else if (!match.isEmpty()) matched(call, match, causes);
        refuse("ListOptions", causes);
    }

    private static void initial(String match, boolean watch, List<Cause> causes) {
        if (!watch) causes.add(forbidden("sendInitialEvents", "sendInitialEvents is forbidden for list"));
        else if (!match.equals("NotOlderThan")) {
            causes.add(forbidden(MATCH, "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan"));
        }
    }

    private static void matched(Call call, String match, List<Cause> causes) {
        String version = call.asked("resourceVersion");
        if (version.isEmpty()) {
            causes.add(forbidden(MATCH, "resourceVersionMatch is forbidden unless resourceVersion is provided"));
        }
        if (!call.asked("continue").isEmpty()) {
            causes.add(forbidden(MATCH, "resourceVersionMatch is forbidden when continue is provided"));
        }
        if (!match.equals("Exact") && !match.equals("NotOlderThan")) {
            causes.add(new Cause(
                    "FieldValueNotSupported",
                    "Unsupported value: \"" + match + "\": supported values: \"Exact\", \"NotOlderThan\", \"\"",
                    MATCH));
        }
        if (match.equals("Exact") && version.equals("0")) {
            causes.add(forbidden(MATCH, "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\""));
        }
    }

    /// `kind` is `CreateOptions`, `UpdateOptions` or `PatchOptions`.
    static void ofWrite(Call call, String kind, boolean apply) {
        List<Cause> causes = new ArrayList<>();
        if (apply && call.asked("fieldManager").isEmpty()) {
            causes.add(new Cause("FieldValueRequired", "Required value: is required for apply patch", "fieldManager"));
        }
        if (kind.equals("PatchOptions") && !apply && call.query().containsKey("force")) {
            causes.add(forbidden("force", "may not be specified for non-apply patch"));
        }
        manager(call.asked("fieldManager"), causes);
        dryRun(call.query().getOrDefault("dryRun", List.of()), causes);
        String validation = call.asked("fieldValidation");
        if (!List.of("", "Ignore", "Strict", "Warn").contains(validation)) {
            causes.add(new Cause(
                    "FieldValueNotSupported",
                    "Unsupported value: \"" + validation
                            + "\": supported values: \"\", \"Ignore\", \"Strict\", \"Warn\"",
                    "fieldValidation"));
        }
        refuse(kind, causes);
    }

    private static void manager(String name, List<Cause> causes) {
        String field = "fieldManager";
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_MANAGER) {
            causes.add(new Cause(
                    "FieldValueTooLong", "Too long: may not be more than " + LONGEST_MANAGER + " bytes", field));
        }
        for (int i = 0; i < name.length(); i++) {
            char each = name.charAt(i);
            if (!Character.isISOControl(each)) continue;
            String shown = JsonNodeFactory.instance.stringNode(name).toString();
            String why = "invalid character U+%04X (at position %d)".formatted((int) each, i);
            causes.add(new Cause("FieldValueInvalid", "Invalid value: " + shown + ": " + why, field));
        }
    }

    static void ofDelete(ObjectNode options) {
        List<Cause> causes = new ArrayList<>();
        String policy = Json.text(options, "propagationPolicy");
        if (!policy.isEmpty() && Json.at(options, "orphanDependents") != null) {
            causes.add(new Cause(
                    "FieldValueInvalid",
                    "Invalid value: \"" + policy + "\": orphanDependents and deletionPropagation cannot be both set",
                    "propagationPolicy"));
        }
        if (!policy.isEmpty() && !List.of("Foreground", "Background", "Orphan").contains(policy)) {
            causes.add(new Cause(
                    "FieldValueNotSupported",
                    "Unsupported value: \"" + policy
                            + "\": supported values: \"Foreground\", \"Background\", \"Orphan\", \"nil\"",
                    "propagationPolicy"));
        }
        dryRun(Json.list(options, "dryRun").stream().map(JsonNode::asString).toList(), causes);
        refuse("DeleteOptions", causes);
    }

    private static void dryRun(List<String> said, List<Cause> causes) {
        if (said.isEmpty() || said.equals(List.of("All"))) return;
        StringBuilder list = new StringBuilder("[");
        for (String each : said)
            list.append(list.length() > 1 ? "," : "").append('"').append(each).append('"');
        causes.add(new Cause(
                "FieldValueNotSupported", "Unsupported value: " + list + "]: supported values: \"All\"", "dryRun"));
    }

    private static Cause forbidden(String field, String why) {
        return new Cause("FieldValueForbidden", "Forbidden: " + why, field);
    }

    private static void refuse(String kind, List<Cause> causes) {
        if (causes.isEmpty()) return;
        throw Refused.invalid(new Resource("meta.k8s.io", "v1", "", "", kind, false, List.of(), List.of()), "", causes);
    }
}
