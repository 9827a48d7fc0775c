package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Gives pods addresses out of their node's range.
final class Addresses {
    private static final int LAST = 254;

    private final Map<String, Integer> last = new HashMap<>();

    /// The next free address; that of the node for a pod in the host's network.
    String next(World world, ObjectNode pod) {
        String node = Pods.node(pod);
        if (Json.is(pod, "spec", "hostNetwork")) return host(world.get("nodes", "", node));
        Set<String> taken = world.list(Pods.KEY).stream()
                .map(each -> Json.text(each, "status", "podIP"))
                .collect(Collectors.toSet());
        String range = range(world, node);
        int number = last.getOrDefault(node, 1);
        String address = "";
        for (int tries = 0; tries < LAST; tries++) {
            number = number >= LAST ? 2 : number + 1;
            address = range + number;
            if (!taken.contains(address)) break;
        }
        last.put(node, number);
        return address;
    }

    private static String range(World world, String node) {
        String cidr = Json.text(world.get("nodes", "", node), "spec", "podCIDR");
        if (cidr.matches("\\d+\\.\\d+\\.\\d+\\.0/24")) return cidr.substring(0, cidr.lastIndexOf('.') + 1);
        List<String> names = world.list("nodes").stream().map(Json::name).toList();
        return "10.244." + names.indexOf(node) + ".";
    }

    static String host(@Nullable ObjectNode node) {
        for (JsonNode each : Json.list(node, "status", "addresses")) {
            if (Json.text(each, "type").equals("InternalIP")) return Json.text(each, "address");
        }
        return "";
    }
}
