package dev.vigie.catalog;

import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Pointer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Which other objects an object names in its spec: a pod its ConfigMaps, an Ingress its Services, a binding its role.
final class Uses {
    private static final String CORE = "";

    private final String namespace;
    private final Set<Pointer> found = new LinkedHashSet<>();

    private Uses(JsonNode object) {
        namespace = Fields.text(object, "metadata", "namespace");
    }

    /// Each once, in the order they are named.
    static Set<Pointer> of(Kind kind, JsonNode object) {
        Uses uses = new Uses(object);
        JsonNode spec = object.path("spec");
        switch (kind.resource()) {
            case "pods" -> uses.pod(spec);
            case "deployments.apps",
                    "statefulsets.apps",
                    "daemonsets.apps",
                    "replicasets.apps",
                    "replicationcontrollers",
                    "jobs.batch" -> uses.pod(Fields.at(spec, "template", "spec"));
            case "cronjobs.batch" -> uses.pod(Fields.at(spec, "jobTemplate", "spec", "template", "spec"));
            case "ingresses.networking.k8s.io" -> uses.ingress(spec);
            case "horizontalpodautoscalers.autoscaling" -> uses.named(spec.path("scaleTargetRef"));
            case "persistentvolumeclaims" -> {
                uses.one(CORE, "PersistentVolume", "", Fields.text(spec, "volumeName"));
                uses.one("storage.k8s.io", "StorageClass", "", Fields.text(spec, "storageClassName"));
            }
            case "persistentvolumes" -> {
                JsonNode claim = spec.path("claimRef");
                uses.one(CORE, "PersistentVolumeClaim", Fields.text(claim, "namespace"), Fields.text(claim, "name"));
                uses.one("storage.k8s.io", "StorageClass", "", Fields.text(spec, "storageClassName"));
            }
            case "serviceaccounts" -> {
                for (String list : List.of("secrets", "imagePullSecrets"))
                    for (JsonNode each : Fields.list(object, list))
                        uses.one(CORE, "Secret", uses.namespace, Fields.text(each, "name"));
            }
            case "rolebindings.rbac.authorization.k8s.io", "clusterrolebindings.rbac.authorization.k8s.io" ->
                uses.binding(object);
            case "endpointslices.discovery.k8s.io" -> {
                for (JsonNode each : Fields.list(object, "endpoints")) uses.target(each.path("targetRef"));
            }
            case "endpoints" -> {
                for (JsonNode subset : Fields.list(object, "subsets"))
                    for (JsonNode each : Fields.list(subset, "addresses")) uses.target(each.path("targetRef"));
            }
            default -> {}
        }
        return uses.found;
    }

    private void one(String group, String kind, String where, String name) {
        if (!name.isEmpty()) found.add(new Pointer(group, kind, where, name));
    }

    private void pod(JsonNode spec) {
        one(CORE, "Node", "", Fields.text(spec, "nodeName"));
        one(CORE, "ServiceAccount", namespace, Fields.text(spec, "serviceAccountName"));
        one("scheduling.k8s.io", "PriorityClass", "", Fields.text(spec, "priorityClassName"));
        for (JsonNode each : Fields.list(spec, "imagePullSecrets"))
            one(CORE, "Secret", namespace, Fields.text(each, "name"));
        for (JsonNode volume : Fields.list(spec, "volumes")) volume(volume);
        for (String list : List.of("initContainers", "containers", "ephemeralContainers"))
            for (JsonNode container : Fields.list(spec, list)) container(container);
    }

    private void volume(JsonNode volume) {
        one(CORE, "ConfigMap", namespace, Fields.text(volume, "configMap", "name"));
        one(CORE, "Secret", namespace, Fields.text(volume, "secret", "secretName"));
        one(CORE, "PersistentVolumeClaim", namespace, Fields.text(volume, "persistentVolumeClaim", "claimName"));
        for (JsonNode source : Fields.list(volume, "projected", "sources")) {
            one(CORE, "ConfigMap", namespace, Fields.text(source, "configMap", "name"));
            one(CORE, "Secret", namespace, Fields.text(source, "secret", "name"));
        }
    }

    private void container(JsonNode container) {
        for (JsonNode each : Fields.list(container, "envFrom")) {
            one(CORE, "ConfigMap", namespace, Fields.text(each, "configMapRef", "name"));
            one(CORE, "Secret", namespace, Fields.text(each, "secretRef", "name"));
        }
        for (JsonNode each : Fields.list(container, "env")) {
            one(CORE, "ConfigMap", namespace, Fields.text(each, "valueFrom", "configMapKeyRef", "name"));
            one(CORE, "Secret", namespace, Fields.text(each, "valueFrom", "secretKeyRef", "name"));
        }
    }

    private void ingress(JsonNode spec) {
        one("networking.k8s.io", "IngressClass", "", Fields.text(spec, "ingressClassName"));
        one(CORE, "Service", namespace, Fields.text(spec, "defaultBackend", "service", "name"));
        for (JsonNode rule : Fields.list(spec, "rules"))
            for (JsonNode path : Fields.list(rule, "http", "paths"))
                one(CORE, "Service", namespace, Fields.text(path, "backend", "service", "name"));
        for (JsonNode tls : Fields.list(spec, "tls")) one(CORE, "Secret", namespace, Fields.text(tls, "secretName"));
    }

    private void binding(JsonNode object) {
        JsonNode role = object.path("roleRef");
        String kind = Fields.text(role, "kind");
        one(Fields.text(role, "apiGroup"), kind, kind.equals("Role") ? namespace : "", Fields.text(role, "name"));
        for (JsonNode subject : Fields.list(object, "subjects")) {
            if (!Fields.text(subject, "kind").equals("ServiceAccount")) continue;
            one(CORE, "ServiceAccount", Fields.text(subject, "namespace"), Fields.text(subject, "name"));
        }
    }

    /// By `apiVersion`, kind and name.
    private void named(JsonNode ref) {
        String name = Fields.text(ref, "name");
        if (!name.isEmpty())
            found.add(Pointer.of(Fields.text(ref, "apiVersion"), Fields.text(ref, "kind"), namespace, name));
    }

    private void target(JsonNode ref) {
        one(CORE, Fields.text(ref, "kind"), Fields.text(ref, "namespace"), Fields.text(ref, "name"));
    }
}
