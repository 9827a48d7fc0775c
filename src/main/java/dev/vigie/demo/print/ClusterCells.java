package dev.vigie.demo.print;

import dev.vigie.demo.model.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Nodes, namespaces, events, and what holds settings.
final class ClusterCells {
    private static final String ROLE = "node-role.kubernetes.io/";

    private ClusterCells() {}

    static void into(Map<String, Cells> cells) {
        cells.put("nodes", ClusterCells::node);
        cells.put("namespaces", ClusterCells::namespace);
        cells.put("configmaps", ClusterCells::configMap);
        cells.put("secrets", ClusterCells::secret);
        cells.put("serviceaccounts", ClusterCells::nameAndAge);
        cells.put("events", ClusterCells::event);
        cells.put("events.events.k8s.io", ClusterCells::event);
        cells.put("leases.coordination.k8s.io", ClusterCells::lease);
        cells.put("nodes.metrics.k8s.io", ClusterCells::metrics);
        cells.put("pods.metrics.k8s.io", ClusterCells::metrics);
    }

    static void nameAndAge(ObjectNode object, ArrayNode cells, Instant now) {
        cells.add(Json.name(object)).add(Printing.age(object, now));
    }

    private static void node(ObjectNode node, ArrayNode cells, Instant now) {
        cells.add(Json.name(node))
                .add(status(node))
                .add(roles(node))
                .add(Printing.age(node, now))
                .add(Json.text(node, "status", "nodeInfo", "kubeletVersion"))
                .add(address(node, "InternalIP"))
                .add(address(node, "ExternalIP"))
                .add(Printing.or(Json.text(node, "status", "nodeInfo", "osImage"), "<unknown>"))
                .add(kernel(node))
                .add(Printing.or(Json.text(node, "status", "nodeInfo", "containerRuntimeVersion"), "<unknown>"));
    }

    private static String status(ObjectNode node) {
        String status = "Unknown";
        for (JsonNode condition : Json.list(node, "status", "conditions")) {
            if (Json.text(condition, "type").equals("Ready")) {
                status = Json.text(condition, "status").equals("True") ? "Ready" : "NotReady";
            }
        }
        return Json.is(node, "spec", "unschedulable") ? status + ",SchedulingDisabled" : status;
    }

    private static String roles(ObjectNode node) {
        TreeSet<String> roles = new TreeSet<>();
        Json.strings(node, "metadata", "labels").forEach((key, value) -> {
            if (key.startsWith(ROLE) && key.length() > ROLE.length()) roles.add(key.substring(ROLE.length()));
            else if (key.equals("kubernetes.io/role") && !value.isEmpty()) roles.add(value);
        });
        return roles.isEmpty() ? Printing.NONE : String.join(",", roles);
    }

    private static String address(ObjectNode node, String type) {
        for (JsonNode each : Json.list(node, "status", "addresses")) {
            if (Json.text(each, "type").equals(type)) return Json.text(each, "address");
        }
        return Printing.NONE;
    }

    private static void namespace(ObjectNode object, ArrayNode cells, Instant now) {
        cells.add(Json.name(object)).add(Json.text(object, "status", "phase")).add(Printing.age(object, now));
    }

    private static void configMap(ObjectNode object, ArrayNode cells, Instant now) {
        cells.add(Json.name(object))
                .add(size(object, "data") + size(object, "binaryData"))
                .add(Printing.age(object, now));
    }

    private static void secret(ObjectNode object, ArrayNode cells, Instant now) {
        cells.add(Json.name(object))
                .add(Json.text(object, "type"))
                .add(size(object, "data"))
                .add(Printing.age(object, now));
    }

    private static int size(ObjectNode object, String field) {
        return Json.at(object, field) instanceof ObjectNode fields ? fields.size() : 0;
    }

    private static void event(ObjectNode event, ArrayNode cells, Instant now) {
        String first = Json.text(event, "firstTimestamp");
        String last = Json.text(event, "lastTimestamp");
        String eventTime = Json.text(event, "eventTime");
        int count = Json.number(0, event, "count");
        if (Json.at(event, "series") != null) {
            count = Json.number(0, event, "series", "count");
            last = Json.text(event, "series", "lastObservedTime");
        } else if (count == 0) count = 1;
        if (first.isEmpty()) first = eventTime;
        if (last.isEmpty()) last = first;
        String kind = Json.text(event, "involvedObject", "kind").toLowerCase(Locale.ROOT);
        cells.add(Printing.since(last, now))
                .add(Json.text(event, "type"))
                .add(Json.text(event, "reason"))
                .add(kind + "/" + Json.text(event, "involvedObject", "name"))
                .add(Json.text(event, "involvedObject", "fieldPath"))
                .add(source(event))
                .add(Json.text(event, "message").strip())
                .add(Printing.since(first, now))
                .add(count)
                .add(Json.name(event));
    }

    private static String source(ObjectNode event) {
        List<String> words = new ArrayList<>();
        String component = Json.text(event, "source", "component");
        words.add(component.isEmpty() ? Json.text(event, "reportingComponent") : component);
        String host = Json.text(event, "source", "host");
        if (component.isEmpty()) host = Json.text(event, "reportingInstance");
        if (!host.isEmpty()) words.add(host);
        return String.join(", ", words);
    }

    private static void lease(ObjectNode object, ArrayNode cells, Instant now) {
        cells.add(Json.name(object))
                .add(Json.text(object, "spec", "holderIdentity"))
                .add(Printing.age(object, now));
    }

    private static void metrics(ObjectNode object, ArrayNode cells, Instant now) {
        JsonNode usage = Json.at(object, "usage");
        List<JsonNode> containers = Json.list(object, "containers");
        if (usage == null && !containers.isEmpty()) usage = Json.at(containers.getFirst(), "usage");
        cells.add(Json.name(object))
                .add(Json.text(usage, "cpu"))
                .add(Json.text(usage, "memory"))
                .add(Json.text(object, "window"));
    }

    private static String kernel(ObjectNode node) {
        String kernel = Printing.or(Json.text(node, "status", "nodeInfo", "kernelVersion"), "<unknown>");
        String architecture = Json.text(node, "status", "nodeInfo", "architecture");
        return architecture.isEmpty() ? kernel : kernel + " (" + architecture + ")";
    }
}
