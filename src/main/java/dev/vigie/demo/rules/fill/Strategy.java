package dev.vigie.demo.rules.fill;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Resource;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the server keeps for itself when an object is created or replaced: status, generation, and a few fields of
/// single kinds.
public final class Strategy {
    /// Kinds that count the generations of their spec.
    private static final Set<String> COUNTED = Set.of(
            "pods",
            "deployments.apps",
            "replicasets.apps",
            "statefulsets.apps",
            "daemonsets.apps",
            "jobs.batch",
            "cronjobs.batch",
            "ingresses.networking.k8s.io",
            "ingressclasses.networking.k8s.io",
            "networkpolicies.networking.k8s.io",
            "endpointslices.discovery.k8s.io",
            "poddisruptionbudgets.policy",
            "priorityclasses.scheduling.k8s.io",
            "customresourcedefinitions.apiextensions.k8s.io");

    /// Kinds whose status only `/status` may write.
    private static final Set<String> APART = Set.of(
            "namespaces",
            "nodes",
            "pods",
            "services",
            "persistentvolumes",
            "persistentvolumeclaims",
            "resourcequotas",
            "deployments.apps",
            "replicasets.apps",
            "statefulsets.apps",
            "daemonsets.apps",
            "jobs.batch",
            "cronjobs.batch",
            "horizontalpodautoscalers.autoscaling",
            "ingresses.networking.k8s.io",
            "poddisruptionbudgets.policy",
            "customresourcedefinitions.apiextensions.k8s.io");

    private Strategy() {}

    /// A new object: its author's status does not count.
    public static void created(Resource resource, ObjectNode object) {
        ObjectNode metadata = Json.object(object, "metadata");
        metadata.remove("generation");
        if (counts(resource)) metadata.put("generation", 1);
        if (APART.contains(resource.key()) && !resource.key().equals("nodes")) object.putObject("status");
        switch (resource.key()) {
            case "pods" -> {
                ObjectNode status = Json.object(object, "status").put("phase", "Pending");
                status.put("qosClass", Quality.of(object));
            }
            case "jobs.batch" -> Jobs.selected(object);
            default -> Fresh.status(resource, object);
        }
    }

    private static boolean counts(Resource resource) {
        return COUNTED.contains(resource.key()) || custom(resource);
    }

    /// Groups of custom kinds have a name with dots that is none of the API's own.
    static boolean custom(Resource resource) {
        return resource.group().contains(".") && !resource.group().endsWith(".k8s.io");
    }

    /// An object that is replaced: by `/status` nothing but its status, else all but its status.
    public static void updated(Resource resource, ObjectNode before, ObjectNode after, boolean status) {
        if (status) {
            kept(before, after, List.of("status", "metadata"));
            JsonNode labels = before.path("metadata");
            ObjectNode metadata = Json.object(after, "metadata");
            for (String field : List.of("labels", "annotations", "finalizers", "ownerReferences")) {
                if (statusKeeps(resource)) copied(labels, metadata, field);
            }
        } else if (APART.contains(resource.key())) {
            copied(before, after, "status");
        }
        generation(resource, before, after);
    }

    private static boolean statusKeeps(Resource resource) {
        return !resource.key().equals("nodes") && !resource.key().equals("pods");
    }

    /// Puts back everything but the named fields.
    private static void kept(ObjectNode before, ObjectNode after, List<String> but) {
        for (String field : List.copyOf(after.propertyNames())) {
            if (!but.contains(field) && before.get(field) == null) after.remove(field);
        }
        for (String field : before.propertyNames()) if (!but.contains(field)) copied(before, after, field);
    }

    private static void copied(JsonNode from, ObjectNode to, String field) {
        JsonNode value = from.get(field);
        if (value == null) to.remove(field);
        else to.set(field, value);
    }

    private static void generation(Resource resource, ObjectNode before, ObjectNode after) {
        if (!counts(resource)) return;
        int was = Json.number(0, before, "metadata", "generation");
        boolean placed = resource.key().equals("pods") && bound(before, after);
        if (moved(before, after) && !placed) Json.object(after, "metadata").put("generation", was + 1);
    }

    /// A pod stays what it is when it gets its node.
    private static boolean bound(ObjectNode before, ObjectNode after) {
        return Json.text(before, "spec", "nodeName").isEmpty()
                && !Json.text(after, "spec", "nodeName").isEmpty();
    }

    /// Whether anything but metadata and status differs.
    private static boolean moved(ObjectNode before, ObjectNode after) {
        for (ObjectNode one : List.of(before, after)) {
            for (String field : one.propertyNames()) {
                if (Set.of("metadata", "status", "apiVersion", "kind").contains(field)) continue;
                if (!java.util.Objects.equals(before.get(field), after.get(field))) return true;
            }
        }
        return false;
    }
}
