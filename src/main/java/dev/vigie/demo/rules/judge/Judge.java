package dev.vigie.demo.rules.judge;

import dev.vigie.demo.model.Cause;
import dev.vigie.demo.model.Resource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The faults of an object that is complete otherwise.
public final class Judge {
    private Judge() {}

    /// All faults in the order of the real server; `before` is null for a new object, `status` says that only that
    /// part was meant.
    public static List<Cause> faults(Resource resource, @Nullable JsonNode before, JsonNode after, boolean status) {
        Faults faults = new Faults();
        if (status) return faults.all();
        Meta.check(resource, after, faults);
        if (before != null) Changes.ending(before, after, faults);
        if (before != null) Changes.first(resource, before, after, faults);
        if (before == null || !resource.key().equals("pods")) kind(resource, after, faults);
        if (before != null) Changes.check(resource, before, after, faults);
        return faults.all();
    }

    private static void kind(Resource resource, JsonNode object, Faults faults) {
        switch (resource.key()) {
            case "pods" -> PodFaults.check(object.path("spec"), "spec", Set.of(), faults);
            case "deployments.apps" -> WorkloadFaults.deployment(object, faults);
            case "replicasets.apps" -> WorkloadFaults.replicaSet(object, faults);
            case "statefulsets.apps" -> WorkloadFaults.statefulSet(object, faults);
            case "daemonsets.apps" -> WorkloadFaults.daemonSet(object, faults);
            case "jobs.batch" -> JobFaults.job(object, faults);
            case "cronjobs.batch" -> JobFaults.cron(object, faults);
            case "horizontalpodautoscalers.autoscaling" -> ScalerFaults.scaler(object, faults);
            case "poddisruptionbudgets.policy" -> ScalerFaults.budget(object, faults);
            case "services" -> ServiceFaults.check(object, faults);
            case "configmaps" -> ConfigFaults.configMap(object, faults);
            case "secrets" -> ConfigFaults.secret(object, faults);
            case "persistentvolumeclaims" -> StorageFaults.claim(object, faults);
            case "persistentvolumes" -> StorageFaults.volume(object, faults);
            case "storageclasses.storage.k8s.io" -> StorageFaults.type(object, faults);
            default -> more(resource, object, faults);
        }
    }

    private static void more(Resource resource, JsonNode object, Faults faults) {
        switch (resource.key()) {
            case "resourcequotas" -> LimitFaults.quota(object, faults);
            case "limitranges" -> LimitFaults.range(object, faults);
            case "ingresses.networking.k8s.io" -> IngressFaults.check(object, faults);
            case "ingressclasses.networking.k8s.io" -> IngressFaults.type(object, faults);
            case "networkpolicies.networking.k8s.io" -> IngressFaults.policy(object, faults);
            case "roles.rbac.authorization.k8s.io" -> RightFaults.role(object, true, faults);
            case "clusterroles.rbac.authorization.k8s.io" -> RightFaults.role(object, false, faults);
            case "rolebindings.rbac.authorization.k8s.io" -> RightFaults.binding(object, true, faults);
            case "clusterrolebindings.rbac.authorization.k8s.io" -> RightFaults.binding(object, false, faults);
            case "nodes" -> OtherFaults.node(object, faults);
            case "priorityclasses.scheduling.k8s.io" -> OtherFaults.priority(object, faults);
            case "endpoints" -> OtherFaults.endpoints(object, faults);
            case "endpointslices.discovery.k8s.io" -> OtherFaults.slice(object, faults);
            case "leases.coordination.k8s.io" -> OtherFaults.lease(object, faults);
            case "customresourcedefinitions.apiextensions.k8s.io" -> OtherFaults.definition(object, faults);
            case "namespaces" -> OtherFaults.namespace(object, faults);
            case "events" -> OtherFaults.event(object, faults);
            default -> {}
        }
    }
}
