package dev.vigie.demo.rules.judge;

import dev.vigie.demo.model.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Ports and peers in the rules of network policies.
final class PeerFaults {
    private PeerFaults() {}

    static void rule(JsonNode rule, String at, String peers, Faults faults) {
        int index = 0;
        for (JsonNode port : Json.list(rule, "ports")) port(port, at + ".ports[" + index++ + "]", faults);
        index = 0;
        for (JsonNode peer : Json.list(rule, peers)) peer(peer, at + "." + peers + "[" + index++ + "]", faults);
    }

    private static void port(JsonNode port, String at, Faults faults) {
        faults.among(at + ".protocol", Json.text(port, "protocol"), "TCP", "UDP", "SCTP");
        JsonNode number = Json.at(port, "port");
        if (number == null) return;
        if (number.isString()) {
            PodFaults.named(number.asString(), at + ".port", Words.portName(number.asString()), faults);
        } else {
            faults.port(at + ".port", number.asLong());
        }
    }

    private static void peer(JsonNode peer, String at, Faults faults) {
        JsonNode block = Json.at(peer, "ipBlock");
        boolean selected = Json.at(peer, "podSelector") != null || Json.at(peer, "namespaceSelector") != null;
        Meta.selector(Json.at(peer, "podSelector"), at + ".podSelector", faults);
        Meta.selector(Json.at(peer, "namespaceSelector"), at + ".namespaceSelector", faults);
        if (block != null) block(block, at + ".ipBlock", faults);
        if (block == null && !selected) faults.required(at, "must specify a peer");
        if (block != null && selected) faults.forbidden(at, "may not specify both ipBlock and another peer");
    }

    private static void block(@Nullable JsonNode block, String at, Faults faults) {
        String range = Json.text(block, "cidr");
        int slash = range.indexOf('/');
        boolean fine = slash > 0
                && Words.address(range.substring(0, slash))
                && range.substring(slash + 1).matches("[0-9]{1,3}");
        if (!fine) {
            faults.invalid(at + ".cidr", range, "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)");
        }
    }
}
