package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The addresses and ports of an Endpoints object.
final class Subsets {
    private Subsets() {}

    static ArrayNode of(ObjectNode service, List<Backend> backends) {
        ArrayNode subsets = Json.object().putArray("subsets");
        List<Backend> listed = backends.stream().filter(Backend::listed).toList();
        if (listed.isEmpty()) return subsets;
        ObjectNode subset = subsets.addObject();
        addresses(subset, "addresses", listed.stream().filter(Backend::ready).toList());
        addresses(
                subset,
                "notReadyAddresses",
                listed.stream().filter(each -> !each.ready()).toList());
        ArrayNode ports = ports(service, listed.getFirst().pod());
        if (!ports.isEmpty()) subset.set("ports", ports);
        return subsets;
    }

    private static void addresses(ObjectNode subset, String field, List<Backend> backends) {
        if (backends.isEmpty()) return;
        ArrayNode list = subset.putArray(field);
        backends.forEach(each -> list.add(each.address()));
    }

    static ArrayNode ports(ObjectNode service, ObjectNode pod) {
        ArrayNode ports = Json.object().putArray("ports");
        for (JsonNode each : Json.list(service, "spec", "ports")) {
            int number = number(each, pod);
            if (number == 0) continue;
            ObjectNode port =
                    ports.addObject().put("name", Json.text(each, "name")).put("port", number);
            String protocol = Json.text(each, "protocol");
            port.put("protocol", protocol.isEmpty() ? "TCP" : protocol);
            String application = Json.text(each, "appProtocol");
            if (!application.isEmpty()) port.put("appProtocol", application);
        }
        return ports;
    }

    private static int number(JsonNode port, ObjectNode pod) {
        @Nullable JsonNode target = Json.at(port, "targetPort");
        int own = Json.number(0, port, "port");
        if (target == null) return own;
        if (target.isNumber()) return target.asInt() == 0 ? own : target.asInt();
        for (JsonNode container : Json.list(pod, "spec", "containers")) {
            for (JsonNode each : Json.list(container, "ports")) {
                if (Json.text(each, "name").equals(target.asString())) return Json.number(0, each, "containerPort");
            }
        }
        return 0;
    }
}
