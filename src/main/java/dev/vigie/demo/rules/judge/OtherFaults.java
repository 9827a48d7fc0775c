package dev.vigie.demo.rules.judge;

import dev.vigie.demo.model.Json;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Nodes, priorities, slices, leases and definitions.
final class OtherFaults {
    private static final Set<String> CRITICAL = Set.of("system-cluster-critical", "system-node-critical");
    private static final Set<String> LEVELS = Set.of("privileged", "baseline", "restricted");
    private static final int MOST = 1_000_000_000;

    private OtherFaults() {}

    static void node(JsonNode object, Faults faults) {
        int index = 0;
        for (JsonNode taint : Json.list(object, "spec", "taints")) {
            String at = "metadata.taints[" + index++ + "]";
            String key = Json.text(taint, "key");
            PodFaults.named(key, at + ".key", Words.qualified(key), faults);
            String effect = Json.text(taint, "effect");
            if (effect.isEmpty()) faults.required(at + ".effect");
            else faults.among(at + ".effect", effect, "NoSchedule", "PreferNoSchedule", "NoExecute");
        }
    }

    static void priority(JsonNode object, Faults faults) {
        String name = Json.name(object);
        int value = Json.number(0, object, "value");
        if (name.startsWith("system-")) {
            if (!CRITICAL.contains(name)) {
                faults.forbidden(
                        "metadata.name",
                        "priority class names with 'system-' prefix are reserved for system use only. error: " + name
                                + " is not a known system priority class");
            }
        } else if (value > MOST) {
            faults.forbidden("value", "maximum allowed value of a user defined priority is " + MOST);
        }
        faults.among("preemptionPolicy", Json.text(object, "preemptionPolicy"), "PreemptLowerPriority", "Never");
    }

    static void endpoints(JsonNode object, Faults faults) {
        int index = 0;
        for (JsonNode subset : Json.list(object, "subsets")) {
            String at = "subsets[" + index++ + "]";
            int inner = 0;
            for (JsonNode address : Json.list(subset, "addresses")) {
                String ip = Json.text(address, "ip");
                String field = at + ".addresses[" + inner++ + "].ip";
                if (Words.address(ip)) continue;
                faults.invalid(field, ip, "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)");
                faults.invalid(field, ip, "must be a valid IP address");
            }
            inner = 0;
            for (JsonNode port : Json.list(subset, "ports")) {
                faults.port(at + ".ports[" + inner++ + "].port", Json.number(0, port, "port"));
            }
        }
    }

    static void slice(JsonNode object, Faults faults) {
        String type = Json.text(object, "addressType");
        if (type.isEmpty()) faults.required("addressType");
        else faults.among("addressType", type, "FQDN", "IPv4", "IPv6");
        int index = 0;
        for (JsonNode endpoint : Json.list(object, "endpoints")) {
            if (Json.list(endpoint, "addresses").isEmpty()) {
                faults.required("endpoints[" + index + "].addresses", "must contain at least 1 address");
            }
            index++;
        }
    }

    static void lease(JsonNode object, Faults faults) {
        JsonNode seconds = Json.at(object, "spec", "leaseDurationSeconds");
        if (seconds != null && seconds.asInt() <= 0) {
            faults.invalid("spec.leaseDurationSeconds", seconds.asInt(), "must be greater than 0");
        }
    }

    static void definition(JsonNode object, Faults faults) {
        JsonNode spec = object.path("spec");
        String name = Json.name(object);
        if (!name.equals(Json.text(spec, "names", "plural") + "." + Json.text(spec, "group"))) {
            faults.invalid("metadata.name", name, "must be spec.names.plural+\".\"+spec.group");
        }
        if (Json.text(spec, "group").isEmpty()) faults.required("spec.group");
        faults.among("spec.scope", Json.text(spec, "scope"), "Cluster", "Namespaced");
        List<JsonNode> versions = Json.list(spec, "versions");
        int index = 0;
        for (JsonNode version : versions) {
            String at = "spec.versions[" + index++ + "].schema.openAPIV3Schema";
            if (Json.at(version, "schema", "openAPIV3Schema") == null) faults.required(at);
        }
        for (String field : new String[] {"plural", "kind"}) {
            if (Json.text(spec, "names", field).isEmpty()) faults.required("spec.names." + field);
        }
    }

    static void namespace(JsonNode object, Faults faults) {
        for (String way : new String[] {"enforce", "audit", "warn"}) {
            String label = "pod-security.kubernetes.io/" + way;
            JsonNode level = Json.at(object, "metadata", "labels", label);
            if (level == null || LEVELS.contains(level.asString())) continue;
            faults.invalid(
                    "metadata.labels[" + label + "]",
                    level.asString(),
                    "must be one of privileged, baseline, restricted");
        }
        for (JsonNode finalizer : Json.list(object, "spec", "finalizers")) {
            PodFaults.named(finalizer.asString(), "spec.finalizers", Words.qualified(finalizer.asString()), faults);
        }
    }

    static void event(JsonNode object, Faults faults) {
        String where = Json.namespace(object);
        String meant = Json.text(object, "involvedObject", "namespace");
        boolean wide = meant.isEmpty() && where.equals("default");
        if (!wide && !meant.equals(where)) {
            faults.invalid("involvedObject.namespace", meant, "does not match event.namespace");
        }
    }
}
