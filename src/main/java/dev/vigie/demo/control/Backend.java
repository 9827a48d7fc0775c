package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import tools.jackson.databind.node.ObjectNode;

/// A pod behind a Service; `early` when the Service wants pods that are not ready too.
record Backend(ObjectNode pod, ObjectNode service, boolean early) {
    private boolean terminating() {
        return Owners.deleted(pod);
    }

    boolean ready() {
        return early || (Pods.ready(pod) && !terminating());
    }

    /// Endpoints know no terminating addresses.
    boolean listed() {
        return early || !terminating();
    }

    private ObjectNode target() {
        ObjectNode target = Json.object().put("kind", "Pod").put("name", Json.name(pod));
        return target.put("namespace", Json.namespace(pod)).put("uid", Json.uid(pod));
    }

    private void hostname(ObjectNode into) {
        boolean named = Json.text(pod, "spec", "subdomain").equals(Json.name(service));
        String hostname = Json.text(pod, "spec", "hostname");
        if (named && !hostname.isEmpty()) into.put("hostname", hostname);
    }

    ObjectNode address() {
        ObjectNode address = Json.object().put("ip", Json.text(pod, "status", "podIP"));
        hostname(address);
        address.put("nodeName", Pods.node(pod)).set("targetRef", target());
        return address;
    }

    ObjectNode endpoint(World world) {
        ObjectNode endpoint = Json.object();
        endpoint.putArray("addresses").add(Json.text(pod, "status", "podIP"));
        endpoint.putObject("conditions")
                .put("ready", ready())
                .put("serving", early || Pods.ready(pod))
                .put("terminating", terminating());
        hostname(endpoint);
        endpoint.put("nodeName", Pods.node(pod)).set("targetRef", target());
        ObjectNode node = world.get("nodes", "", Pods.node(pod));
        String zone = Json.text(node, "metadata", "labels", "topology.kubernetes.io/zone");
        if (!zone.isEmpty()) endpoint.put("zone", zone);
        return endpoint;
    }
}
