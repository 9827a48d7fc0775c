package dev.vigie.demo.api;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.model.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Ending an object: at once, after its grace, or when its finalizers are gone.
final class Deletion {
    private static final int GRACE = 30;

    /// Kinds whose last state is the answer to their end; others answer with a Status.
    private static final Set<String> RETURNED = Set.of(
            "pods", "services", "serviceaccounts", "persistentvolumes", "persistentvolumeclaims", "resourcequotas");

    private final Store store;
    private final Kinds kinds;

    Deletion(Store store, Kinds kinds) {
        this.store = store;
        this.kinds = kinds;
    }

    /// Asks for the end of an object with the `options` of a client; the answer is its last or newest state and whether
    /// it is gone.
    ObjectNode ask(Resource resource, ObjectNode before, ObjectNode options, Instant now) {
        preconditions(resource, before, options);
        boolean dryRun = !Json.list(options, "dryRun").isEmpty();
        ObjectNode after = before.deepCopy();
        ObjectNode metadata = Json.object(after, "metadata");
        propagated(metadata, propagation(options));
        int grace = grace(resource, before, options);
        boolean waits = grace > 0
                || !Json.list(metadata, "finalizers").isEmpty()
                || !Json.list(after, "spec", "finalizers").isEmpty();
        if (!waits) {
            ObjectNode last = last(resource, before, now);
            return dryRun ? answered(resource, last, true) : ended(resource, before, now);
        }
        if (Json.at(before, "metadata", "deletionTimestamp") != null && grace >= left(before)) {
            return answered(resource, before, false);
        }
        metadata.put("deletionTimestamp", now.plusSeconds(grace).toString());
        metadata.put("deletionGracePeriodSeconds", grace);
        boolean first = Json.at(before, "metadata", "deletionTimestamp") == null;
        if (first && Json.at(metadata, "generation") != null) {
            metadata.put("generation", Json.number(0, metadata, "generation") + 1);
        }
        if (resource.key().equals("namespaces")) Json.object(after, "status").put("phase", "Terminating");
        return answered(resource, dryRun ? after : store.put(resource, after), false);
    }

    /// A pod is told to end without grace before it goes; other objects just go.
    private static ObjectNode last(Resource resource, ObjectNode before, Instant now) {
        if (!resource.key().equals("pods")) return before;
        ObjectNode last = before.deepCopy();
        ObjectNode metadata = Json.object(last, "metadata").put("deletionGracePeriodSeconds", 0);
        if (Json.at(before, "metadata", "deletionTimestamp") != null) return last;
        metadata.put("generation", Json.number(0, metadata, "generation") + 1);
        metadata.put("deletionTimestamp", now.toString());
        return last;
    }

    private ObjectNode said(Resource resource, ObjectNode before, ObjectNode last) {
        return last.equals(before) ? before : store.put(resource, last);
    }

    /// Takes it away at once.
    ObjectNode ended(Resource resource, ObjectNode before, Instant now) {
        return removed(resource, said(resource, before, last(resource, before, now)));
    }

    /// Takes it away whatever it waits for.
    ObjectNode removed(Resource resource, ObjectNode object) {
        ObjectNode last = store.remove(resource, object);
        if (resource.key().equals("customresourcedefinitions.apiextensions.k8s.io")) forget(last);
        return answered(resource, last, true);
    }

    private void forget(ObjectNode definition) {
        for (ObjectNode each : store.list(Json.name(definition), "").objects()) {
            store.remove(kinds.stored(Json.name(definition)), each);
        }
        kinds.forget(definition);
    }

    private static ObjectNode answered(Resource resource, ObjectNode object, boolean gone) {
        if (!gone || RETURNED.contains(resource.key())) return object;
        ObjectNode status = Json.object().put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        status.put("status", "Success");
        ObjectNode details = status.putObject("details").put("name", Json.name(object));
        if (!resource.group().isEmpty()) details.put("group", resource.group());
        details.put("kind", resource.plural()).put("uid", Json.uid(object));
        return status;
    }

    private static void preconditions(Resource resource, ObjectNode before, ObjectNode options) {
        String uid = Json.text(options, "preconditions", "uid");
        if (!uid.isEmpty() && !uid.equals(Json.uid(before))) {
            throw Refused.conflict(
                    named(resource),
                    Json.name(before),
                    "the UID in the precondition (" + uid + ") does not match the UID in record (" + Json.uid(before)
                            + "). The object might have been deleted and then recreated");
        }
        String version = Json.text(options, "preconditions", "resourceVersion");
        String is = Json.text(before, "metadata", "resourceVersion");
        if (!version.isEmpty() && !version.equals(is)) {
            throw Refused.conflict(
                    named(resource),
                    Json.name(before),
                    "the ResourceVersion in the precondition (" + version
                            + ") does not match the ResourceVersion in record (" + is
                            + "). The object might have been modified");
        }
    }

    /// This refusal names the kind where others name the resource.
    private static Resource named(Resource resource) {
        return new Resource(
                resource.group(),
                resource.version(),
                resource.kind(),
                "",
                resource.kind(),
                resource.namespaced(),
                List.of(),
                List.of());
    }

    private static String propagation(ObjectNode options) {
        String policy = Json.text(options, "propagationPolicy");
        if (!policy.isEmpty()) return policy;
        return Json.is(options, "orphanDependents") ? "Orphan" : "";
    }

    private static void propagated(ObjectNode metadata, String policy) {
        String wanted = switch (policy) {
            case "Foreground" -> "foregroundDeletion";
            case "Orphan" -> "orphan";
            default -> "";
        };
        ArrayNode kept = metadata.arrayNode();
        for (JsonNode each : Json.list(metadata, "finalizers")) {
            String name = each.asString();
            boolean ours = name.equals("foregroundDeletion") || name.equals("orphan");
            boolean stays = policy.isEmpty() && Json.at(metadata, "deletionTimestamp") != null;
            if (!ours || stays) kept.add(name);
        }
        if (!wanted.isEmpty()) kept.add(wanted);
        if (kept.isEmpty()) metadata.remove("finalizers");
        else metadata.set("finalizers", kept);
    }

    private static int grace(Resource resource, ObjectNode object, ObjectNode options) {
        if (!resource.key().equals("pods")) return 0;
        boolean over = List.of("Succeeded", "Failed").contains(Json.text(object, "status", "phase"));
        if (Json.text(object, "spec", "nodeName").isEmpty() || over) return 0;
        int usual = Json.number(GRACE, object, "spec", "terminationGracePeriodSeconds");
        return Json.number(usual, options, "gracePeriodSeconds");
    }

    private static int left(ObjectNode object) {
        return Json.number(0, object, "metadata", "deletionGracePeriodSeconds");
    }
}
