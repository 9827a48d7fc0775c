package dev.vigie.demo.rules.fill;

import dev.vigie.demo.model.Json;
import tools.jackson.databind.node.ObjectNode;

/// How a Job finds its pods: by labels that the server makes from the Job's own id.
final class Jobs {
    private Jobs() {}

    static void selected(ObjectNode job) {
        ObjectNode spec = Json.object(job, "spec");
        if (Json.is(spec, "manualSelector")) return;
        String uid = Json.uid(job);
        ObjectNode labels = Json.object(spec, "template", "metadata", "labels");
        labels.put("batch.kubernetes.io/controller-uid", uid);
        labels.put("batch.kubernetes.io/job-name", Json.name(job));
        labels.put("controller-uid", uid).put("job-name", Json.name(job));
        if (Json.at(job, "metadata", "labels") == null) {
            Json.object(job, "metadata").set("labels", labels.deepCopy());
        }
        Json.object(spec, "selector", "matchLabels").put("batch.kubernetes.io/controller-uid", uid);
    }
}
