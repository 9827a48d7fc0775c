package dev.vigie.demo.print;

import dev.vigie.demo.model.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Services and the ways to them.
final class NetworkCells {
    private static final int MOST_ENDPOINTS = 3;

    private NetworkCells() {}

    static void into(Map<String, Cells> cells) {
        cells.put("services", NetworkCells::service);
        cells.put("endpoints", NetworkCells::endpoints);
        cells.put("endpointslices.discovery.k8s.io", NetworkCells::slice);
        cells.put("ingresses.networking.k8s.io", NetworkCells::ingress);
        cells.put("ingressclasses.networking.k8s.io", NetworkCells::ingressClass);
        cells.put("networkpolicies.networking.k8s.io", NetworkCells::policy);
    }

    private static void service(ObjectNode object, ArrayNode cells, Instant now) {
        List<String> ports = new ArrayList<>();
        for (JsonNode port : Json.list(object, "spec", "ports")) {
            int node = Printing.number(port, "nodePort");
            ports.add(Json.text(port, "port") + (node > 0 ? ":" + node : "") + "/" + Json.text(port, "protocol"));
        }
        cells.add(Json.name(object))
                .add(Json.text(object, "spec", "type"))
                .add(Printing.or(Json.text(object, "spec", "clusterIP"), Printing.NONE))
                .add(external(object))
                .add(ports.isEmpty() ? Printing.NONE : String.join(",", ports))
                .add(Printing.age(object, now))
                .add(Printing.labels(Json.strings(object, "spec", "selector")));
    }

    private static String external(ObjectNode service) {
        Set<String> given = new LinkedHashSet<>();
        String type = Json.text(service, "spec", "type");
        if (type.equals("ExternalName")) return Json.text(service, "spec", "externalName");
        if (type.equals("LoadBalancer")) {
            for (JsonNode each : Json.list(service, "status", "loadBalancer", "ingress")) {
                given.add(Printing.or(Json.text(each, "ip"), Json.text(each, "hostname")));
            }
        }
        Json.list(service, "spec", "externalIPs").forEach(each -> given.add(each.asString()));
        if (!given.isEmpty()) return String.join(",", given);
        return type.equals("LoadBalancer") ? "<pending>" : Printing.NONE;
    }

    private static void endpoints(ObjectNode object, ArrayNode cells, Instant now) {
        List<String> all = new ArrayList<>();
        for (JsonNode subset : Json.list(object, "subsets")) {
            List<JsonNode> ports = Json.list(subset, "ports");
            List<String> addresses = Json.list(subset, "addresses").stream()
                    .map(address -> Json.text(address, "ip"))
                    .toList();
            if (ports.isEmpty()) all.addAll(addresses);
            for (JsonNode port : ports) {
                addresses.forEach(ip -> all.add(ip + ":" + Json.text(port, "port")));
            }
        }
        cells.add(Json.name(object)).add(some(all, Printing.NONE)).add(Printing.age(object, now));
    }

    private static void slice(ObjectNode object, ArrayNode cells, Instant now) {
        List<String> ports = new ArrayList<>();
        Json.list(object, "ports").forEach(port -> ports.add(Printing.or(Json.text(port, "port"), "*")));
        List<String> all = new ArrayList<>();
        for (JsonNode endpoint : Json.list(object, "endpoints")) {
            Json.list(endpoint, "addresses").forEach(address -> all.add(address.asString()));
        }
        cells.add(Json.name(object))
                .add(Json.text(object, "addressType"))
                .add(some(ports, Printing.UNSET))
                .add(some(all, Printing.UNSET))
                .add(Printing.age(object, now));
    }

    private static String some(List<String> all, String otherwise) {
        if (all.isEmpty()) return otherwise;
        if (all.size() <= MOST_ENDPOINTS) return String.join(",", all);
        return String.join(",", all.subList(0, MOST_ENDPOINTS)) + " + " + (all.size() - MOST_ENDPOINTS) + " more...";
    }

    private static void ingress(ObjectNode object, ArrayNode cells, Instant now) {
        List<String> hosts = new ArrayList<>();
        for (JsonNode rule : Json.list(object, "spec", "rules")) {
            String host = Json.text(rule, "host");
            if (!host.isEmpty()) hosts.add(host);
        }
        List<String> addresses = new ArrayList<>();
        for (JsonNode each : Json.list(object, "status", "loadBalancer", "ingress")) {
            addresses.add(Printing.or(Json.text(each, "ip"), Json.text(each, "hostname")));
        }
        boolean secure = !Json.list(object, "spec", "tls").isEmpty();
        cells.add(Json.name(object))
                .add(Printing.or(Json.text(object, "spec", "ingressClassName"), Printing.NONE))
                .add(some(hosts, "*"))
                .add(String.join(",", addresses))
                .add(secure ? "80, 443" : "80")
                .add(Printing.age(object, now));
    }

    private static void ingressClass(ObjectNode object, ArrayNode cells, Instant now) {
        JsonNode parameters = Json.at(object, "spec", "parameters");
        String shown = Printing.NONE;
        if (parameters != null) {
            String group = Json.text(parameters, "apiGroup");
            shown = Json.text(parameters, "kind") + (group.isEmpty() ? "" : "." + group) + "/"
                    + Json.text(parameters, "name");
        }
        cells.add(Json.name(object))
                .add(Json.text(object, "spec", "controller"))
                .add(shown)
                .add(Printing.age(object, now));
    }

    private static void policy(ObjectNode object, ArrayNode cells, Instant now) {
        cells.add(Json.name(object))
                .add(Printing.selector(Json.at(object, "spec", "podSelector")))
                .add(Printing.age(object, now));
    }
}
