package dev.vigie.demo.api;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.model.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A field selector: `metadata.name=x,status.phase!=Running`, with the fields that the real server knows of each kind.
final class FieldSelector {
    private static final Map<String, List<String>> KNOWN = Map.of(
            "pods",
            List.of(
                    "spec.nodeName",
                    "spec.restartPolicy",
                    "spec.schedulerName",
                    "spec.serviceAccountName",
                    "spec.hostNetwork",
                    "status.phase",
                    "status.podIP",
                    "status.podIPs",
                    "status.nominatedNodeName"),
            "events",
            List.of(
                    "involvedObject.kind",
                    "involvedObject.namespace",
                    "involvedObject.name",
                    "involvedObject.uid",
                    "involvedObject.apiVersion",
                    "involvedObject.resourceVersion",
                    "involvedObject.fieldPath",
                    "reason",
                    "reportingComponent",
                    "source",
                    "type"),
            "namespaces",
            List.of("status.phase"),
            "nodes",
            List.of("spec.unschedulable"),
            "secrets",
            List.of("type"),
            "services",
            List.of("spec.clusterIP", "spec.type"),
            "replicasets.apps",
            List.of("status.replicas"),
            "jobs.batch",
            List.of("status.successful"));

    private final List<Requirement> requirements;

    private record Requirement(String field, boolean equal, String value) {}

    private FieldSelector(List<Requirement> requirements) {
        this.requirements = requirements;
    }

    static FieldSelector of(String text, Resource resource) {
        List<Requirement> all = new ArrayList<>();
        for (String term : text.split(",")) {
            if (term.isEmpty()) continue;
            int not = term.indexOf("!=");
            int equals = term.indexOf('=');
            if (equals < 0) {
                throw Refused.badRequest("invalid selector: '" + text + "'; can't understand '" + term + "'");
            }
            String field = term.substring(0, not >= 0 ? not : equals);
            String value = term.substring(equals + 1);
            if (not < 0 && value.startsWith("=")) value = value.substring(1);
            if (value.contains("=")) {
                throw Refused.badRequest("invalid field selector: unescaped character in value: 61");
            }
            if (field.isEmpty() && value.isEmpty()) continue;
            if (!isKnown(field, resource)) throw Refused.badRequest("field label not supported: " + field);
            all.add(new Requirement(field, not < 0, value));
        }
        return new FieldSelector(List.copyOf(all));
    }

    private static boolean isKnown(String field, Resource resource) {
        if (field.equals("metadata.name")) return true;
        if (field.equals("metadata.namespace")) return resource.namespaced();
        return KNOWN.getOrDefault(resource.key(), List.of()).contains(field);
    }

    boolean isEmpty() {
        return requirements.isEmpty();
    }

    /// The name that is asked for, or nothing.
    String name() {
        for (Requirement each : requirements) {
            if (each.field().equals("metadata.name") && each.equal()) return each.value();
        }
        return "";
    }

    boolean holds(ObjectNode object) {
        return requirements.stream()
                .allMatch(each -> value(object, each.field()).equals(each.value()) == each.equal());
    }

    private static String value(ObjectNode object, String field) {
        if (field.equals("source")) return Json.text(object, "source", "component");
        if (field.equals("status.successful")) return Integer.toString(Json.number(0, object, "status", "succeeded"));
        JsonNode found = Json.at(object, field.split("\\."));
        if (found != null) return found.asString();
        return field.equals("spec.unschedulable") || field.equals("spec.hostNetwork")
                ? "false"
                : field.equals("status.replicas") ? "0" : "";
    }
}
