package dev.vigie.demo.rules.judge;

import dev.vigie.demo.model.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The users that pods and containers run as.
final class SecurityFaults {
    private static final long MOST = Integer.MAX_VALUE;

    private SecurityFaults() {}

    static void pod(@Nullable JsonNode spec, String at, Faults faults) {
        JsonNode context = Json.at(spec, "securityContext");
        for (String field : new String[] {"fsGroup", "runAsUser", "runAsGroup"}) id(context, field, at, faults);
    }

    private static void id(@Nullable JsonNode context, String field, String at, Faults faults) {
        JsonNode value = Json.at(context, field);
        if (value != null) faults.between(at + "." + field, value.asLong(), 0, MOST);
    }

    static void container(@Nullable JsonNode context, String at, Faults faults) {
        id(context, "runAsUser", at, faults);
        id(context, "runAsGroup", at, faults);
        JsonNode escalation = Json.at(context, "allowPrivilegeEscalation");
        if (context == null || escalation == null || escalation.asBoolean()) return;
        if (Json.is(context, "privileged")) {
            faults.shown(at, go(context), "cannot set `allowPrivilegeEscalation` to false and `privileged` to true");
        }
        for (JsonNode each : Json.list(context, "capabilities", "add")) {
            if (!each.asString().equals("CAP_SYS_ADMIN")) continue;
            faults.shown(
                    at,
                    go(context),
                    "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN");
        }
    }

    /// The context as the server's own type is printed: each field, in its order, with a capital.
    private static String go(JsonNode context) {
        StringBuilder text = new StringBuilder("{");
        for (String field : new String[] {
            "capabilities",
            "privileged",
            "seLinuxOptions",
            "windowsOptions",
            "runAsUser",
            "runAsGroup",
            "runAsNonRoot",
            "readOnlyRootFilesystem",
            "allowPrivilegeEscalation",
            "procMount",
            "seccompProfile",
            "appArmorProfile"
        }) {
            String name = field.equals("seLinuxOptions")
                    ? "SELinuxOptions"
                    : Character.toUpperCase(field.charAt(0)) + field.substring(1);
            JsonNode value = Json.at(context, field);
            if (text.length() > 1) text.append(',');
            text.append('"').append(name).append("\":").append(value == null ? "null" : value.toString());
        }
        return text.append('}').toString();
    }
}
