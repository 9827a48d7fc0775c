package dev.vigie.demo.rules.judge;

import dev.vigie.demo.model.Json;
import tools.jackson.databind.JsonNode;

/// Roles and bindings.
final class RightFaults {
    private RightFaults() {}

    static void role(JsonNode object, boolean namespaced, Faults faults) {
        int index = 0;
        for (JsonNode rule : Json.list(object, "rules")) rule(rule, "rules[" + index++ + "]", namespaced, faults);
    }

    private static void rule(JsonNode rule, String at, boolean namespaced, Faults faults) {
        if (Json.list(rule, "verbs").isEmpty()) {
            faults.required(at + ".verbs", "verbs must contain at least one value");
        }
        var urls = Json.list(rule, "nonResourceURLs");
        boolean groups = !Json.list(rule, "apiGroups").isEmpty();
        boolean resources = !Json.list(rule, "resources").isEmpty();
        if (!urls.isEmpty()) {
            if (namespaced) {
                faults.shown(
                        at + ".nonResourceURLs",
                        String.valueOf(Json.at(rule, "nonResourceURLs")),
                        "namespaced rules cannot apply to non-resource URLs");
            } else if (groups || resources) {
                faults.shown(
                        at + ".nonResourceURLs",
                        String.valueOf(Json.at(rule, "nonResourceURLs")),
                        "rules cannot apply to both regular resources and non-resource URLs");
            }
            return;
        }
        if (!groups) faults.required(at + ".apiGroups", "resource rules must supply at least one api group");
        if (!resources) faults.required(at + ".resources", "resource rules must supply at least one resource");
    }

    static void binding(JsonNode object, boolean namespaced, Faults faults) {
        JsonNode role = object.path("roleRef");
        if (!Json.text(role, "apiGroup").equals("rbac.authorization.k8s.io")) {
            faults.unsupported("roleRef.apiGroup", Json.text(role, "apiGroup"), "rbac.authorization.k8s.io");
        }
        String kind = Json.text(role, "kind");
        if (namespaced) faults.among("roleRef.kind", kind, "Role", "ClusterRole");
        else faults.among("roleRef.kind", kind, "ClusterRole");
        if (Json.text(role, "name").isEmpty()) faults.required("roleRef.name");
        int index = 0;
        for (JsonNode subject : Json.list(object, "subjects")) {
            subject(subject, "subjects[" + index++ + "]", namespaced, faults);
        }
    }

    private static void subject(JsonNode subject, String at, boolean namespaced, Faults faults) {
        String name = Json.text(subject, "name");
        if (name.isEmpty()) faults.required(at + ".name");
        String kind = Json.text(subject, "kind");
        switch (kind) {
            case "ServiceAccount" -> {
                if (!name.isEmpty()) PodFaults.named(name, at + ".name", Words.subdomain(name), faults);
                if (!namespaced && Json.text(subject, "namespace").isEmpty()) faults.required(at + ".namespace");
            }
            case "User", "Group" -> {}
            default -> faults.unsupported(at + ".kind", kind, "ServiceAccount", "User", "Group");
        }
    }
}
