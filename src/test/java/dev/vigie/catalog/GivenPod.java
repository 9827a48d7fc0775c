package dev.vigie.catalog;

import dev.vigie.catalog.pods.PodPage;
import dev.vigie.kind.Page;
import java.time.Instant;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Pods written as YAML, looked at on 24 November 2026 at ten.
final class GivenPod {
    static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private GivenPod() {}

    static JsonNode object(String yaml) {
        Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return JsonMapper.shared().valueToTree(tree);
    }

    static Page page(String yaml) {
        return PodPage.of(object(yaml), NOW);
    }

    /// One container `web`, its spec and its status as given, on the node `n1`, scheduled an hour ago.
    static Page page(String spec, String status) {
        return page("""
                metadata: {name: web-1, namespace: shop}
                spec: {nodeName: n1, restartPolicy: Always, containers: [{name: web, %s}]}
                status:
                  phase: Running
                  startTime: "2026-11-24T09:00:00Z"
                  conditions:
                  - {type: PodScheduled, status: "True", lastTransitionTime: "2026-11-24T09:00:00Z"}
                  - {type: Initialized, status: "True"}
                  - {type: Ready, status: "False", lastTransitionTime: "2026-11-24T09:58:00Z"}
                  containerStatuses: [{name: web, %s}]
                """.formatted(spec, status));
    }

    /// A pod without a node, of which the scheduler says this.
    static Page pending(String spec, String message) {
        return page("""
                metadata: {name: web-1, namespace: shop, creationTimestamp: "2026-11-24T09:00:00Z"}
                spec: {schedulerName: default-scheduler, %s}
                status:
                  phase: Pending
                  conditions: [{type: PodScheduled, status: "False", reason: Unschedulable, message: %s}]
                """.formatted(spec, JsonMapper.shared().writeValueAsString(message)));
    }
}
