package dev.vigie.demo.rules.judge;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Quantity;
import dev.vigie.demo.model.Resource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What is allowed, and yet worth a word.
public final class Warnings {
    private static final String SECCOMP = "seccomp.security.alpha.kubernetes.io/pod";

    private final List<String> all = new ArrayList<>();

    private Warnings() {}

    /// The warnings of an object as its author wrote it.
    public static List<String> of(Resource resource, JsonNode object) {
        Warnings warnings = new Warnings();
        warnings.look(resource, object);
        return List.copyOf(warnings.all);
    }

    private void look(Resource resource, JsonNode object) {
        switch (resource.key()) {
            case "pods" -> {
                named(object, "the Pod's hostname");
                if (Json.at(object, "metadata", "annotations", SECCOMP) != null) {
                    all.add("metadata.annotations[" + SECCOMP
                            + "]: non-functional in v1.27+; use the \"seccompProfile\" field instead");
                }
                pod(Json.at(object, "spec"), "spec");
            }
            case "deployments.apps", "replicasets.apps", "statefulsets.apps" -> {
                named(object, "Pod names and hostnames");
                pod(Json.at(object, "spec", "template", "spec"), "spec.template.spec");
            }
            case "daemonsets.apps", "jobs.batch" ->
                pod(Json.at(object, "spec", "template", "spec"), "spec.template.spec");
            case "cronjobs.batch" -> {
                String at = "spec.jobTemplate.spec.template.spec";
                pod(Json.at(object, "spec", "jobTemplate", "spec", "template", "spec"), at);
            }
            case "secrets" -> certificate(object);
            case "services" -> {
                if (Json.at(object, "spec", "externalIPs") == null) return;
                all.add("spec.externalIPs is deprecated and may no longer be implemented in some clusters");
            }
            case "ingresses.networking.k8s.io" -> ingress(object);
            default -> {}
        }
        finalizers(object);
    }

    private void named(JsonNode object, String use) {
        String name = Json.name(object);
        boolean dotted = name.contains(".") && Words.subdomain(name).isEmpty();
        if (dotted) {
            all.add("metadata.name: this is used in " + use
                    + ", which can result in surprising behavior; a DNS label is recommended: [must not contain dots]");
        }
    }

    private void finalizers(JsonNode object) {
        for (JsonNode each : Json.list(object, "metadata", "finalizers")) {
            String name = each.asString();
            if (name.contains("/")
                    || Set.of("orphan", "foregroundDeletion", "kubernetes").contains(name)) continue;
            all.add("metadata.finalizers: \"" + name
                    + "\": prefer a domain-qualified finalizer name including a path (/) to avoid accidental conflicts "
                    + "with other finalizer writers");
        }
    }

    private void pod(@Nullable JsonNode spec, String at) {
        if (spec == null) return;
        for (String list : new String[] {"initContainers", "containers"}) {
            int index = 0;
            for (JsonNode container : Json.list(spec, list)) {
                String here = at + "." + list + "[" + index++ + "]";
                hidden(container, here);
                ports(container, here);
                fractions(container, here);
            }
        }
        int index = 0;
        for (JsonNode volume : Json.list(spec, "volumes")) {
            if (Json.at(volume, "gitRepo") != null) {
                all.add(at + ".volumes[" + index + "].gitRepo: deprecated in v1.11");
            }
            index++;
        }
    }

    private void hidden(JsonNode container, String at) {
        Set<String> names = new HashSet<>();
        int index = 0;
        for (JsonNode variable : Json.list(container, "env")) {
            String name = Json.text(variable, "name");
            if (!names.add(name)) {
                all.add(at + ".env[" + index + "]: hides previous definition of \"" + name
                        + "\", which may be dropped when using apply");
            }
            index++;
        }
    }

    private void ports(JsonNode container, String at) {
        Set<String> seen = new HashSet<>();
        List<JsonNode> ports = Json.list(container, "ports");
        for (int i = 0; i < ports.size(); i++) {
            JsonNode port = ports.get(i);
            String protocol = Json.text(port, "protocol");
            String key = (protocol.isEmpty() ? "TCP" : protocol) + Json.number(0, port, "containerPort");
            if (seen.add(key)) continue;
            int first = 0;
            while (!key.equals(key(ports.get(first)))) first++;
            all.add(at + ".ports[" + i + "]: duplicate port definition with " + at + ".ports[" + first + "]");
        }
    }

    private static String key(JsonNode port) {
        String protocol = Json.text(port, "protocol");
        return (protocol.isEmpty() ? "TCP" : protocol) + Json.number(0, port, "containerPort");
    }

    private void fractions(JsonNode container, String at) {
        for (String list : new String[] {"limits", "requests"}) {
            for (String name : new String[] {"memory", "ephemeral-storage"}) {
                String amount = Json.text(container, "resources", list, name);
                if (amount.isEmpty()) amount = Json.text(container, "resources", "limits", name);
                if (amount.isEmpty() || Quantity.parse(amount).whole()) continue;
                all.add(at + ".resources." + list + "[" + name + "]: fractional byte value \"" + amount
                        + "\" is invalid, must be an integer");
            }
        }
    }

    private void certificate(JsonNode secret) {
        if (!Json.text(secret, "type").equals("kubernetes.io/tls")) return;
        if (Json.at(secret, "data", "tls.crt") == null || Json.at(secret, "data", "tls.key") == null) return;
        String text =
                new String(Base64.getDecoder().decode(Json.text(secret, "data", "tls.crt")), StandardCharsets.UTF_8);
        if (!text.contains("-----BEGIN ")) all.add("tls: failed to find any PEM data in certificate input");
    }

    private void ingress(JsonNode ingress) {
        if (Json.at(ingress, "metadata", "annotations", "kubernetes.io/ingress.class") != null) {
            all.add(
                    "annotation \"kubernetes.io/ingress.class\" is deprecated, please use 'spec.ingressClassName' instead");
        }
    }
}
