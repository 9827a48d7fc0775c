package dev.vigie.demo.control;

import dev.vigie.demo.image.Image;
import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Objects;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What pods and nodes use, in the form in which metrics-server answers: one figure for each 15 seconds.
public final class Usage {
    private static final int STEP = 15;
    /// Memory is counted in pages of 4 KiB.
    private static final int PAGE = 12;
    private static final Duration UNTIL_KNOWN = Duration.ofSeconds(STEP);
    private static final long NODE_MILLICORES = 80;
    private static final long NODE_BYTES = 600L << 20;

    private final Objects objects;
    private final InstantSource clock;
    private final Function<String, Image> images;

    public Usage(Objects objects, InstantSource clock, Function<String, Image> images) {
        this.objects = objects;
        this.clock = clock;
        this.images = images;
    }

    private Instant measured() {
        long seconds = clock.instant().getEpochSecond();
        return Instant.ofEpochSecond(seconds - seconds % STEP);
    }

    /// The PodMetrics of a namespace, or of all when it is empty; new pods are not known at once.
    public List<ObjectNode> pods(String namespace) {
        List<ObjectNode> all = new ArrayList<>();
        for (ObjectNode pod : objects.list(Pods.KEY, namespace)) {
            ObjectNode metrics = of(pod);
            if (metrics != null) all.add(metrics);
        }
        return all;
    }

    /// The PodMetrics of one pod, or null when there is none yet.
    public @Nullable ObjectNode pod(String namespace, String name) {
        ObjectNode pod = objects.get(Pods.KEY, namespace, name);
        return pod == null ? null : of(pod);
    }

    /// The NodeMetrics of all nodes.
    public List<ObjectNode> nodes() {
        return objects.list("nodes", "").stream().map(this::ofNode).toList();
    }

    /// The NodeMetrics of one node, or null when there is no such node.
    public @Nullable ObjectNode node(String name) {
        ObjectNode node = objects.get("nodes", "", name);
        return node == null ? null : ofNode(node);
    }

    private @Nullable ObjectNode of(ObjectNode pod) {
        ArrayNode containers = Json.object().putArray("containers");
        for (JsonNode status : Json.list(pod, "status", "containerStatuses")) {
            Image.Load load = load(status);
            if (load == null) continue;
            ObjectNode each = containers.addObject().put("name", Json.text(status, "name"));
            each.set("usage", usage(load, Json.uid(pod)));
        }
        if (containers.isEmpty() || !Pods.phase(pod).equals("Running")) return null;
        ObjectNode metrics = head("PodMetrics", pod);
        metrics.set("containers", containers);
        return metrics;
    }

    /// Null for a container that does not run, or not long enough to be measured.
    private Image.@Nullable Load load(JsonNode status) {
        Instant started = Times.read(status, "state", "running", "startedAt");
        Instant now = measured();
        if (started == null || now.isBefore(started.plus(UNTIL_KNOWN))) return null;
        return images.apply(Json.text(status, "image")).load(Duration.between(started, now), now);
    }

    private ObjectNode ofNode(ObjectNode node) {
        long millicores = NODE_MILLICORES;
        long bytes = NODE_BYTES;
        for (ObjectNode pod : objects.list(Pods.KEY, "")) {
            if (!Pods.node(pod).equals(Json.name(node))) continue;
            for (JsonNode status : Json.list(pod, "status", "containerStatuses")) {
                Image.Load load = load(status);
                if (load == null) continue;
                millicores += load.millicores();
                bytes += load.bytes();
            }
        }
        ObjectNode metrics = head("NodeMetrics", node);
        metrics.set("usage", usage(new Image.Load(millicores, bytes), Json.name(node)));
        return metrics;
    }

    private ObjectNode usage(Image.Load load, String whose) {
        int chance = Math.floorMod((whose + measured()).hashCode(), 9_999);
        long pages = (load.bytes() >> PAGE) + chance % 64;
        return Json.object()
                .put("cpu", load.millicores() * 1_000_000 + chance + "n")
                .put("memory", Quantity.bytes(pages << PAGE).toString());
    }

    private ObjectNode head(String kind, ObjectNode object) {
        ObjectNode metrics = Json.object().put("kind", kind).put("apiVersion", "metrics.k8s.io/v1beta1");
        ObjectNode metadata = Json.object(metrics, "metadata").put("name", Json.name(object));
        if (!Json.namespace(object).isEmpty()) metadata.put("namespace", Json.namespace(object));
        metadata.put("creationTimestamp", Times.seconds(clock.instant()));
        JsonNode labels = Json.at(object, "metadata", "labels");
        if (labels != null) metadata.set("labels", labels.deepCopy());
        int millis = Math.floorMod((Json.name(object) + measured()).hashCode(), 90);
        return metrics.put("timestamp", Times.seconds(measured())).put("window", "15.%03ds".formatted(millis));
    }
}
