package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How a Deployment wants to be rolled out, with percentages resolved for its number of replicas.
record Strategy(int replicas, boolean rolling, int surge, int unavailable) {
    static Strategy of(ObjectNode deployment) {
        int replicas = Json.number(1, deployment, "spec", "replicas");
        if (Json.text(deployment, "spec", "strategy", "type").equals("Recreate"))
            return new Strategy(replicas, false, 0, 0);
        JsonNode rolling = Json.at(deployment, "spec", "strategy", "rollingUpdate");
        int surge = scaled(Json.at(rolling, "maxSurge"), replicas, true);
        int unavailable = scaled(Json.at(rolling, "maxUnavailable"), replicas, false);
        if (surge == 0 && unavailable == 0) unavailable = 1;
        return new Strategy(replicas, true, surge, Math.min(unavailable, replicas));
    }

    /// A number, or a percentage of the total, rounded up or down.
    static int scaled(@Nullable JsonNode value, int total, boolean up) {
        if (value == null) return 0;
        if (value.isNumber()) return value.asInt();
        String text = value.asString();
        try {
            if (!text.endsWith("%")) return Integer.parseInt(text);
            double part = Integer.parseInt(text.substring(0, text.length() - 1)) * (double) total / 100;
            return (int) (up ? Math.ceil(part) : Math.floor(part));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    int most() {
        return replicas + surge;
    }

    int fewestAvailable() {
        return replicas - unavailable;
    }
}
