package dev.vigie.demo.rules.judge;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What may not change once an object is there.
final class Changes {
    private static final String FIXED = "field is immutable";
    private static final Set<String> SET_FIELDS = Set.of(
            "replicas",
            "ordinals",
            "template",
            "updateStrategy",
            "revisionHistoryLimit",
            "persistentVolumeClaimRetentionPolicy",
            "minReadySeconds");
    private static final String SETS = "updates to statefulset spec for fields other than 'replicas', 'ordinals', "
            + "'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and "
            + "'minReadySeconds' are forbidden";
    private static final String CLAIMS =
            "spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims";

    private Changes() {}

    /// Nothing new may keep what is to go.
    static void ending(JsonNode before, JsonNode after, Faults faults) {
        if (Json.at(before, "metadata", "deletionTimestamp") == null) return;
        List<JsonNode> fresh = new ArrayList<>(Json.list(after, "metadata", "finalizers"));
        fresh.removeAll(Json.list(before, "metadata", "finalizers"));
        if (fresh.isEmpty()) return;
        String found = fresh.stream().map(JsonNode::toString).collect(Collectors.joining(", "));
        String why = "no new finalizers can be added if the object is being deleted, found new finalizers []string{";
        // the real server looks twice, and says it twice
        faults.forbidden("metadata.finalizers", why + found + "}");
        faults.forbidden("metadata.finalizers", why + found + "}");
    }

    /// What is said before the object itself is judged.
    static void first(Resource resource, JsonNode before, JsonNode after, Faults faults) {
        switch (resource.key()) {
            case "configmaps" -> frozen(before, after, List.of("data", "binaryData"), faults);
            case "secrets" -> {
                fixed(before, after, "type", faults);
                frozen(before, after, List.of("data"), faults);
            }
            default -> {}
        }
    }

    static void check(Resource resource, JsonNode before, JsonNode after, Faults faults) {
        switch (resource.key()) {
            case "deployments.apps", "replicasets.apps", "daemonsets.apps" ->
                fixedSpec(before, after, "selector", faults);
            case "statefulsets.apps" -> statefulSet(before, after, faults);
            case "jobs.batch" -> job(before, after, faults);
            case "services" -> address(before, after, faults);
            case "persistentvolumeclaims" -> claim(before, after, faults);
            case "pods" -> PodChanges.check(before, after, faults);
            case "rolebindings.rbac.authorization.k8s.io", "clusterrolebindings.rbac.authorization.k8s.io" ->
                role(before, after, faults);
            default -> more(resource, before, after, faults);
        }
    }

    private static void more(Resource resource, JsonNode before, JsonNode after, Faults faults) {
        switch (resource.key()) {
            case "storageclasses.storage.k8s.io" -> {
                for (String field : new String[] {"parameters", "provisioner", "reclaimPolicy", "volumeBindingMode"}) {
                    if (differ(before, after, field)) {
                        faults.forbidden(field, "updates to " + field + " are forbidden.");
                    }
                }
            }
            case "priorityclasses.scheduling.k8s.io" -> {
                if (differ(before, after, "value")) faults.forbidden("value", "may not be changed in an update.");
                fixed(before, after, "preemptionPolicy", faults);
            }
            case "ingressclasses.networking.k8s.io" -> fixedSpec(before, after, "controller", faults);
            default -> {}
        }
    }

    static boolean differ(JsonNode before, JsonNode after, String... path) {
        return !Objects.equals(Json.at(before, path), Json.at(after, path));
    }

    private static void fixed(JsonNode before, JsonNode after, String field, Faults faults) {
        if (differ(before, after, field)) faults.shown(field, shown(Json.at(after, field)), FIXED);
    }

    private static void fixedSpec(JsonNode before, JsonNode after, String field, Faults faults) {
        if (differ(before, after, "spec", field)) {
            faults.shown("spec." + field, shown(Json.at(after, "spec", field)), FIXED);
        }
    }

    private static String shown(@Nullable JsonNode value) {
        return value == null ? "null" : value.toString();
    }

    private static void frozen(JsonNode before, JsonNode after, List<String> fields, Faults faults) {
        if (!Json.is(before, "immutable")) return;
        String why = "field is immutable when `immutable` is set";
        if (!Json.is(after, "immutable")) faults.forbidden("immutable", why);
        for (String field : fields) if (differ(before, after, field)) faults.forbidden(field, why);
    }

    private static void statefulSet(JsonNode before, JsonNode after, Faults faults) {
        ObjectNode was = copy(before);
        ObjectNode is = copy(after);
        was.remove(SET_FIELDS);
        is.remove(SET_FIELDS);
        if (!was.equals(is)) faults.forbidden("spec", SETS);
    }

    private static ObjectNode copy(JsonNode object) {
        return object.path("spec") instanceof ObjectNode spec ? spec.deepCopy() : Json.object();
    }

    private static void job(JsonNode before, JsonNode after, Faults faults) {
        boolean indexed = Json.text(after, "spec", "completionMode").equals("Indexed");
        if (!indexed) fixedSpec(before, after, "completions", faults);
        fixedSpec(before, after, "selector", faults);
        boolean waiting = Json.is(before, "spec", "suspend") && Json.at(before, "status", "startTime") == null;
        if (!waiting && differ(before, after, "spec", "template")) fixedSpec(before, after, "template", faults);
        for (String field : new String[] {"completionMode", "podFailurePolicy", "backoffLimitPerIndex", "managedBy"}) {
            fixedSpec(before, after, field, faults);
        }
    }

    private static void address(JsonNode before, JsonNode after, Faults faults) {
        String was = Json.text(before, "spec", "clusterIP");
        String is = Json.text(after, "spec", "clusterIP");
        boolean inside = !Json.text(before, "spec", "type").equals("ExternalName")
                && !Json.text(after, "spec", "type").equals("ExternalName");
        if (inside && !was.isEmpty() && !was.equals(is)) {
            faults.shown("spec.clusterIPs[0]", "[" + Faults.quoted(is) + "]", "may not change once set");
        }
    }

    private static void claim(JsonNode before, JsonNode after, Faults faults) {
        ObjectNode was = copy(before);
        ObjectNode is = copy(after);
        boolean bound = Json.text(before, "status", "phase").equals("Bound");
        if (Json.at(was, "volumeName") == null) is.remove("volumeName");
        if (bound) {
            was.remove("resources");
            is.remove("resources");
        }
        if (!was.equals(is)) faults.forbidden("spec", CLAIMS);
        JsonNode less = Json.at(after, "spec", "resources", "requests", "storage");
        JsonNode more = Json.at(before, "spec", "resources", "requests", "storage");
        if (!bound || less == null || more == null) return;
        var wanted = dev.vigie.demo.model.Quantity.parse(less.asString());
        if (wanted.compareTo(dev.vigie.demo.model.Quantity.parse(more.asString())) < 0) {
            faults.forbidden("spec.resources.requests.storage", "field can not be less than status.capacity");
        }
    }

    private static void role(JsonNode before, JsonNode after, Faults faults) {
        if (!differ(before, after, "roleRef")) return;
        JsonNode role = after.path("roleRef");
        faults.shown(
                "roleRef",
                "{\"APIGroup\":" + Faults.quoted(Json.text(role, "apiGroup")) + ",\"Kind\":"
                        + Faults.quoted(Json.text(role, "kind")) + ",\"Name\":" + Faults.quoted(Json.text(role, "name"))
                        + "}",
                "cannot change roleRef");
    }
}
