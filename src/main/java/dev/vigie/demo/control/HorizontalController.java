package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// Scales workloads by what their pods use: every 15 seconds each HorizontalPodAutoscaler is looked at.
final class HorizontalController implements Controller {
    static final String KEY = "horizontalpodautoscalers.autoscaling";
    private static final String COMPONENT = "horizontal-pod-autoscaler";
    private static final Duration PERIOD = Duration.ofSeconds(15);

    private final Each each = new Each(KEY);
    private final Usage usage;
    private final Map<String, Deque<Advice>> advices = new HashMap<>();
    private final Map<String, Instant> next = new HashMap<>();

    /// How many replicas the metrics asked for at a time.
    private record Advice(Instant at, int replicas) {}

    HorizontalController(Usage usage) {
        this.usage = usage;
    }

    @Override
    public void run(World world) {
        each.run(world, scaler -> look(world, scaler));
        advices.keySet().retainAll(each.known());
        next.keySet().retainAll(each.known());
    }

    /// Its own writes and those of others do not make it look more often.
    private void look(World world, ObjectNode scaler) {
        Instant due = next.getOrDefault(Json.uid(scaler), Instant.EPOCH);
        if (Owners.deleted(scaler) || !world.reached(due)) return;
        next.put(Json.uid(scaler), world.again(PERIOD));
        ObjectNode copy = scaler.deepCopy();
        ScalerStatus status = new ScalerStatus(world, scaler, Json.object(copy, "status"));
        scale(world, scaler, status);
        world.status(KEY, scaler, copy);
    }

    private void scale(World world, ObjectNode scaler, ScalerStatus status) {
        String name = Json.text(scaler, "spec", "scaleTargetRef", "name");
        String resource = resource(scaler);
        ObjectNode target = world.get(resource, Json.namespace(scaler), name);
        if (target == null) {
            String why = "%s \"%s\" not found".formatted(resource, name);
            status.put(
                    "AbleToScale",
                    "False",
                    "FailedGetScale",
                    "the HPA controller was unable to get the target's current scale: " + why);
            world.events().warning(COMPONENT, scaler, "FailedGetScale", why);
            return;
        }
        int current = Json.number(1, target, "spec", "replicas");
        status.replicas(Json.number(0, target, "status", "replicas"), current);
        status.put(
                "AbleToScale",
                "True",
                "SucceededGetScale",
                "the HPA controller was able to get the target's current scale");
        if (current == 0) {
            status.put(
                    "ScalingActive",
                    "False",
                    "ScalingDisabled",
                    "scaling is disabled since the replica count of the target is zero");
            return;
        }
        int outside = outside(scaler, current);
        if (outside != current) {
            String which = outside < current ? "above Spec.MaxReplicas" : "below Spec.MinReplicas";
            rescale(world, scaler, status, target, outside, "Current number of replicas " + which);
            return;
        }
        ScalerMetrics metrics = new ScalerMetrics(usage, scaler, target, current);
        ScalerMetrics.Proposal proposal = metrics.proposal(world);
        status.metrics(proposal.metrics());
        if (proposal.failure() != null) {
            status.failed(proposal.failure());
            return;
        }
        status.active(proposal.metric());
        int wanted = bounded(status, scaler, stable(world, status, scaler, current, proposal.replicas()), current);
        if (wanted == current) return;
        String reason = wanted > current ? proposal.metric() + " above target" : "All metrics below target";
        rescale(world, scaler, status, target, wanted, reason);
    }

    /// The nearest size that it allows, whatever the metrics say.
    private static int outside(ObjectNode scaler, int current) {
        int most = Json.number(Integer.MAX_VALUE, scaler, "spec", "maxReplicas");
        return Math.max(Json.number(1, scaler, "spec", "minReplicas"), Math.min(current, most));
    }

    private static void rescale(
            World world, ObjectNode scaler, ScalerStatus status, ObjectNode target, int wanted, String reason) {
        ObjectNode scaled = target.deepCopy();
        Json.object(scaled, "spec").put("replicas", wanted);
        if (world.update(resource(scaler), target, scaled) == null) return;
        String what = "New size: " + wanted + "; reason: " + reason;
        world.events().normal(COMPONENT, scaler, "SuccessfulRescale", what);
        status.rescaled(Json.number(0, target, "status", "replicas"), wanted);
    }

    private static String resource(ObjectNode scaler) {
        String kind = Json.text(scaler, "spec", "scaleTargetRef", "kind");
        return kind.toLowerCase(java.util.Locale.ROOT) + "s.apps";
    }

    /// The highest advice of the last minutes wins when it goes down; the lowest when it goes up.
    private int stable(World world, ScalerStatus status, ObjectNode scaler, int current, int advised) {
        Duration down = window(scaler, "scaleDown", 300);
        Duration up = window(scaler, "scaleUp", 0);
        Deque<Advice> known = advices.computeIfAbsent(Json.uid(scaler), uid -> new ArrayDeque<>());
        known.addLast(new Advice(world.now(), advised));
        Duration longest = down.compareTo(up) > 0 ? down : up;
        while (!known.isEmpty() && known.getFirst().at.plus(longest).isBefore(world.now())) known.removeFirst();
        int highest = advised;
        int lowest = advised;
        for (Advice advice : known) {
            if (!advice.at.plus(down).isBefore(world.now())) highest = Math.max(highest, advice.replicas);
            if (!advice.at.plus(up).isBefore(world.now())) lowest = Math.min(lowest, advice.replicas);
        }
        int held = Math.max(lowest, Math.min(current, highest));
        boolean higher = advised < held;
        if (higher) {
            status.put(
                    "AbleToScale",
                    "True",
                    "ScaleDownStabilized",
                    "recent recommendations were higher than current one, applying the highest recent recommendation");
        } else if (advised > held) {
            status.put(
                    "AbleToScale",
                    "True",
                    "ScaleUpStabilized",
                    "recent recommendations were lower than current one, applying the lowest recent recommendation");
        } else {
            status.put("AbleToScale", "True", "ReadyForNewScale", "recommended size matches current size");
        }
        return held;
    }

    private static Duration window(ObjectNode scaler, String direction, int otherwise) {
        return Duration.ofSeconds(
                Json.number(otherwise, scaler, "spec", "behavior", direction, "stabilizationWindowSeconds"));
    }

    /// Within its least and most, and not more than double (or four more) at once.
    private static int bounded(ScalerStatus status, ObjectNode scaler, int wanted, int current) {
        int least = Json.number(1, scaler, "spec", "minReplicas");
        int most = Json.number(1, scaler, "spec", "maxReplicas");
        int step = Math.max(2 * current, current + 4);
        if (wanted > step && step < most) {
            status.limited(
                    "ScaleUpLimit", "the desired replica count is increasing faster than the maximum scale rate");
            return step;
        }
        if (wanted < least) {
            status.limited("TooFewReplicas", "the desired replica count is less than the minimum replica count");
            return least;
        }
        if (wanted > most) {
            status.limited("TooManyReplicas", "the desired replica count is more than the maximum replica count");
            return most;
        }
        status.put("ScalingLimited", "False", "DesiredWithinRange", "the desired count is within the acceptable range");
        return wanted;
    }
}
