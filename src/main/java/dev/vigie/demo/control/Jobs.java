package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What is asked of Jobs.
final class Jobs {
    static final String KEY = "jobs.batch";
    /// Keeps a pod until its end has been counted.
    static final String TRACKED = "batch.kubernetes.io/job-tracking";

    private Jobs() {}

    /// `Complete`, `Failed`, or empty while it is not over.
    static String finished(ObjectNode job) {
        for (String end : List.of("Complete", "Failed")) if (Conditions.is(job, end, "True")) return end;
        return "";
    }

    static boolean tracked(ObjectNode pod) {
        return Json.list(pod, "metadata", "finalizers").stream()
                .anyMatch(each -> each.asString().equals(TRACKED));
    }

    static void release(World world, ObjectNode pod) {
        world.update(Pods.KEY, pod, GarbageCollector.without(pod, TRACKED));
    }
}
