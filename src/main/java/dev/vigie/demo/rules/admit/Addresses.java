package dev.vigie.demo.rules.admit;

import dev.vigie.demo.model.Cause;
import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Objects;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.model.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The addresses of Services within the cluster, and their ports on its nodes.
public final class Addresses {
    private static final String NONE = "None";
    private static final int FIRST_PORT = 30000;
    private static final int PORTS = 2768;
    private static final int HOSTS = 65_000;
    private static final int LOW = 256;

    private final Objects objects;

    public Addresses(Objects objects) {
        this.objects = objects;
    }

    public void admit(Resource resource, @Nullable ObjectNode before, ObjectNode service) {
        ObjectNode spec = Json.object(service, "spec");
        String type = Json.text(spec, "type");
        if (before != null) keep(before, spec, type);
        if (type.equals("ExternalName")) {
            for (String field : List.of("clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy")) spec.remove(field);
            return;
        }
        address(resource, before, service, spec);
        boolean balanced = type.equals("LoadBalancer") && Json.is(spec, "allocateLoadBalancerNodePorts");
        if (type.equals("NodePort") || balanced) ports(resource, service, spec);
    }

    /// A replacement that does not name what was given keeps it.
    private static void keep(ObjectNode before, ObjectNode spec, String type) {
        String was = Json.text(before, "spec", "clusterIP");
        boolean same = !Json.text(before, "spec", "type").equals("ExternalName") && !type.equals("ExternalName");
        if (same && Json.text(spec, "clusterIP").isEmpty() && Json.at(spec, "clusterIPs") == null) {
            for (String field : List.of("clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy")) {
                JsonNode value = Json.at(before, "spec", field);
                if (value != null && Json.at(spec, field) == null) spec.set(field, value.deepCopy());
            }
        }
        if (same
                && !was.isEmpty()
                && Json.at(spec, "clusterIPs") == null
                && Json.text(spec, "clusterIP").equals(was)) {
            JsonNode all = Json.at(before, "spec", "clusterIPs");
            if (all != null) spec.set("clusterIPs", all.deepCopy());
        }
        boolean outside = type.equals("NodePort") || type.equals("LoadBalancer");
        for (JsonNode port : Json.list(spec, "ports")) {
            int known = nodePort(before, port);
            if (!(port instanceof ObjectNode object)) continue;
            if (outside && known > 0 && Json.number(0, port, "nodePort") == 0) object.put("nodePort", known);
            if (!outside && known > 0 && Json.number(0, port, "nodePort") == known) object.remove("nodePort");
        }
    }

    private static int nodePort(ObjectNode before, JsonNode port) {
        for (JsonNode each : Json.list(before, "spec", "ports")) {
            boolean same = Json.number(0, each, "port") == Json.number(0, port, "port")
                    && Json.text(each, "protocol").equals(Json.text(port, "protocol"));
            if (same) return Json.number(0, each, "nodePort");
        }
        return 0;
    }

    private void address(Resource resource, @Nullable ObjectNode before, ObjectNode service, ObjectNode spec) {
        String said = Json.text(spec, "clusterIP");
        if (said.isEmpty() && Json.list(spec, "clusterIPs").size() == 1) {
            said = Json.list(spec, "clusterIPs").getFirst().asString();
            spec.put("clusterIP", said);
        }
        boolean alone = said.equals(NONE) && Json.at(spec, "selector") == null;
        if (Json.at(spec, "ipFamilyPolicy") == null)
            spec.put("ipFamilyPolicy", alone ? "RequireDualStack" : "SingleStack");
        if (Json.at(spec, "ipFamilies") == null) {
            var families = spec.putArray("ipFamilies").add("IPv4");
            if (alone) families.add("IPv6");
        }
        boolean had = before != null && Json.text(before, "spec", "clusterIP").equals(said);
        if (said.matches("[0-9]+(\\.[0-9]+){3}") && !said.startsWith("10.96.")) throw outside(resource, service, said);
        if (said.isEmpty()) said = free(service);
        else if (!said.equals(NONE) && !had && used().contains(said)) throw taken(resource, service, said);
        spec.put("clusterIP", said);
        if (Json.at(spec, "clusterIPs") == null) spec.putArray("clusterIPs").add(said);
    }

    private static Refused taken(Resource resource, ObjectNode service, String address) {
        return Refused.invalid(
                resource,
                Json.name(service),
                List.of(new Cause(
                        "FieldValueInvalid",
                        "Invalid value: [\"" + address + "\"]: failed to allocate IP " + address
                                + ": provided IP is already allocated",
                        "spec.clusterIPs")));
    }

    private static Refused outside(Resource resource, ObjectNode service, String address) {
        return Refused.invalid(
                resource,
                Json.name(service),
                List.of(new Cause(
                        "FieldValueInvalid",
                        "Invalid value: [\"" + address + "\"]: failed to allocate IP " + address
                                + ": the provided IP (" + address
                                + ") is not in the valid range. The range of valid IPs is 10.96.0.0/16",
                        "spec.clusterIPs")));
    }

    private Set<String> used() {
        Set<String> used = new HashSet<>();
        for (ObjectNode each : objects.list("services", "")) used.add(Json.text(each, "spec", "clusterIP"));
        return used;
    }

    /// The same service gets the same address each time, as long as nobody else has it.
    private String free(ObjectNode service) {
        Set<String> used = used();
        int start = Math.floorMod((Json.namespace(service) + "/" + Json.name(service)).hashCode(), HOSTS);
        for (int i = 0; ; i++) {
            int host = LOW + (start + i) % HOSTS;
            String address = "10.96." + (host >> 8) + "." + (host & 255);
            if (!used.contains(address)) return address;
        }
    }

    private void ports(Resource resource, ObjectNode service, ObjectNode spec) {
        Set<Integer> used = usedPorts(Json.uid(service));
        int index = 0;
        for (JsonNode port : Json.list(spec, "ports")) {
            int said = Json.number(0, port, "nodePort");
            if (said > 0 && !used.add(said)) {
                throw Refused.invalid(
                        resource,
                        Json.name(service),
                        List.of(new Cause(
                                "FieldValueInvalid",
                                "Invalid value: " + said + ": provided port is already allocated",
                                "spec.ports[" + index + "].nodePort")));
            }
            index++;
        }
        for (JsonNode port : Json.list(spec, "ports")) {
            if (Json.number(0, port, "nodePort") > 0 || !(port instanceof ObjectNode object)) continue;
            int start = Math.floorMod((Json.name(service) + Json.number(0, port, "port")).hashCode(), PORTS);
            int chosen = FIRST_PORT + start;
            for (int i = 1; !used.add(chosen); i++) chosen = FIRST_PORT + (start + i) % PORTS;
            object.put("nodePort", chosen);
        }
    }

    private Set<Integer> usedPorts(String but) {
        Set<Integer> used = new HashSet<>();
        for (ObjectNode each : objects.list("services", "")) {
            if (Json.uid(each).equals(but)) continue;
            for (JsonNode port : Json.list(each, "spec", "ports")) used.add(Json.number(0, port, "nodePort"));
        }
        return used;
    }
}
