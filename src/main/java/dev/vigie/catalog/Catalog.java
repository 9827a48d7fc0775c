package dev.vigie.catalog;

import dev.vigie.kind.Kind;
import java.time.Instant;

/// Where what we know of a kind is found: one line a kind.
public final class Catalog {
    private static final KnownKind GENERIC = new Generic();

    private Catalog() {}

    public static KnownKind of(Kind kind) {
        return switch (kind.resource()) {
            case "pods" -> new Pods();
            case "deployments.apps" -> new Deployments();
            case "replicasets.apps", "replicationcontrollers" -> new ReplicaSets();
            case "statefulsets.apps" -> new StatefulSets();
            case "daemonsets.apps" -> new DaemonSets();
            case "jobs.batch" -> new Jobs();
            case "cronjobs.batch" -> new CronJobs();
            case "nodes" -> new Nodes();
            case "persistentvolumeclaims" -> new PersistentVolumeClaims();
            case "persistentvolumes" -> new PersistentVolumes();
            case "namespaces" -> new Namespaces();
            case "services" -> new Services();
            case "configmaps" -> new ConfigMaps();
            case "secrets" -> new Secrets();
            case "events", "events.events.k8s.io" -> new Events();
            case "horizontalpodautoscalers.autoscaling" -> new HorizontalPodAutoscalers();
            case "ingresses.networking.k8s.io" -> new Generic(IngressPage::of);
            case "storageclasses.storage.k8s.io" -> new Generic(StorageClassPage::of);
            case "resourcequotas" -> new Generic(ResourceQuotaPage::of);
            case "limitranges" -> new Generic(LimitRangePage::of);
            case "serviceaccounts" -> new Generic(ServiceAccountPage::of);
            case "roles.rbac.authorization.k8s.io", "clusterroles.rbac.authorization.k8s.io" ->
                new Generic(RolePage::role);
            case "rolebindings.rbac.authorization.k8s.io", "clusterrolebindings.rbac.authorization.k8s.io" ->
                new Generic(RolePage::binding);
            case "customresourcedefinitions.apiextensions.k8s.io" -> new Generic(CustomKindPage::of);
            case "networkpolicies.networking.k8s.io" -> new Generic(NetworkPolicyPage::of);
            case "endpointslices.discovery.k8s.io" -> new Generic(EndpointSlicePage::of);
            case "poddisruptionbudgets.policy" -> new Generic(PodDisruptionBudgetPage::of);
            case "priorityclasses.scheduling.k8s.io" -> new Generic(PriorityClassPage::of);
            case "leases.coordination.k8s.io" -> new Generic(object -> LeasePage.of(object, Instant.now()));
            default -> GENERIC;
        };
    }
}
