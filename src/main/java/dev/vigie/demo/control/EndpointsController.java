package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Keeps the Endpoints and EndpointSlices of Services: the addresses of the pods that they select.
final class EndpointsController implements Controller {
    private static final String ENDPOINTS = "endpoints";
    private static final String SLICES = "endpointslices.discovery.k8s.io";
    private static final String TRIGGER = "endpoints.kubernetes.io/last-change-trigger-time";
    private static final String MANAGED = "endpoints.kubernetes.io/managed-by";

    private final Each each = new Each("services");

    @Override
    public void run(World world) {
        each.run(world, service -> keep(world, service));
        for (ObjectNode each : world.list(ENDPOINTS)) {
            boolean ours = !Pods.label(each, MANAGED).isEmpty();
            if (ours && world.get("services", Json.namespace(each), Json.name(each)) == null)
                world.delete(ENDPOINTS, each, "Background");
        }
    }

    private static void keep(World world, ObjectNode service) {
        boolean selects = !Json.strings(service, "spec", "selector").isEmpty();
        boolean external = Json.text(service, "spec", "type").equals("ExternalName");
        if (!selects || external || Owners.deleted(service)) return;
        List<Backend> backends = backends(world, service);
        endpoints(world, service, backends);
        slice(world, service, backends);
    }

    private static List<Backend> backends(World world, ObjectNode service) {
        boolean early = Json.is(service, "spec", "publishNotReadyAddresses");
        List<Backend> all = new ArrayList<>();
        for (ObjectNode pod : world.list(Pods.KEY, Json.namespace(service))) {
            boolean selected =
                    Selectors.equal(Json.strings(service, "spec", "selector"), Json.strings(pod, "metadata", "labels"));
            boolean reachable = !Json.text(pod, "status", "podIP").isEmpty() && !Pods.ended(pod);
            if (selected && reachable) all.add(new Backend(pod, service, early));
        }
        all.sort(Comparator.comparing(each -> Json.name(each.pod())));
        return all;
    }

    private static void labels(ObjectNode metadata, ObjectNode service) {
        ObjectNode labels = metadata.putObject("labels");
        Json.strings(service, "metadata", "labels").forEach((name, value) -> labels.put(name, value));
        if (Json.text(service, "spec", "clusterIP").equals("None")) labels.put("service.kubernetes.io/headless", "");
    }

    private static void endpoints(World world, ObjectNode service, List<Backend> backends) {
        ObjectNode was = world.get(ENDPOINTS, Json.namespace(service), Json.name(service));
        ObjectNode is = was != null
                ? was.deepCopy()
                : Json.object().put("apiVersion", "v1").put("kind", "Endpoints");
        ObjectNode metadata = Json.object(is, "metadata");
        metadata.put("name", Json.name(service)).put("namespace", Json.namespace(service));
        labels(metadata, service);
        Json.object(metadata, "labels").put(MANAGED, "endpoint-controller");
        ArrayNode subsets = Subsets.of(service, backends);
        if (subsets.isEmpty()) is.remove("subsets");
        else is.set("subsets", subsets);
        write(world, ENDPOINTS, was, is);
    }

    private static void slice(World world, ObjectNode service, List<Backend> backends) {
        ObjectNode was = null;
        for (ObjectNode each : world.list(SLICES, Json.namespace(service)))
            if (was == null && Owners.controls(service, each)) was = each;
        ObjectNode is = was != null ? was.deepCopy() : skeleton(service);
        labels(Json.object(is, "metadata"), service);
        Json.object(is, "metadata", "labels")
                .put("endpointslice.kubernetes.io/managed-by", "endpointslice-controller.k8s.io")
                .put("kubernetes.io/service-name", Json.name(service));
        if (backends.isEmpty()) {
            is.putNull("endpoints").putNull("ports");
        } else {
            ArrayNode list = is.putArray("endpoints");
            backends.forEach(each -> list.add(each.endpoint(world)));
            is.set("ports", Subsets.ports(service, backends.getFirst().pod()));
        }
        write(world, SLICES, was, is);
    }

    private static ObjectNode skeleton(ObjectNode service) {
        ObjectNode slice =
                Json.object().put("apiVersion", "discovery.k8s.io/v1").put("kind", "EndpointSlice");
        Json.object(slice, "metadata")
                .put("generateName", Json.name(service) + "-")
                .put("namespace", Json.namespace(service));
        Owners.own(service, slice);
        return slice.put("addressType", "IPv4");
    }

    private static void write(World world, String resource, @Nullable ObjectNode was, ObjectNode is) {
        if (same(was, is)) return;
        Json.object(is, "metadata", "annotations").put(TRIGGER, world.timestamp());
        if (was == null) Creation.quietly(world, resource, is);
        else world.update(resource, was, is);
    }

    /// An absent list and an empty one are the same.
    private static boolean same(@Nullable ObjectNode was, ObjectNode is) {
        if (was == null) return false;
        for (String field : List.of("subsets", "endpoints", "ports")) {
            if (!Json.list(was, field).equals(Json.list(is, field))) return false;
        }
        return Json.strings(was, "metadata", "labels").equals(Json.strings(is, "metadata", "labels"));
    }
}
