package dev.vigie.demo.rules.fill;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Resource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The status and the marks that objects of single kinds are born with.
final class Fresh {
    private Fresh() {}

    static void status(Resource resource, ObjectNode object) {
        switch (resource.key()) {
            case "namespaces" -> {
                Json.object(object, "status").put("phase", "Active");
                var finalizers = Json.object(object, "spec").putArray("finalizers");
                finalizers.add("kubernetes");
            }
            case "persistentvolumes", "persistentvolumeclaims" -> {
                Json.object(object, "status").put("phase", "Pending");
                if (Json.at(object, "metadata", "finalizers") == null) {
                    boolean claim = resource.key().equals("persistentvolumeclaims");
                    Json.object(object, "metadata")
                            .putArray("finalizers")
                            .add(claim ? "kubernetes.io/pvc-protection" : "kubernetes.io/pv-protection");
                }
                if (resource.key().equals("persistentvolumes")) {
                    Json.object(object, "status")
                            .put("lastPhaseTransitionTime", Json.text(object, "metadata", "creationTimestamp"));
                }
            }
            case "nodes" -> ready(object);
            case "services" -> Json.object(object, "status").putObject("loadBalancer");
            case "ingresses.networking.k8s.io" -> Json.object(object, "status").putObject("loadBalancer");
            default -> counts(resource, object);
        }
    }

    /// Until somebody says that it is ready, nothing may run on it.
    private static void ready(ObjectNode node) {
        ObjectNode spec = Json.object(node, "spec");
        for (JsonNode taint : Json.list(spec, "taints")) {
            if (Json.text(taint, "key").equals("node.kubernetes.io/not-ready")) return;
        }
        ArrayNode taints = spec.get("taints") instanceof ArrayNode there ? there : spec.putArray("taints");
        taints.addObject().put("key", "node.kubernetes.io/not-ready").put("effect", "NoSchedule");
    }

    private static void counts(Resource resource, ObjectNode object) {
        switch (resource.key()) {
            case "replicasets.apps" -> Json.object(object, "status").put("replicas", 0);
            case "statefulsets.apps" ->
                Json.object(object, "status").put("replicas", 0).put("availableReplicas", 0);
            case "daemonsets.apps" -> {
                Json.object(object, "metadata", "annotations").put("deprecated.daemonset.template.generation", "1");
                ObjectNode status = Json.object(object, "status");
                for (String count : new String[] {
                    "currentNumberScheduled", "numberMisscheduled", "desiredNumberScheduled", "numberReady"
                }) status.put(count, 0);
            }
            case "horizontalpodautoscalers.autoscaling" -> {
                ObjectNode status = Json.object(object, "status");
                status.put("desiredReplicas", 0);
                status.putNull("currentMetrics");
            }
            case "customresourcedefinitions.apiextensions.k8s.io" -> Definitions.born(object);
            case "poddisruptionbudgets.policy" -> {
                ObjectNode status = Json.object(object, "status");
                for (String count :
                        new String[] {"disruptionsAllowed", "currentHealthy", "desiredHealthy", "expectedPods"})
                    status.put(count, 0);
            }
            default -> {}
        }
    }
}
