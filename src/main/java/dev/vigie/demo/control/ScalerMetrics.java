package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the metrics of a HorizontalPodAutoscaler ask for now.
final class ScalerMetrics {
    /// So near to the target nothing is changed.
    private static final double TOLERANCE = 0.1;

    private final Usage usage;
    private final ObjectNode scaler;
    private final ObjectNode target;
    private final int current;

    /// The most that any metric asks for, and which metric; or why nothing can be said.
    record Proposal(
            int replicas,
            String metric,
            @Nullable ArrayNode metrics,
            @Nullable String failure) {}

    /// One resource over all pods, in thousandths.
    private record Sums(long used, long requested, int pods, int unready) {}

    ScalerMetrics(Usage usage, ObjectNode scaler, ObjectNode target, int current) {
        this.usage = usage;
        this.scaler = scaler;
        this.target = target;
        this.current = current;
    }

    Proposal proposal(World world) {
        List<ObjectNode> pods = world.list(Pods.KEY, Json.namespace(scaler)).stream()
                .filter(pod -> Pods.active(pod) && Selectors.matches(Json.at(target, "spec", "selector"), pod))
                .toList();
        ArrayNode shown = Json.object().putArray("metrics");
        Proposal best = new Proposal(0, "", null, null);
        for (JsonNode metric : Json.list(scaler, "spec", "metrics")) {
            if (!Json.text(metric, "type").equals("Resource")) continue;
            String resource = Json.text(metric, "resource", "name");
            boolean percent = Json.at(metric, "resource", "target", "averageUtilization") != null;
            String missing = percent ? missing(pods, resource) : null;
            if (missing != null) return new Proposal(0, "", null, missing);
            Sums sums = sums(pods, resource);
            if (sums.pods == 0) return new Proposal(0, "", null, nothing(resource, percent));
            shown.add(shown(resource, sums, percent));
            Proposal one = percent
                    ? new Proposal(replicas(ratio(metric, sums), sums), utilization(resource), null, null)
                    : new Proposal(replicas(share(metric, sums), sums), resource + " resource", null, null);
            if (one.replicas > best.replicas) best = one;
        }
        return new Proposal(best.replicas, best.metric, shown, null);
    }

    private static String utilization(String resource) {
        return resource + " resource utilization (percentage of request)";
    }

    private static String nothing(String resource, boolean percent) {
        String what = percent ? resource + " utilization" : resource + " usage";
        return "failed to get %s: unable to get metrics for resource %s: no metrics returned from resource metrics API"
                .formatted(what, resource);
    }

    private static @Nullable String missing(List<ObjectNode> pods, String resource) {
        for (ObjectNode pod : pods) {
            for (JsonNode container : Json.list(pod, "spec", "containers")) {
                if (Json.at(container, "resources", "requests", resource) != null) continue;
                return "failed to get %1$s utilization: missing request for %1$s in container %2$s of Pod %3$s"
                        .formatted(resource, Json.text(container, "name"), Json.name(pod));
            }
        }
        return null;
    }

    private Sums sums(List<ObjectNode> pods, String resource) {
        long used = 0;
        long requested = 0;
        int counted = 0;
        int unready = 0;
        for (ObjectNode pod : pods) {
            ObjectNode metrics = usage.pod(Json.namespace(pod), Json.name(pod));
            if (metrics == null || !Pods.ready(pod)) {
                unready++;
                continue;
            }
            counted++;
            for (JsonNode container : Json.list(metrics, "containers"))
                used += milli(Json.at(container, "usage", resource));
            requested += Resources.requests(pod)
                    .getOrDefault(resource, Quantity.ZERO)
                    .milli();
        }
        return new Sums(used, requested, counted, unready);
    }

    private static long milli(@Nullable JsonNode amount) {
        return Quantity.of(amount).milli();
    }

    private static double ratio(JsonNode metric, Sums sums) {
        double wanted = Json.number(80, metric, "resource", "target", "averageUtilization") / 100.0;
        return sums.requested == 0 ? 1 : sums.used / (double) sums.requested / wanted;
    }

    private static double share(JsonNode metric, Sums sums) {
        long wanted = milli(Json.at(metric, "resource", "target", "averageValue"));
        return wanted == 0 ? 1 : sums.used / (double) sums.pods / wanted;
    }

    /// Pods that cannot be measured are taken to use nothing when it goes up, and just enough when it goes down.
    private int replicas(double ratio, Sums sums) {
        if (Math.abs(1 - ratio) <= TOLERANCE) return current;
        int all = sums.pods + sums.unready;
        double careful = ratio > 1 ? ratio * sums.pods / all : (ratio * sums.pods + sums.unready) / all;
        boolean turned = ratio > 1 ? careful < 1 : careful > 1;
        if (turned || Math.abs(1 - careful) <= TOLERANCE) return current;
        return (int) Math.ceil(careful * all);
    }

    private static ObjectNode shown(String resource, Sums sums, boolean percent) {
        ObjectNode metric = Json.object().put("type", "Resource");
        ObjectNode current =
                Json.object(metric, "resource").put("name", resource).putObject("current");
        long average = sums.used / sums.pods;
        BigDecimal amount = BigDecimal.valueOf(average, 3);
        boolean bytes = resource.equals("memory");
        current.put(
                "averageValue", new Quantity(amount, bytes ? Quantity.Form.BINARY : Quantity.Form.DECIMAL).toString());
        if (percent && sums.requested > 0) current.put("averageUtilization", (int) (sums.used * 100 / sums.requested));
        return metric;
    }
}
