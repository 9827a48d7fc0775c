package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// The resources that the garbage collector and the end of a namespace have to look through.
final class Kinds {
    static final List<String> NAMESPACED = List.of(
            "pods",
            "services",
            "endpoints",
            "configmaps",
            "secrets",
            "serviceaccounts",
            "persistentvolumeclaims",
            "resourcequotas",
            "limitranges",
            "deployments.apps",
            "replicasets.apps",
            "statefulsets.apps",
            "daemonsets.apps",
            "controllerrevisions.apps",
            "jobs.batch",
            "cronjobs.batch",
            "horizontalpodautoscalers.autoscaling",
            "ingresses.networking.k8s.io",
            "networkpolicies.networking.k8s.io",
            "endpointslices.discovery.k8s.io",
            "poddisruptionbudgets.policy",
            "roles.rbac.authorization.k8s.io",
            "rolebindings.rbac.authorization.k8s.io",
            "leases.coordination.k8s.io",
            "events");

    private static final List<String> CLUSTER = List.of("nodes", "namespaces", "persistentvolumes");

    private Kinds() {}

    /// The built-in ones and those of custom resources.
    static List<String> namespaced(World world) {
        List<String> all = new ArrayList<>(NAMESPACED);
        all.addAll(custom(world, "Namespaced"));
        return all;
    }

    static List<String> all(World world) {
        List<String> all = namespaced(world);
        all.addAll(CLUSTER);
        all.addAll(custom(world, "Cluster"));
        return all;
    }

    private static List<String> custom(World world, String scope) {
        List<String> keys = new ArrayList<>();
        for (ObjectNode each : world.list("customresourcedefinitions.apiextensions.k8s.io")) {
            if (Json.text(each, "spec", "scope").equals(scope)) keys.add(Json.name(each));
        }
        return keys;
    }
}
