package dev.vigie.demo.api;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// What the API server asks of others: kubelets and the metrics server.
public interface Outer {
    /// NodeMetrics (`nodes`) or PodMetrics (`pods`) as they are now; `namespace` empty means all.
    List<ObjectNode> metrics(String plural, String namespace);

    /// The log of a pod; wrong questions are `Refused` before anything flows.
    Answer.Flow log(ObjectNode pod, Map<String, List<String>> query);
}
