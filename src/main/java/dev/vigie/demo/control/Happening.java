package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import tools.jackson.databind.node.ObjectNode;

/// What an event says: who reports (`host` for kubelets), about which object and which part of it, and what.
record Happening(
        String component, String host, ObjectNode about, String field, String type, String reason, String message) {
    private static final String COMBINED = "(combined from similar events): ";

    String namespace() {
        String namespace = Json.namespace(about);
        return namespace.isEmpty() ? "default" : namespace;
    }

    Happening combined() {
        return new Happening(component, host, about, field, type, reason, COMBINED + message);
    }

    /// Equal for events that are the same one again.
    String key() {
        return message.startsWith(COMBINED) ? groupKey() : groupKey() + "\n" + message;
    }

    /// Equal for events that differ in their message only.
    String groupKey() {
        return String.join("\n", spamKey(), field, type, reason);
    }

    /// Equal for all events of one reporter about one object.
    String spamKey() {
        return String.join("\n", component, host, Json.text(about, "kind"), namespace(), Json.name(about), uid());
    }

    ObjectNode reference() {
        ObjectNode reference = Json.object();
        reference.put("apiVersion", Json.text(about, "apiVersion")).put("kind", Json.text(about, "kind"));
        reference.put("name", Json.name(about));
        if (!Json.namespace(about).isEmpty()) reference.put("namespace", Json.namespace(about));
        String version = Json.text(about, "metadata", "resourceVersion");
        if (!version.isEmpty()) reference.put("resourceVersion", version);
        if (!uid().isEmpty()) reference.put("uid", uid());
        if (!field.isEmpty()) reference.put("fieldPath", field);
        return reference;
    }

    private String uid() {
        return Json.uid(about);
    }
}
