package dev.vigie.demo.rules.fill;

import dev.vigie.demo.model.Resource;
import tools.jackson.databind.node.ObjectNode;

/// The defaults of every kind.
public final class Defaults {
    private Defaults() {}

    /// Fills the gaps of an object that was decoded, in place.
    public static void fill(Resource resource, ObjectNode object) {
        switch (resource.key()) {
            case "pods" -> PodDefaults.pod(object);
            case "deployments.apps" -> WorkloadDefaults.deployment(object);
            case "replicasets.apps" -> WorkloadDefaults.replicaSet(object);
            case "statefulsets.apps" -> WorkloadDefaults.statefulSet(object);
            case "daemonsets.apps" -> WorkloadDefaults.daemonSet(object);
            case "jobs.batch" -> WorkloadDefaults.job(object);
            case "cronjobs.batch" -> WorkloadDefaults.cronJob(object);
            case "horizontalpodautoscalers.autoscaling" -> WorkloadDefaults.autoscaler(object);
            case "services" -> NetworkDefaults.service(object);
            case "endpoints" -> NetworkDefaults.endpoints(object);
            case "endpointslices.discovery.k8s.io" -> NetworkDefaults.slice(object);
            case "ingressclasses.networking.k8s.io" -> NetworkDefaults.ingressClass(object);
            case "networkpolicies.networking.k8s.io" -> NetworkDefaults.policy(object);
            default -> more(resource, object);
        }
    }

    private static void more(Resource resource, ObjectNode object) {
        switch (resource.key()) {
            case "namespaces" -> OtherDefaults.namespace(object);
            case "nodes" -> OtherDefaults.node(object);
            case "secrets" -> OtherDefaults.secret(object);
            case "limitranges" -> OtherDefaults.limits(object);
            case "persistentvolumes" -> VolumeDefaults.volume(object);
            case "persistentvolumeclaims" -> VolumeDefaults.claim(object);
            case "rolebindings.rbac.authorization.k8s.io", "clusterrolebindings.rbac.authorization.k8s.io" ->
                OtherDefaults.binding(object);
            case "storageclasses.storage.k8s.io" -> OtherDefaults.storageClass(object);
            case "priorityclasses.scheduling.k8s.io" -> OtherDefaults.priorityClass(object);
            case "customresourcedefinitions.apiextensions.k8s.io" -> OtherDefaults.definition(object);
            default -> {}
        }
    }
}
