package dev.vigie.catalog;

import dev.vigie.base.Ref;
import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Kind;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Whose pods' logs an object stands for.
public final class Logged {
    private Logged() {}

    /// Whether objects of a kind have logs: pods, and what has pods.
    public static boolean has(Kind kind) {
        return isPod(kind) || hasPods(kind);
    }

    public static boolean isPod(Kind kind) {
        return kind.resource().equals("pods");
    }

    private static boolean hasPods(Kind kind) {
        return switch (kind.resource()) {
            case "deployments.apps",
                    "replicasets.apps",
                    "replicationcontrollers",
                    "statefulsets.apps",
                    "daemonsets.apps",
                    "jobs.batch",
                    "services" -> true;
            default -> false;
        };
    }

    /// What chooses the pods of a whole object, as `kubectl -l` takes it; empty where it chooses none.
    public static String selector(JsonNode object) {
        JsonNode selector = object.path("spec").path("selector");
        boolean plain = !selector.has("matchLabels") && !selector.has("matchExpressions");
        if (!plain) return Selectors.line(selector).replace(", ", ",");
        Map<String, String> labels = Fields.pairs(object.path("spec"), "selector");
        return labels.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(","));
    }

    /// The kubectl line that follows the same; `container` is empty for all.
    public static String argument(Kind kind, Ref ref) {
        return isPod(kind) ? ref.name() : kind.singular() + "/" + ref.name();
    }
}
