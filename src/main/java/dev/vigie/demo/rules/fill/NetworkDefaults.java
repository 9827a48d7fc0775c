package dev.vigie.demo.rules.fill;

import dev.vigie.demo.model.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Services and what stands around them. Addresses are given by admission: they depend on other objects.
final class NetworkDefaults {
    private static final int THREE_HOURS = 10800;

    private NetworkDefaults() {}

    static void service(ObjectNode service) {
        ObjectNode spec = Json.object(service, "spec");
        Gap.text(spec, "sessionAffinity", "None");
        if (Json.text(spec, "sessionAffinity").equals("ClientIP")) {
            Gap.number(Json.object(spec, "sessionAffinityConfig", "clientIP"), "timeoutSeconds", THREE_HOURS);
        } else {
            spec.remove("sessionAffinityConfig");
        }
        Gap.text(spec, "type", "ClusterIP");
        for (ObjectNode port : Gap.each(spec, "ports")) {
            Gap.text(port, "protocol", "TCP");
            JsonNode target = Json.at(port, "targetPort");
            boolean none = target == null
                    || (target.isNumber() && target.asInt() == 0)
                    || (target.isString() && target.asString().isEmpty());
            if (none) port.put("targetPort", Json.number(0, port, "port"));
        }
        traffic(spec, Json.text(spec, "type"));
        for (ObjectNode given : Gap.each(service, "status", "loadBalancer", "ingress")) {
            if (!Json.text(given, "ip").isEmpty()) Gap.text(given, "ipMode", "VIP");
        }
    }

    private static void traffic(ObjectNode spec, String type) {
        boolean outside = type.equals("NodePort") || type.equals("LoadBalancer");
        boolean reached =
                type.equals("ClusterIP") && !Json.list(spec, "externalIPs").isEmpty();
        if (outside || reached) Gap.text(spec, "externalTrafficPolicy", "Cluster");
        if (outside || type.equals("ClusterIP")) Gap.text(spec, "internalTrafficPolicy", "Cluster");
        if (type.equals("LoadBalancer")) Gap.flag(spec, "allocateLoadBalancerNodePorts", true);
    }

    static void endpoints(ObjectNode endpoints) {
        for (ObjectNode subset : Gap.each(endpoints, "subsets")) {
            for (ObjectNode port : Gap.each(subset, "ports")) Gap.text(port, "protocol", "TCP");
        }
    }

    static void slice(ObjectNode slice) {
        for (ObjectNode port : Gap.each(slice, "ports")) {
            if (Json.at(port, "name") == null) port.put("name", "");
            if (Json.at(port, "protocol") == null) port.put("protocol", "TCP");
        }
    }

    static void ingressClass(ObjectNode type) {
        ObjectNode parameters = Gap.inner(type, "spec", "parameters");
        if (parameters != null) Gap.text(parameters, "scope", "Cluster");
    }

    static void policy(ObjectNode policy) {
        ObjectNode spec = Json.object(policy, "spec");
        if (Json.list(spec, "policyTypes").isEmpty()) {
            var types = spec.putArray("policyTypes").add("Ingress");
            if (!Json.list(spec, "egress").isEmpty()) types.add("Egress");
        }
        for (String way : new String[] {"ingress", "egress"}) {
            for (ObjectNode rule : Gap.each(spec, way)) {
                for (ObjectNode port : Gap.each(rule, "ports")) Gap.text(port, "protocol", "TCP");
            }
        }
    }
}
