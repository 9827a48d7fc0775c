package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Keeps as many pods as a ReplicaSet wants.
final class ReplicaSetController implements Controller {
    private static final String COMPONENT = "replicaset-controller";

    private final Each each = new Each(ReplicaSets.KEY);
    private final Patience patience = new Patience();

    @Override
    public void run(World world) {
        each.run(world, set -> sync(world, set));
    }

    private void sync(World world, ObjectNode set) {
        List<ObjectNode> pods = Owners.claimed(world, Pods.KEY, set);
        List<ObjectNode> active = pods.stream().filter(Pods::active).toList();
        int missing = ReplicaSets.size(set) - active.size();
        String failure = null;
        if (Owners.deleted(set)) missing = 0;
        if (missing > 0) failure = create(world, set, missing);
        if (missing < 0) delete(world, set, active, -missing);
        if (missing <= 0) patience.forget(Json.uid(set));
        List<ObjectNode> now = missing == 0 ? pods : Owners.claimed(world, Pods.KEY, set);
        status(world, set, now, new Outcome(missing, failure));
    }

    /// How many were missing, and why the last attempt to make one failed.
    private record Outcome(int missing, @Nullable String failure) {}

    private @Nullable String create(World world, ObjectNode set, int missing) {
        if (!patience.may(world, Json.uid(set))) return "";
        JsonNode template = Json.at(set, "spec", "template");
        for (int i = 0; i < missing && template != null; i++) {
            ObjectNode pod = Pods.named(Pods.from(set, template), Json.name(set) + "-");
            try {
                String name = Json.name(world.create(Pods.KEY, pod));
                world.events().normal(COMPONENT, set, "SuccessfulCreate", "Created pod: " + name);
            } catch (Refused refused) {
                patience.failed(world, Json.uid(set));
                String why = String.valueOf(refused.getMessage());
                world.events().warning(COMPONENT, set, "FailedCreate", "Error creating: " + why);
                return why;
            }
        }
        patience.forget(Json.uid(set));
        return null;
    }

    private static void delete(World world, ObjectNode set, List<ObjectNode> active, int surplus) {
        List<ObjectNode> ranked = active.stream()
                .sorted(new LeastMissed(world, Json.uid(set)))
                .limit(surplus)
                .toList();
        for (ObjectNode pod : ranked) {
            world.delete(Pods.KEY, pod, "Background");
            world.events().normal(COMPONENT, set, "SuccessfulDelete", "Deleted pod: " + Json.name(pod));
        }
    }

    private static void status(World world, ObjectNode set, List<ObjectNode> pods, Outcome outcome) {
        ObjectNode copy = set.deepCopy();
        ObjectNode before = Json.object(copy, "status").deepCopy();
        ObjectNode status = copy.putObject("status");
        JsonNode conditions = before.get("conditions");
        if (conditions != null) status.set("conditions", conditions);
        counts(world, set, pods, status);
        failure(world, status, outcome);
        world.status(ReplicaSets.KEY, set, copy);
    }

    private static void counts(World world, ObjectNode set, List<ObjectNode> pods, ObjectNode status) {
        List<ObjectNode> active = pods.stream().filter(Pods::active).toList();
        int minReady = Json.number(0, set, "spec", "minReadySeconds");
        Map<String, String> labels = Json.strings(set, "spec", "template", "metadata", "labels");
        int labelled = (int) active.stream()
                .filter(pod -> Selectors.equal(labels, Json.strings(pod, "metadata", "labels")))
                .count();
        int ready = (int) active.stream().filter(Pods::ready).count();
        int available = (int) active.stream()
                .filter(pod -> Pods.available(world, pod, minReady))
                .count();
        int ending = (int) pods.stream()
                .filter(pod -> Owners.deleted(pod) && !Pods.ended(pod))
                .count();
        status.put("replicas", active.size());
        if (labelled > 0) status.put("fullyLabeledReplicas", labelled);
        if (ready > 0) status.put("readyReplicas", ready);
        if (available > 0) status.put("availableReplicas", available);
        status.put("terminatingReplicas", ending);
        status.put("observedGeneration", Json.number(0, set, "metadata", "generation"));
    }

    private static void failure(World world, ObjectNode status, Outcome outcome) {
        String why = outcome.failure;
        if (why == null) Conditions.remove(status, "ReplicaFailure");
        else if (!why.isEmpty() && Conditions.find(status, "ReplicaFailure") == null) {
            String reason = outcome.missing > 0 ? "FailedCreate" : "FailedDelete";
            Conditions.put(status, Conditions.of("ReplicaFailure", "True", reason, why, world.timestamp()));
        }
    }
}
