package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The status of a HorizontalPodAutoscaler while it is being written.
final class ScalerStatus {
    private static final String COMPONENT = "horizontal-pod-autoscaler";

    private final World world;
    private final ObjectNode scaler;
    private final ObjectNode status;

    ScalerStatus(World world, ObjectNode scaler, ObjectNode status) {
        this.world = world;
        this.scaler = scaler;
        this.status = status;
    }

    void put(String type, String value, String reason, String message) {
        Conditions.put(status, Conditions.of(type, value, reason, message, world.timestamp()));
    }

    void limited(String reason, String message) {
        put("ScalingLimited", "True", reason, message);
    }

    void replicas(int current, int desired) {
        if (current > 0) status.put("currentReplicas", current);
        else status.remove("currentReplicas");
        status.put("desiredReplicas", desired);
    }

    void metrics(@Nullable ArrayNode metrics) {
        if (metrics == null) status.putNull("currentMetrics");
        else status.set("currentMetrics", metrics);
    }

    void active(String metric) {
        String message = "the HPA was able to successfully calculate a replica count from " + metric;
        put("ScalingActive", "True", "ValidMetricFound", message);
    }

    /// A metric could not be had: nothing is scaled by it.
    void failed(String why) {
        String resource = why.contains("memory") ? "memory" : "cpu";
        world.events().warning(COMPONENT, scaler, "FailedGetResourceMetric", why);
        int count = Math.max(1, Json.list(scaler, "spec", "metrics").size());
        String all = "invalid metrics (1 invalid out of " + count + "), first error is: failed to get " + resource
                + " resource metric value: " + why;
        world.events().warning(COMPONENT, scaler, "FailedComputeMetricsReplicas", all);
        String message = "the HPA was unable to compute the replica count: " + why;
        put("ScalingActive", "False", "FailedGetResourceMetric", message);
    }

    void rescaled(int current, int desired) {
        replicas(current, desired);
        status.put("lastScaleTime", world.timestamp());
        String message = "the HPA controller was able to update the target scale to " + desired;
        put("AbleToScale", "True", "SucceededRescale", message);
    }
}
