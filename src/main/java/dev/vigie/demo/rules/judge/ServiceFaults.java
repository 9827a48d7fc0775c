package dev.vigie.demo.rules.judge;

import dev.vigie.demo.model.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Services.
final class ServiceFaults {
    private ServiceFaults() {}

    static void check(JsonNode object, Faults faults) {
        JsonNode spec = object.path("spec");
        String type = Json.text(spec, "type");
        List<JsonNode> ports = Json.list(spec, "ports");
        boolean none = Json.text(spec, "clusterIP").equals("None");
        if (ports.isEmpty() && !none && !type.equals("ExternalName")) faults.required("spec.ports");
        ports(ports, faults);
        Meta.labels(Json.at(spec, "selector"), "spec.selector", faults);
        String affinity = Json.text(spec, "sessionAffinity");
        faults.among("spec.sessionAffinity", affinity, "ClientIP", "None");
        addresses(spec, type, faults);
        kind(spec, type, faults);
        twice(ports, faults);
        outside(ports, type, faults);
    }

    private static void kind(JsonNode spec, String type, Faults faults) {
        if (type.equals("ExternalName")) {
            String name = Json.text(spec, "externalName");
            if (name.isEmpty()) faults.required("spec.externalName");
            else PodFaults.named(name, "spec.externalName", Words.subdomain(name), faults);
        } else {
            faults.among("spec.type", type, "ClusterIP", "ExternalName", "LoadBalancer", "NodePort");
        }
    }

    private static void addresses(JsonNode spec, String type, Faults faults) {
        String address = Json.text(spec, "clusterIP");
        if (address.isEmpty()) return;
        if (address.equals("None")) {
            if (type.equals("NodePort") || type.equals("LoadBalancer")) {
                faults.invalid("spec.clusterIPs[0]", "None", "may not be set to 'None' for " + type + " services");
            }
        } else if (!Words.address(address)) {
            faults.invalid(
                    "spec.clusterIPs[0]", address, "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)");
        }
    }

    private static void ports(List<JsonNode> ports, Faults faults) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < ports.size(); i++) {
            JsonNode port = ports.get(i);
            String at = "spec.ports[" + i + "]";
            String name = Json.text(port, "name");
            if (name.isEmpty() && ports.size() > 1) faults.required(at + ".name");
            if (!name.isEmpty()) {
                PodFaults.named(name, at + ".name", Words.label(name), faults);
                if (!names.add(name)) faults.duplicate(at + ".name", name);
            }
            faults.port(at + ".port", Json.number(0, port, "port"));
            faults.among(at + ".protocol", Json.text(port, "protocol"), "SCTP", "TCP", "UDP");
            JsonNode target = Json.at(port, "targetPort");
            if (target != null && target.isString()) {
                PodFaults.named(target.asString(), at + ".targetPort", Words.portName(target.asString()), faults);
            } else if (target != null) {
                faults.port(at + ".targetPort", target.asLong());
            }
        }
    }

    private static void twice(List<JsonNode> ports, Faults faults) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < ports.size(); i++) {
            JsonNode port = ports.get(i);
            String protocol = Json.text(port, "protocol");
            int number = Json.number(0, port, "port");
            if (seen.add(protocol + "/" + number)) continue;
            faults.shownTwice(
                    "spec.ports[" + i + "]",
                    "{\"Name\":\"\",\"Protocol\":" + Faults.quoted(protocol) + ",\"AppProtocol\":null,\"Port\":"
                            + number + ",\"TargetPort\":0,\"NodePort\":0}");
        }
    }

    private static void outside(List<JsonNode> ports, String type, Faults faults) {
        if (!type.equals("ClusterIP")) return;
        for (int i = 0; i < ports.size(); i++) {
            if (Json.number(0, ports.get(i), "nodePort") == 0) continue;
            faults.forbidden("spec.ports[" + i + "].nodePort", "may not be used when `type` is 'ClusterIP'");
        }
    }
}
