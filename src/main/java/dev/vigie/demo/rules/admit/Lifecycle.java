package dev.vigie.demo.rules.admit;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Objects;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.model.Resource;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Nothing new is made in a namespace that is not there or is about to go.
public final class Lifecycle {
    private static final Resource NAMESPACES =
            new Resource("", "v1", "namespaces", "namespace", "Namespace", false, List.of(), List.of());

    private final Objects objects;

    public Lifecycle(Objects objects) {
        this.objects = objects;
    }

    public void admit(Resource resource, ObjectNode object) {
        if (!resource.namespaced()) return;
        String name = Json.namespace(object);
        ObjectNode namespace = objects.get("namespaces", "", name);
        if (namespace == null) throw Refused.notFound(NAMESPACES, name);
        if (Json.at(namespace, "metadata", "deletionTimestamp") == null) return;
        ObjectNode details = Json.object().put("name", Json.name(object));
        if (!resource.group().isEmpty()) details.put("group", resource.group());
        details.put("kind", resource.plural());
        details.putArray("causes")
                .addObject()
                .put("reason", "NamespaceTerminating")
                .put("message", "namespace " + name + " is being terminated")
                .put("field", "metadata.namespace");
        throw Refused.with(
                403,
                "Forbidden",
                resource.key() + " \"" + Json.name(object)
                        + "\" is forbidden: unable to create new content in namespace " + name
                        + " because it is being terminated",
                details);
    }
}
