package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What a Deployment asks its ReplicaSets: sizes, revisions, order.
final class ReplicaSets {
    static final String KEY = "replicasets.apps";
    static final String REVISION = "deployment.kubernetes.io/revision";
    static final String HISTORY = "deployment.kubernetes.io/revision-history";
    static final String DESIRED = "deployment.kubernetes.io/desired-replicas";
    static final String MOST = "deployment.kubernetes.io/max-replicas";
    static final String HASH = "pod-template-hash";

    static final Comparator<ObjectNode> OLDEST_FIRST =
            Comparator.<ObjectNode, java.time.Instant>comparing(Times::created).thenComparing(Json::name);

    private ReplicaSets() {}

    static int size(ObjectNode set) {
        return Json.number(1, set, "spec", "replicas");
    }

    static int size(Collection<ObjectNode> sets) {
        return sets.stream().mapToInt(ReplicaSets::size).sum();
    }

    static int status(Collection<ObjectNode> sets, String field) {
        return sets.stream().mapToInt(set -> status(set, field)).sum();
    }

    static int status(ObjectNode set, String field) {
        return Json.number(0, set, "status", field);
    }

    static int available(ObjectNode set) {
        return status(set, "availableReplicas");
    }

    static List<ObjectNode> active(Collection<ObjectNode> sets) {
        return sets.stream().filter(set -> size(set) > 0).toList();
    }

    static long revision(ObjectNode set) {
        return annotation(set, REVISION, 0);
    }

    static long annotation(ObjectNode set, String name, long otherwise) {
        try {
            String text = Json.text(set, "metadata", "annotations", name);
            return text.isEmpty() ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /// The status a set reports must be about its newest spec before it may be trusted.
    static boolean observed(ObjectNode set) {
        return Json.number(0, set, "metadata", "generation") <= status(set, "observedGeneration");
    }
}
