package dev.vigie.demo.rules.fill;

import dev.vigie.demo.model.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Pods and the templates of pods.
final class PodDefaults {
    private PodDefaults() {}

    /// A pod itself has more defaults than the template of one.
    static void pod(ObjectNode pod) {
        ObjectNode spec = Json.object(pod, "spec");
        spec(spec);
        Gap.flag(spec, "enableServiceLinks", true);
        if (Json.is(spec, "hostNetwork")) hostPorts(spec);
        for (ObjectNode container : containers(spec)) requests(container);
        requests(spec);
    }

    static void template(ObjectNode template) {
        spec(Json.object(template, "spec"));
    }

    private static void spec(ObjectNode spec) {
        Gap.text(spec, "dnsPolicy", "ClusterFirst");
        Gap.text(spec, "restartPolicy", "Always");
        Gap.text(spec, "schedulerName", "default-scheduler");
        Gap.number(spec, "terminationGracePeriodSeconds", 30);
        if (Json.at(spec, "securityContext") == null) spec.putObject("securityContext");
        account(spec);
        containers(spec).forEach(ContainerDefaults::fill);
        Gap.each(spec, "ephemeralContainers").forEach(ContainerDefaults::fill);
        Gap.each(spec, "volumes").forEach(VolumeDefaults::fill);
        for (ObjectNode spread : Gap.each(spec, "topologySpreadConstraints")) {
            if (Json.at(spread, "minDomains") != null && Json.number(0, spread, "minDomains") == 0)
                spread.remove("minDomains");
        }
    }

    /// The old and the new name of one field.
    private static void account(ObjectNode spec) {
        String name = Json.text(spec, "serviceAccountName");
        String old = Json.text(spec, "serviceAccount");
        if (name.isEmpty() && !old.isEmpty()) spec.put("serviceAccountName", old);
        if (!name.isEmpty()) spec.put("serviceAccount", name);
    }

    static List<ObjectNode> containers(ObjectNode spec) {
        List<ObjectNode> all = Gap.each(spec, "initContainers");
        all.addAll(Gap.each(spec, "containers"));
        return all;
    }

    private static void hostPorts(ObjectNode spec) {
        for (ObjectNode container : containers(spec)) {
            for (ObjectNode port : Gap.each(container, "ports")) {
                Gap.positive(port, "hostPort", Json.number(0, port, "containerPort"));
            }
        }
    }

    /// Where only a limit was said, as much is asked for.
    private static void requests(ObjectNode container) {
        ObjectNode limits = Gap.inner(container, "resources", "limits");
        if (limits == null) return;
        ObjectNode requests = Json.object(container, "resources", "requests");
        limits.properties().forEach(limit -> {
            JsonNode asked = requests.get(limit.getKey());
            if (asked == null) requests.set(limit.getKey(), limit.getValue());
        });
    }
}
