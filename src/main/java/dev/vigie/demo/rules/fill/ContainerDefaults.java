package dev.vigie.demo.rules.fill;

import dev.vigie.demo.model.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// One container of a pod: image pulls, ports, probes, references.
final class ContainerDefaults {
    private ContainerDefaults() {}

    static void fill(ObjectNode container) {
        Gap.text(container, "imagePullPolicy", pullPolicy(Json.text(container, "image")));
        Gap.text(container, "terminationMessagePath", "/dev/termination-log");
        Gap.text(container, "terminationMessagePolicy", "File");
        for (ObjectNode port : Gap.each(container, "ports")) Gap.text(port, "protocol", "TCP");
        for (ObjectNode variable : Gap.each(container, "env")) {
            ObjectNode field = Gap.inner(variable, "valueFrom", "fieldRef");
            if (field != null) Gap.text(field, "apiVersion", "v1");
            ObjectNode resource = Gap.inner(variable, "valueFrom", "resourceFieldRef");
            if (resource != null && Json.at(resource, "divisor") == null) resource.put("divisor", "0");
        }
        probe(Gap.inner(container, "livenessProbe"));
        probe(Gap.inner(container, "readinessProbe"));
        probe(Gap.inner(container, "startupProbe"));
        http(Gap.inner(container, "lifecycle", "postStart", "httpGet"));
        http(Gap.inner(container, "lifecycle", "preStop", "httpGet"));
    }

    /// What may move is asked for each time.
    private static String pullPolicy(String image) {
        if (image.contains("@")) return "IfNotPresent";
        int colon = image.indexOf(':', image.lastIndexOf('/') + 1);
        return colon < 0 || image.substring(colon + 1).equals("latest") ? "Always" : "IfNotPresent";
    }

    private static void probe(@Nullable ObjectNode probe) {
        if (probe == null) return;
        Gap.positive(probe, "timeoutSeconds", 1);
        Gap.positive(probe, "periodSeconds", 10);
        Gap.positive(probe, "successThreshold", 1);
        Gap.positive(probe, "failureThreshold", 3);
        http(Gap.inner(probe, "httpGet"));
        ObjectNode grpc = Gap.inner(probe, "grpc");
        if (grpc != null && Json.at(grpc, "service") == null) grpc.put("service", "");
    }

    private static void http(@Nullable ObjectNode get) {
        if (get == null) return;
        Gap.text(get, "path", "/");
        Gap.text(get, "scheme", "HTTP");
    }
}
