package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The status of a pod as its kubelet reports it.
final class PodStatus {
    private final World world;
    private final ObjectNode pod;
    private final PodRun run;

    PodStatus(World world, ObjectNode pod, PodRun run) {
        this.world = world;
        this.pod = pod;
        this.run = run;
    }

    String phase() {
        List<ContainerRun> main = run.all(ContainerRun.Role.MAIN);
        boolean initFailed = run.all(ContainerRun.Role.INIT).stream()
                .anyMatch(each -> each.current != null && each.current.failed() && !PodSync.restarts(pod, each));
        if (initFailed) return "Failed";
        if (main.stream().anyMatch(each -> each.current == null)) return "Pending";
        if (main.stream().anyMatch(ContainerRun::running)) return "Running";
        boolean again = !Owners.deleted(pod) && main.stream().anyMatch(each -> PodSync.restarts(pod, each));
        if (again) return "Running";
        return main.stream().allMatch(ContainerRun::endedWell) ? "Succeeded" : "Failed";
    }

    boolean ended() {
        return phase().equals("Succeeded") || phase().equals("Failed");
    }

    /// A copy of the pod with the newest status.
    ObjectNode written() {
        ObjectNode copy = pod.deepCopy();
        ObjectNode status = Json.object(copy, "status");
        status.put("phase", phase()).put("observedGeneration", generation());
        status.set("conditions", conditions());
        address(status);
        if (!status.has("startTime")) status.put("startTime", world.timestamp());
        containers(status, "initContainerStatuses", run.first());
        containers(status, "containerStatuses", run.all(ContainerRun.Role.MAIN));
        if (run.sandbox != null) resources(status);
        return copy;
    }

    private int generation() {
        return Json.number(1, pod, "metadata", "generation");
    }

    private void address(ObjectNode status) {
        String host = Addresses.host(world.get("nodes", "", Pods.node(pod)));
        if (!host.isEmpty()) {
            status.put("hostIP", host);
            status.putArray("hostIPs").addObject().put("ip", host);
        }
        if (run.ip.isEmpty()) return;
        status.put("podIP", run.ip);
        status.putArray("podIPs").addObject().put("ip", run.ip);
    }

    private void resources(ObjectNode status) {
        Map<String, Quantity> requests = Resources.requests(pod);
        Map<String, Quantity> limits = Resources.limits(pod);
        ObjectNode resources = status.putObject("resources");
        if (!requests.isEmpty()) {
            status.set("allocatedResources", Resources.tree(requests));
            resources.set("requests", Resources.tree(requests));
        }
        if (!limits.isEmpty()) resources.set("limits", Resources.tree(limits));
    }

    private void containers(ObjectNode status, String field, List<ContainerRun> runs) {
        if (runs.isEmpty()) return;
        boolean initializes = !run.first().isEmpty();
        ArrayNode list = status.putArray(field);
        for (ContainerRun each : runs) {
            list.add(new ContainerStatus(PodRun.spec(pod, each), each, initializes).tree());
        }
    }

    private ArrayNode conditions() {
        ArrayNode list = Json.object().putArray("conditions");
        String phase = phase();
        String end = phase.equals("Succeeded") ? "PodCompleted" : phase.equals("Failed") ? "PodFailed" : "";
        boolean sandbox = run.sandbox != null && end.isEmpty();
        add(list, "PodReadyToStartContainers", sandbox, "", "");
        initialized(list, phase);
        List<String> unready = names(each -> each.role != ContainerRun.Role.INIT && !each.ready());
        boolean ready = unready.isEmpty() && end.isEmpty();
        String reason = end.isEmpty() ? "ContainersNotReady" : end;
        String message = end.isEmpty() ? "containers with unready status: " + shown(unready) : "";
        add(list, "Ready", ready, ready ? "" : reason, ready ? "" : message);
        add(list, "ContainersReady", ready, ready ? "" : reason, ready ? "" : message);
        for (JsonNode each : Json.list(pod, "status", "conditions")) {
            if (!ours(Json.text(each, "type"))) list.add(kept(each));
        }
        return list;
    }

    /// The scheduler's condition is reported on by the kubelet.
    private JsonNode kept(JsonNode condition) {
        JsonNode copy = condition.deepCopy();
        if (copy instanceof ObjectNode tree && Json.text(tree, "type").equals("PodScheduled"))
            tree.put("observedGeneration", generation());
        return copy;
    }

    private static boolean ours(String type) {
        return List.of("PodReadyToStartContainers", "Initialized", "Ready", "ContainersReady")
                .contains(type);
    }

    private void initialized(ArrayNode list, String phase) {
        List<String> incomplete = names(each -> (each.role == ContainerRun.Role.INIT && !each.endedWell())
                || (each.role == ContainerRun.Role.SIDECAR && !each.started()));
        boolean all = incomplete.isEmpty() || run.initialized || phase.equals("Succeeded");
        if (all) add(list, "Initialized", true, phase.equals("Succeeded") ? "PodCompleted" : "", "");
        else {
            String message = "containers with incomplete status: " + shown(incomplete);
            add(list, "Initialized", false, "ContainersNotInitialized", message);
        }
    }

    private List<String> names(Predicate<ContainerRun> which) {
        List<String> names = new ArrayList<>();
        for (ContainerRun each : run.containers) if (which.test(each)) names.add(each.name);
        return names;
    }

    private static String shown(List<String> names) {
        return "[" + String.join(" ", names) + "]";
    }

    private void add(ArrayNode list, String type, boolean is, String reason, String message) {
        ObjectNode condition = Conditions.of(type, is ? "True" : "False", reason, message, world.timestamp());
        condition.putNull("lastProbeTime").put("observedGeneration", generation());
        ObjectNode before = Conditions.in(pod, type);
        if (before != null && Json.text(before, "status").equals(Json.text(condition, "status")))
            condition.put("lastTransitionTime", Json.text(before, "lastTransitionTime"));
        list.add(condition);
    }
}
