package dev.vigie.demo.rules.judge;

import dev.vigie.demo.model.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Ingresses and their classes.
final class IngressFaults {
    private IngressFaults() {}

    static void check(JsonNode object, Faults faults) {
        JsonNode spec = object.path("spec");
        List<JsonNode> rules = Json.list(spec, "rules");
        JsonNode usual = Json.at(spec, "defaultBackend");
        if (rules.isEmpty() && usual == null) {
            faults.shown("spec", "null", "either `defaultBackend` or `rules` must be specified");
        }
        if (usual != null) backend(usual, "spec.defaultBackend", faults);
        int index = 0;
        for (JsonNode rule : rules) rule(rule, "spec.rules[" + index++ + "]", faults);
        index = 0;
        for (JsonNode tls : Json.list(spec, "tls")) tls(tls, "spec.tls[" + index++ + "]", faults);
        String type = Json.text(spec, "ingressClassName");
        if (!type.isEmpty()) PodFaults.named(type, "spec.ingressClassName", Words.subdomain(type), faults);
    }

    private static void host(String host, String field, Faults faults) {
        if (host.isEmpty()) return;
        PodFaults.named(host, field, host.contains("*") ? Words.wildcard(host) : Words.subdomain(host), faults);
    }

    private static void rule(JsonNode rule, String at, Faults faults) {
        String host = Json.text(rule, "host");
        if (!host.isEmpty() && Words.address(host)) {
            faults.invalid(at + ".host", host, "must be a DNS name, not an IP address");
        }
        host(host, at + ".host", faults);
        JsonNode http = Json.at(rule, "http");
        if (http == null) return;
        List<JsonNode> paths = Json.list(http, "paths");
        if (paths.isEmpty()) faults.required(at + ".http.paths");
        int index = 0;
        for (JsonNode path : paths) path(path, at + ".http.paths[" + index++ + "]", faults);
    }

    private static void path(JsonNode path, String at, Faults faults) {
        String text = Json.text(path, "path");
        String type = Json.text(path, "pathType");
        switch (type) {
            case "" -> faults.required(at + ".pathType", "pathType must be specified");
            case "Exact", "Prefix" -> {
                if (!text.startsWith("/")) faults.invalid(at + ".path", text, "must be an absolute path");
                for (String bad : new String[] {"//", "/./", "/../", "%2f", "%2F"}) {
                    if (!text.isEmpty() && text.contains(bad))
                        faults.invalid(at + ".path", text, "must not contain '" + bad + "'");
                }
            }
            case "ImplementationSpecific" -> {
                if (!text.isEmpty() && !text.startsWith("/")) {
                    faults.invalid(at + ".path", text, "must be an absolute path");
                }
            }
            default -> faults.unsupported(at + ".pathType", type, "Exact", "ImplementationSpecific", "Prefix");
        }
        backend(Json.at(path, "backend"), at + ".backend", faults);
    }

    private static void backend(@Nullable JsonNode backend, String at, Faults faults) {
        JsonNode service = Json.at(backend, "service");
        JsonNode resource = Json.at(backend, "resource");
        if (service != null && resource != null) {
            faults.invalid(at, "", "cannot set both resource and service backends");
        } else if (service == null && resource == null) {
            faults.invalid(at, "", "resource or service backend is required");
        } else if (service != null) {
            service(service, at, faults);
        }
    }

    private static void service(JsonNode service, String at, Faults faults) {
        String name = Json.text(service, "name");
        if (name.isEmpty()) faults.required(at + ".service.name");
        else PodFaults.named(name, at + ".service.name", Words.label(name), faults);
        String port = Json.text(service, "port", "name");
        int number = Json.number(0, service, "port", "number");
        if (!port.isEmpty() && number != 0) faults.invalid(at, "", "cannot set both port name & port number");
        else if (!port.isEmpty()) {
            PodFaults.named(port, at + ".service.port.name", Words.portName(port), faults);
        } else if (number == 0) {
            faults.required(at, "port name or number is required");
        } else {
            faults.port(at + ".service.port.number", number);
        }
    }

    private static void tls(JsonNode tls, String at, Faults faults) {
        int index = 0;
        for (JsonNode host : Json.list(tls, "hosts")) {
            host(host.asString(), at + ".hosts[" + index++ + "]", faults);
        }
        String secret = Json.text(tls, "secretName");
        if (!secret.isEmpty()) PodFaults.named(secret, at + ".secretName", Words.subdomain(secret), faults);
    }

    static void type(JsonNode object, Faults faults) {
        String controller = Json.text(object, "spec", "controller");
        if (controller.isEmpty()) {
            faults.required("spec.controller");
        } else if (!controller.matches("[^/]+/.+")) {
            faults.invalid("spec.controller", controller, "must be a domain-prefixed path (such as \"acme.io/foo\")");
        }
    }

    static void policy(JsonNode object, Faults faults) {
        JsonNode spec = object.path("spec");
        Meta.selector(Json.at(spec, "podSelector"), "spec.podSelector", faults);
        for (String way : new String[] {"ingress", "egress"}) {
            int index = 0;
            for (JsonNode rule : Json.list(spec, way)) {
                PeerFaults.rule(
                        rule, "spec." + way + "[" + index++ + "]", way.equals("ingress") ? "from" : "to", faults);
            }
        }
        int index = 0;
        for (JsonNode type : Json.list(spec, "policyTypes")) {
            faults.among("spec.policyTypes[" + index++ + "]", type.asString(), "Ingress", "Egress");
        }
    }
}
