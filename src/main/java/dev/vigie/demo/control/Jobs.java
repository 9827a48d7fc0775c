package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What is asked of Jobs, and the pods that are made for them.
final class Jobs {
    static final String KEY = "jobs.batch";
    /// Keeps a pod until its end has been counted.
    static final String TRACKED = "batch.kubernetes.io/job-tracking";
    /// Annotation and label of the pods of an indexed Job.
    static final String INDEX = "batch.kubernetes.io/job-completion-index";

    static final int NO_INDEX = -1;

    private static final String INDEX_VARIABLE = "JOB_COMPLETION_INDEX";

    private Jobs() {}

    /// `Complete`, `Failed`, or empty while it is not over.
    static String finished(ObjectNode job) {
        for (String end : List.of("Complete", "Failed")) if (Conditions.is(job, end, "True")) return end;
        return "";
    }

    static boolean indexed(ObjectNode job) {
        return Json.text(job, "spec", "completionMode").equals("Indexed");
    }

    /// The index of a pod, or NO_INDEX when it has none that its Job knows.
    static int index(ObjectNode job, ObjectNode pod) {
        long index = ReplicaSets.annotation(pod, INDEX, NO_INDEX);
        return index < Json.number(0, job, "spec", "completions") ? (int) index : NO_INDEX;
    }

    static boolean tracked(ObjectNode pod) {
        return Json.list(pod, "metadata", "finalizers").stream()
                .anyMatch(each -> each.asString().equals(TRACKED));
    }

    static @Nullable ObjectNode release(World world, ObjectNode pod) {
        return tracked(pod) ? world.update(Pods.KEY, pod, GarbageCollector.without(pod, TRACKED)) : pod;
    }

    /// A pod that is to do the work of a Job, or the part of it that an index stands for.
    static ObjectNode pod(ObjectNode job, JsonNode template, int index) {
        ObjectNode pod = Pods.from(job, template);
        ObjectNode metadata = Json.object(pod, "metadata");
        ArrayNode finalizers =
                metadata.get("finalizers") instanceof ArrayNode there ? there : metadata.putArray("finalizers");
        finalizers.add(TRACKED);
        if (index == NO_INDEX) return Pods.named(pod, Json.name(job) + "-");
        Json.object(metadata, "annotations").put(INDEX, String.valueOf(index));
        Json.object(metadata, "labels").put(INDEX, String.valueOf(index));
        Json.object(pod, "spec").put("hostname", Json.name(job) + "-" + index);
        for (String list : List.of("initContainers", "containers"))
            for (JsonNode each : Json.list(pod, "spec", list))
                if (each instanceof ObjectNode container) tell(container);
        return Pods.named(pod, Json.name(job) + "-" + index + "-");
    }

    /// The index reaches the container as a variable.
    private static void tell(ObjectNode container) {
        boolean own = Json.list(container, "env").stream()
                .anyMatch(each -> Json.text(each, "name").equals(INDEX_VARIABLE));
        if (own) return;
        ArrayNode variables = container.get("env") instanceof ArrayNode there ? there : container.putArray("env");
        ObjectNode variable = variables.addObject().put("name", INDEX_VARIABLE);
        Json.object(variable, "valueFrom", "fieldRef").put("fieldPath", "metadata.labels['" + INDEX + "']");
    }
}
