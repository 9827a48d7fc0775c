package dev.vigie.demo.rules.judge;

import dev.vigie.demo.model.Json;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The environment of a container.
final class VariableFaults {
    private static final Set<String> FIELDS = Set.of(
            "metadata.name",
            "metadata.namespace",
            "metadata.uid",
            "spec.nodeName",
            "spec.serviceAccountName",
            "status.hostIP",
            "status.hostIPs",
            "status.podIP",
            "status.podIPs");
    private static final String[] SOURCES = {
        "fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef", "fileKeyRef"
    };
    private static final String[] AMOUNTS = {
        "limits.cpu",
        "limits.ephemeral-storage",
        "limits.memory",
        "requests.cpu",
        "requests.ephemeral-storage",
        "requests.memory"
    };

    private final JsonNode container;
    private final String at;
    private final Faults faults;

    VariableFaults(JsonNode container, String at, Faults faults) {
        this.container = container;
        this.at = at;
        this.faults = faults;
    }

    void check() {
        int index = 0;
        for (JsonNode variable : Json.list(container, "env")) one(variable, at + ".env[" + index++ + "]");
        index = 0;
        for (JsonNode source : Json.list(container, "envFrom")) from(source, at + ".envFrom[" + index++ + "]");
    }

    private void one(JsonNode variable, String here) {
        String name = Json.text(variable, "name");
        if (name.isEmpty()) faults.required(here + ".name");
        else PodFaults.named(name, here + ".name", Words.variable(name), faults);
        JsonNode source = Json.at(variable, "valueFrom");
        if (source == null) return;
        String field = here + ".valueFrom";
        List<String> named = List.of(SOURCES).stream()
                .filter(each -> Json.at(source, each) != null)
                .toList();
        for (String each : named) reference(source, each, field + "." + each);
        if (named.isEmpty()) {
            faults.invalid(
                    field,
                    "",
                    "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or "
                            + "`fileKeyRef`");
        } else if (!Json.text(variable, "value").isEmpty()) {
            faults.invalid(field, "", "may not be specified when `value` is not empty");
        } else if (named.size() > 1) {
            faults.invalid(field, "", "may not have more than one field specified at a time");
        }
    }

    private void reference(JsonNode source, String kind, String field) {
        switch (kind) {
            case "fieldRef" -> path(Json.text(source, kind, "fieldPath"), field);
            case "resourceFieldRef" -> {
                String resource = Json.text(source, kind, "resource");
                if (resource.isEmpty()) faults.required(field + ".resource");
                else if (!resource.contains("hugepages-")) faults.among(field + ".resource", resource, AMOUNTS);
            }
            case "configMapKeyRef", "secretKeyRef" -> {
                String name = Json.text(source, kind, "name");
                PodFaults.named(name, field + ".name", Words.subdomain(name), faults);
                String key = Json.text(source, kind, "key");
                if (key.isEmpty()) faults.required(field + ".key");
                else PodFaults.named(key, field + ".key", Words.key(key), faults);
            }
            default -> {}
        }
    }

    private void path(String path, String field) {
        if (path.isEmpty()) faults.required(field + ".fieldPath");
        boolean part = path.matches("metadata\\.(labels|annotations)\\['[^']+'\\]");
        if (path.isEmpty() || part || FIELDS.contains(path)) return;
        if (path.equals("metadata.labels") || path.equals("metadata.annotations")) {
            faults.unsupported(
                    field + ".fieldPath", path, FIELDS.stream().sorted().toArray(String[]::new));
            return;
        }
        faults.invalid(field + ".fieldPath", path, "error converting fieldPath: field label not supported: " + path);
    }

    private void from(JsonNode source, String here) {
        String prefix = Json.text(source, "prefix");
        if (!prefix.isEmpty()) PodFaults.named(prefix, here + ".prefix", Words.variable(prefix), faults);
        int count = 0;
        for (String kind : new String[] {"configMapRef", "secretRef"}) {
            JsonNode found = Json.at(source, kind);
            if (found == null) continue;
            count++;
            String name = Json.text(found, "name");
            String field = here + "." + kind + ".name";
            if (name.isEmpty()) faults.required(field);
            else PodFaults.named(name, field, Words.subdomain(name), faults);
        }
        String all = at + ".envFrom";
        if (count == 0) faults.invalid(all, "", "must specify one of: `configMapRef` or `secretRef`");
        if (count > 1) faults.invalid(all, "", "may not have more than one field specified at a time");
    }
}
