package dev.vigie.catalog;

import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Pointer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Which objects have to do with one: whom it controls, whom it selects, whom it names, and who names or selects it.
public final class Relations {
    private static final List<String> WORKLOADS =
            List.of("deployments.apps", "statefulsets.apps", "daemonsets.apps", "jobs.batch", "cronjobs.batch");
    private static final List<String> SELECTING =
            List.of("services", "networkpolicies.networking.k8s.io", "poddisruptionbudgets.policy");

    private Relations() {}

    /// The kinds that objects of a kind control, as kubectl takes them, each after those that stand between.
    public static List<String> controlled(Kind kind) {
        return switch (kind.resource()) {
            case "deployments.apps" -> List.of("replicasets.apps", "pods");
            case "replicasets.apps", "replicationcontrollers", "statefulsets.apps", "daemonsets.apps", "jobs.batch" ->
                List.of("pods");
            case "cronjobs.batch" -> List.of("jobs.batch", "pods");
            case "services" -> List.of("endpointslices.discovery.k8s.io");
            default -> List.of();
        };
    }

    /// The kinds that operators make for the objects they look after: what an object of a custom kind may own.
    public static List<String> made(Kind kind) {
        return kind.namespaced()
                        && Health.isTold(kind)
                        && kind.gvk().group().contains(".")
                        && !kind.gvk().group().equals("apiregistration.k8s.io")
                ? List.of(
                        "deployments.apps",
                        "statefulsets.apps",
                        "daemonsets.apps",
                        "replicasets.apps",
                        "jobs.batch",
                        "pods",
                        "services",
                        "configmaps",
                        "secrets",
                        "persistentvolumeclaims")
                : List.of();
    }

    /// The selector by which an object chooses pods of its namespace, an empty one all of them; null when it chooses
    /// none so.
    public static @Nullable JsonNode selector(Kind kind, JsonNode object) {
        JsonNode spec = object.path("spec");
        return switch (kind.resource()) {
            case "services" -> Fields.pairs(spec, "selector").isEmpty() ? null : labels(spec.path("selector"));
            case "poddisruptionbudgets.policy" -> spec.path("selector").isObject() ? spec.path("selector") : null;
            case "networkpolicies.networking.k8s.io" ->
                spec.path("podSelector").isObject() ? spec.path("podSelector") : null;
            default -> null;
        };
    }

    private static JsonNode labels(JsonNode plain) {
        ObjectNode selector = JsonMapper.shared().createObjectNode();
        selector.set("matchLabels", plain);
        return selector;
    }

    public static boolean chooses(JsonNode selector, Map<String, String> labels) {
        return Selectors.chooses(selector, labels);
    }

    /// The objects that an object names.
    public static Set<Pointer> uses(Kind kind, JsonNode object) {
        return Uses.of(kind, object);
    }

    /// The kinds whose objects may name or select one of this kind.
    public static List<String> users(Kind kind) {
        return switch (kind.resource()) {
            case "configmaps" -> with("pods");
            case "secrets" -> with("pods", "ingresses.networking.k8s.io", "serviceaccounts");
            case "serviceaccounts" ->
                with("pods", "rolebindings.rbac.authorization.k8s.io", "clusterrolebindings.rbac.authorization.k8s.io");
            case "persistentvolumeclaims" -> with("pods", "persistentvolumes");
            case "persistentvolumes" -> List.of("persistentvolumeclaims");
            case "storageclasses.storage.k8s.io" -> List.of("persistentvolumeclaims", "persistentvolumes");
            case "services" -> List.of("ingresses.networking.k8s.io");
            case "ingressclasses.networking.k8s.io" -> List.of("ingresses.networking.k8s.io");
            case "roles.rbac.authorization.k8s.io" -> List.of("rolebindings.rbac.authorization.k8s.io");
            case "clusterroles.rbac.authorization.k8s.io" ->
                List.of("clusterrolebindings.rbac.authorization.k8s.io", "rolebindings.rbac.authorization.k8s.io");
            case "pods" -> SELECTING;
            case "deployments.apps", "statefulsets.apps", "replicasets.apps", "replicationcontrollers" ->
                join(SELECTING, List.of("horizontalpodautoscalers.autoscaling"));
            case "daemonsets.apps" -> SELECTING;
            default -> List.of();
        };
    }

    private static List<String> with(String first, String... more) {
        return join(List.of(first), join(WORKLOADS, List.of(more)));
    }

    private static List<String> join(List<String> one, List<String> other) {
        return java.util.stream.Stream.concat(one.stream(), other.stream()).toList();
    }

    /// Whether an object of kind `of` names `me`, or selects it by `labels`, those that my pods wear.
    public static boolean isUser(Kind of, JsonNode object, Pointer me, Map<String, String> labels) {
        if (uses(of, object).contains(me)) return true;
        JsonNode selector = selector(of, object);
        return selector != null && !labels.isEmpty() && chooses(selector, labels);
    }

    /// Whether objects of a kind select pods, rather than name what they use.
    public static boolean selects(Kind kind) {
        return SELECTING.contains(kind.resource());
    }

    /// The labels of the pods that an object stands for: its own, or those of its template; empty for what has none.
    public static Map<String, String> podLabels(Kind kind, JsonNode object) {
        return switch (kind.resource()) {
            case "pods" -> Fields.pairs(object, "metadata", "labels");
            case "deployments.apps",
                    "statefulsets.apps",
                    "daemonsets.apps",
                    "replicasets.apps",
                    "replicationcontrollers" -> Fields.pairs(object, "spec", "template", "metadata", "labels");
            default -> Map.of();
        };
    }
}
