package dev.vigie.demo.inside;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import dev.vigie.demo.model.Resource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reading the containers of a pod, and the API server's refusals when they are not there.
final class Pods {
    private static final Resource PODS =
            new Resource("", "v1", "pods", "pod", "Pod", true, List.of("po"), List.of("all"));
    private static final List<String> SPECS = List.of("initContainers", "containers", "ephemeralContainers");
    private static final List<String> STATUSES =
            List.of("containerStatuses", "initContainerStatuses", "ephemeralContainerStatuses");

    private Pods() {}

    static ObjectNode find(Containers containers, String namespace, String name) {
        ObjectNode pod = containers.pod(namespace, name);
        if (pod == null) throw Refused.notFound(PODS, name);
        return pod;
    }

    /// The container that was asked for, or the only one.
    static String choose(ObjectNode pod, String asked) {
        String name = Json.name(pod);
        if (!asked.isEmpty()) {
            if (spec(pod, asked) != null) return asked;
            throw Refused.badRequest("container " + asked + " is not valid for pod " + name);
        }
        List<JsonNode> containers = Json.list(pod, "spec", "containers");
        if (containers.size() == 1) return Json.text(containers.getFirst(), "name");
        throw Refused.badRequest("a container name must be specified for pod " + name + ", choose one of: ["
                + String.join(" ", names(pod)) + "]");
    }

    static @Nullable ObjectNode spec(ObjectNode pod, String container) {
        for (String list : SPECS) {
            ObjectNode found = named(Json.list(pod, "spec", list), container);
            if (found != null) return found;
        }
        return null;
    }

    static @Nullable ObjectNode status(ObjectNode pod, String container) {
        for (String list : STATUSES) {
            ObjectNode found = named(Json.list(pod, "status", list), container);
            if (found != null) return found;
        }
        return null;
    }

    static boolean scheduled(ObjectNode pod) {
        return !Json.text(pod, "spec", "nodeName").isEmpty();
    }

    /// Which life of a container this is: another after each start, empty when it does not run.
    static String life(@Nullable ObjectNode pod, String container) {
        if (pod == null) return "";
        ObjectNode status = status(pod, container);
        if (Json.at(status, "state", "running") == null) return "";
        return Json.uid(pod) + "/" + container + "/" + Json.number(0, status, "restartCount") + "/"
                + Json.text(status, "state", "running", "startedAt");
    }

    private static List<String> names(ObjectNode pod) {
        List<String> names = new ArrayList<>();
        for (String list : SPECS) {
            Json.list(pod, "spec", list).forEach(each -> names.add(Json.text(each, "name")));
        }
        return names;
    }

    private static @Nullable ObjectNode named(List<JsonNode> all, String name) {
        for (JsonNode each : all) {
            if (each instanceof ObjectNode found && Json.text(found, "name").equals(name)) return found;
        }
        return null;
    }
}
