package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Finds a node for each pod that has none, or says why there is none.
final class Scheduler implements Controller {
    private static final String NAME = "default-scheduler";
    private static final Duration SAID_AGAIN = Duration.ofMinutes(5);

    private final Map<String, Said> said = new HashMap<>();

    private record Said(String message, Instant at) {}

    @Override
    public void run(World world) {
        List<ObjectNode> waiting = world.list(Pods.KEY).stream()
                .filter(Scheduler::waits)
                .sorted(Comparator.comparingInt((ObjectNode pod) -> -Json.number(0, pod, "spec", "priority"))
                        .thenComparing(Times::created)
                        .thenComparing(Json::namespace)
                        .thenComparing(Json::name))
                .toList();
        Set<String> uids = waiting.stream().map(Json::uid).collect(Collectors.toSet());
        said.keySet().retainAll(uids);
        for (ObjectNode pod : waiting) schedule(world, pod);
    }

    private static boolean waits(ObjectNode pod) {
        String scheduler = Json.text(pod, "spec", "schedulerName");
        return Pods.node(pod).isEmpty()
                && Pods.active(pod)
                && (scheduler.isEmpty() || scheduler.equals(NAME))
                && Json.list(pod, "spec", "schedulingGates").isEmpty();
    }

    private void schedule(World world, ObjectNode pod) {
        List<ObjectNode> nodes = world.list("nodes");
        String early = Claims.missing(world, pod);
        if (early != null) {
            refuse(world, pod, "0/%d nodes are available: %s".formatted(nodes.size(), early));
            return;
        }
        Fit fit = new Fit(world, pod);
        Map<String, Integer> whys = new TreeMap<>();
        List<ObjectNode> fitting = new ArrayList<>();
        for (ObjectNode node : nodes) {
            List<String> against = fit.against(node);
            if (against.isEmpty()) fitting.add(node);
            against.forEach(why -> whys.merge(why, 1, Integer::sum));
        }
        if (fitting.isEmpty()) refuse(world, pod, sentence(nodes.size(), whys));
        else bind(world, pod, fitting.stream().min(fit.preference()).orElseThrow());
    }

    private static String sentence(int nodes, Map<String, Integer> whys) {
        if (nodes == 0) return "no nodes available to schedule pods";
        String all = whys.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .sorted()
                .collect(Collectors.joining(", "));
        return "0/%d nodes are available: %s.".formatted(nodes, all)
                + (" no new claims to deallocate, preemption: 0/%1$d nodes are available: %1$d Preemption is not helpful for"
                                + " scheduling.")
                        .formatted(nodes);
    }

    private static void bind(World world, ObjectNode pod, ObjectNode node) {
        if (!Claims.select(world, pod, Json.name(node))) return;
        ObjectNode copy = pod.deepCopy();
        Json.object(copy, "spec").put("nodeName", Json.name(node));
        ObjectNode bound = world.update(Pods.KEY, pod, copy);
        if (bound == null) return;
        condition(world, bound, "True", "", "");
        String where = "Successfully assigned %s/%s to %s".formatted(Json.namespace(pod), Json.name(pod), name(node));
        tell(world, pod, "Normal", "Scheduled", where, "Binding");
    }

    private static String name(ObjectNode node) {
        return Json.name(node);
    }

    private void refuse(World world, ObjectNode pod, String why) {
        Said before = said.get(Json.uid(pod));
        if (before != null && before.message.equals(why) && !world.reached(before.at.plus(SAID_AGAIN))) return;
        said.put(Json.uid(pod), new Said(why, world.now()));
        tell(world, pod, "Warning", "FailedScheduling", why, "Scheduling");
        condition(world, pod, "False", "Unschedulable", why);
    }

    private static void tell(World world, ObjectNode pod, String type, String reason, String message, String action) {
        String instance = NAME + "-control-plane";
        world.events().acted(new Happening(NAME, instance, pod, "", type, reason, message), action);
    }

    private static @Nullable ObjectNode condition(
            World world, ObjectNode pod, String value, String reason, String message) {
        ObjectNode copy = pod.deepCopy();
        ObjectNode condition = Conditions.of("PodScheduled", value, reason, message, world.timestamp());
        condition.putNull("lastProbeTime");
        condition.put("observedGeneration", Json.number(1, pod, "metadata", "generation"));
        Conditions.put(Json.object(copy, "status"), condition);
        return world.status(Pods.KEY, pod, copy);
    }
}
