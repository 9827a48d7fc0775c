package dev.vigie.demo.rules.fill;

import dev.vigie.demo.model.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Namespaces, secrets, limits, rights, classes and definitions.
final class OtherDefaults {
    private static final String RIGHTS = "rbac.authorization.k8s.io";

    private OtherDefaults() {}

    static void namespace(ObjectNode namespace) {
        Gap.text(Json.object(namespace, "status"), "phase", "Active");
        String name = Json.name(namespace);
        if (!name.isEmpty()) {
            Json.object(namespace, "metadata", "labels").put("kubernetes.io/metadata.name", name);
        }
    }

    static void node(ObjectNode node) {
        ObjectNode spec = Json.object(node, "spec");
        String range = Json.text(spec, "podCIDR");
        if (!range.isEmpty() && Json.at(spec, "podCIDRs") == null)
            spec.putArray("podCIDRs").add(range);
        ObjectNode status = Json.object(node, "status");
        if (Json.at(status, "allocatable") != null) return;
        JsonNode capacity = Json.at(status, "capacity");
        if (capacity != null) status.set("allocatable", capacity.deepCopy());
    }

    static void secret(ObjectNode secret) {
        Gap.text(secret, "type", "Opaque");
        if (!(secret.remove("stringData") instanceof ObjectNode texts) || texts.isEmpty()) return;
        ObjectNode data = Json.object(secret, "data");
        texts.properties().forEach(each -> {
            byte[] bytes = each.getValue().asString().getBytes(StandardCharsets.UTF_8);
            data.put(each.getKey(), Base64.getEncoder().encodeToString(bytes));
        });
    }

    static void limits(ObjectNode range) {
        for (ObjectNode item : Gap.each(range, "spec", "limits")) {
            if (!Json.text(item, "type").equals("Container")) continue;
            copied(item, "max", "default");
            copied(item, "default", "defaultRequest");
            copied(item, "min", "defaultRequest");
        }
    }

    /// What one map says of a resource that the other does not name.
    private static void copied(ObjectNode item, String from, String to) {
        ObjectNode source = Gap.inner(item, from);
        if (source == null) {
            return;
        }
        ObjectNode target = Json.object(item, to);
        source.properties().forEach(each -> {
            if (target.get(each.getKey()) == null) target.set(each.getKey(), each.getValue());
        });
    }

    static void binding(ObjectNode binding) {
        ObjectNode reference = Json.object(binding, "roleRef");
        Gap.text(reference, "apiGroup", RIGHTS);
        for (ObjectNode subject : Gap.each(binding, "subjects")) {
            String kind = Json.text(subject, "kind");
            if (kind.equals("User") || kind.equals("Group")) Gap.text(subject, "apiGroup", RIGHTS);
        }
    }

    static void storageClass(ObjectNode type) {
        Gap.text(type, "reclaimPolicy", "Delete");
        Gap.text(type, "volumeBindingMode", "Immediate");
    }

    static void priorityClass(ObjectNode type) {
        Gap.text(type, "preemptionPolicy", "PreemptLowerPriority");
    }

    static void definition(ObjectNode definition) {
        ObjectNode spec = Json.object(definition, "spec");
        ObjectNode names = Json.object(spec, "names");
        String kind = Json.text(names, "kind");
        if (!kind.isEmpty()) {
            Gap.text(names, "singular", kind.toLowerCase(Locale.ROOT));
            Gap.text(names, "listKind", kind + "List");
        }
        Gap.text(Json.object(spec, "conversion"), "strategy", "None");
    }
}
