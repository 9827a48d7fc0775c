package dev.vigie.catalog.pods;

import dev.vigie.catalog.json.Fields;
import dev.vigie.catalog.pods.Container.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// A pod as it is at a moment, any field of which may be missing.
record Pod(JsonNode object, Instant now, List<Container> containers) {

    static Pod read(JsonNode object, Instant now) {
        List<Container> all = new ArrayList<>();
        add(all, object, "initContainers", "initContainerStatuses", Role.INIT);
        add(all, object, "containers", "containerStatuses", Role.MAIN);
        add(all, object, "ephemeralContainers", "ephemeralContainerStatuses", Role.EPHEMERAL);
        return new Pod(object, now, List.copyOf(all));
    }

    private static void add(List<Container> all, JsonNode object, String specs, String statuses, Role role) {
        List<JsonNode> told = Fields.list(object, "status", statuses);
        for (JsonNode spec : Fields.list(object, "spec", specs)) {
            boolean sidecar =
                    role == Role.INIT && Fields.text(spec, "restartPolicy").equals("Always");
            all.add(new Container(sidecar ? Role.SIDECAR : role, spec, named(told, Fields.text(spec, "name"))));
        }
    }

    private static JsonNode named(List<JsonNode> all, String name) {
        for (JsonNode each : all) if (Fields.text(each, "name").equals(name)) return each;
        return MissingNode.getInstance();
    }

    List<Container> containers(Role role) {
        return containers.stream().filter(each -> each.is(role)).toList();
    }

    /// Init containers and sidecars, in their order.
    List<Container> first() {
        return containers.stream()
                .filter(each -> each.is(Role.INIT) || each.is(Role.SIDECAR))
                .toList();
    }

    String name() {
        return Fields.text(object, "metadata", "name");
    }

    String namespace() {
        return Fields.text(object, "metadata", "namespace");
    }

    String node() {
        return Fields.text(object, "spec", "nodeName");
    }

    String phase() {
        return Fields.text(object, "status", "phase");
    }

    boolean over() {
        return phase().equals("Succeeded") || phase().equals("Failed");
    }

    String reason() {
        return Fields.text(object, "status", "reason");
    }

    String message() {
        return Fields.text(object, "status", "message");
    }

    boolean deleting() {
        return Fields.has(object, "metadata", "deletionTimestamp");
    }

    /// The condition of this type; nothing is in it when there is none.
    JsonNode condition(String type) {
        for (JsonNode each : Fields.list(object, "status", "conditions")) {
            if (Fields.text(each, "type").equals(type)) return each;
        }
        return MissingNode.getInstance();
    }

    boolean holds(String type) {
        return Fields.text(condition(type), "status").equals("True");
    }

    boolean fails(String type) {
        return Fields.text(condition(type), "status").equals("False");
    }

    @Nullable
    Instant since(String type) {
        return Fields.moment(condition(type), "lastTransitionTime");
    }

    /// How long ago; null when the moment is not known. Never negative: clocks differ.
    @Nullable
    Duration ago(@Nullable Instant moment) {
        if (moment == null) return null;
        Duration ago = Duration.between(moment, now);
        return ago.isNegative() ? Duration.ZERO : ago;
    }

    boolean within(@Nullable Instant moment, Duration time) {
        Duration ago = ago(moment);
        return ago != null && ago.compareTo(time) < 0;
    }

    boolean longer(@Nullable Instant moment, Duration time) {
        Duration ago = ago(moment);
        return ago != null && ago.compareTo(time) >= 0;
    }

    /// All that kubectl counts as restarts of the pod: those of init containers only while they go on.
    int restarts() {
        return containers.stream()
                .filter(Pod::counts)
                .mapToInt(Container::restarts)
                .sum();
    }

    private static boolean counts(Container container) {
        Ending ended = container.ended();
        return switch (container.role()) {
            case MAIN, SIDECAR -> true;
            case INIT -> ended == null || !ended.well();
            case EPHEMERAL -> false;
        };
    }
}
