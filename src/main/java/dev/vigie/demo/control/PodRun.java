package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the kubelet remembers of one pod.
final class PodRun {
    final List<ContainerRun> containers = new ArrayList<>();
    final Instant seen;
    final Backoff mounts = new Backoff();

    @Nullable
    Instant sandbox;

    String ip = "";
    /// Set once a main container has started: then the pod is initialized for ever.
    boolean initialized;

    @Nullable
    Instant stopping;

    Instant mountRetry = Instant.MIN;

    PodRun(ObjectNode pod, Instant now) {
        seen = now;
        for (JsonNode each : Json.list(pod, "spec", "initContainers")) {
            ContainerRun.Role role = Resources.sidecar(each) ? ContainerRun.Role.SIDECAR : ContainerRun.Role.INIT;
            containers.add(new ContainerRun(role, Json.text(each, "name")));
        }
        for (JsonNode each : Json.list(pod, "spec", "containers")) {
            containers.add(new ContainerRun(ContainerRun.Role.MAIN, Json.text(each, "name")));
        }
        adopt(pod, now);
    }

    private void adopt(ObjectNode pod, Instant now) {
        ip = Json.text(pod, "status", "podIP");
        if (ip.isEmpty()) return;
        sandbox = now;
        for (String list : List.of("initContainerStatuses", "containerStatuses")) {
            for (JsonNode status : Json.list(pod, "status", list)) {
                for (ContainerRun each : containers) {
                    if (each.name.equals(Json.text(status, "name")) && status instanceof ObjectNode tree)
                        each.adopt(tree);
                }
            }
        }
        initialized = all(ContainerRun.Role.MAIN).stream().anyMatch(each -> each.current != null);
    }

    List<ContainerRun> all(ContainerRun.Role role) {
        return containers.stream().filter(each -> each.role == role).toList();
    }

    /// Init containers and sidecars, in their order.
    List<ContainerRun> first() {
        return containers.stream()
                .filter(each -> each.role != ContainerRun.Role.MAIN)
                .toList();
    }

    static ObjectNode spec(ObjectNode pod, ContainerRun run) {
        String list = run.role == ContainerRun.Role.MAIN ? "containers" : "initContainers";
        for (JsonNode each : Json.list(pod, "spec", list)) {
            if (Json.text(each, "name").equals(run.name) && each instanceof ObjectNode spec) return spec;
        }
        return Json.object();
    }

    /// `name_namespace(uid)`, as the kubelet names pods in messages.
    static String full(ObjectNode pod) {
        return "%s_%s(%s)".formatted(Json.name(pod), Json.namespace(pod), Json.uid(pod));
    }
}
