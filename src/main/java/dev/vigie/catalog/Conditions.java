package dev.vigie.catalog;

import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Fact;
import dev.vigie.kind.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The conditions of a status, as every kind writes them.
final class Conditions {
    /// Conditions that are promises: `False` is trouble.
    private static final List<String> PROMISES = List.of(
            "Ready",
            "Available",
            "Healthy",
            "Synced",
            "Established",
            "Progressing",
            "Initialized",
            "ContainersReady",
            "PodScheduled",
            "PodReadyToStartContainers",
            "ScalingActive",
            "AbleToScale",
            "NamesAccepted",
            "Issued",
            "Approved",
            "Accepted",
            "Programmed",
            "ResolvedRefs",
            "Succeeded");

    /// Conditions that are troubles: `True` is bad.
    private static final Set<String> TROUBLES = Set.of(
            "ReplicaFailure",
            "MemoryPressure",
            "DiskPressure",
            "PIDPressure",
            "NetworkUnavailable",
            "Failed",
            "FailureTarget",
            "ScalingLimited",
            "Stalled",
            "Degraded",
            "NamespaceDeletionDiscoveryFailure",
            "NamespaceDeletionGroupVersionParsingFailure",
            "NamespaceDeletionContentFailure",
            "DisruptionTarget");

    private Conditions() {}

    static List<Fact> of(JsonNode object) {
        List<Fact> all = new ArrayList<>();
        for (JsonNode each : object.path("status").path("conditions")) {
            if (!each.isObject()) continue;
            all.add(new Fact.Condition(
                    each.path("type").asString(""),
                    each.path("status").asString(""),
                    tone(each),
                    each.path("reason").asString(""),
                    each.path("message").asString(""),
                    moment(each.path("lastTransitionTime"))));
        }
        return all;
    }

    /// The condition that says whether an object does what it is for; null when none does.
    static @Nullable JsonNode main(JsonNode object) {
        for (String type : List.of("Ready", "Available", "Healthy", "Synced", "Established", "Accepted")) {
            JsonNode found = named(object, type);
            if (found != null) return found;
        }
        return null;
    }

    static @Nullable JsonNode named(JsonNode object, String type) {
        for (JsonNode each : object.path("status").path("conditions")) {
            if (each.path("type").asString("").equals(type)) return each;
        }
        return null;
    }

    static Tone tone(JsonNode condition) {
        String type = condition.path("type").asString("");
        String status = condition.path("status").asString("");
        if (PROMISES.contains(type)) {
            if (status.equals("True")) return Tone.OK;
            return status.equals("False") ? Tone.ERROR : Tone.WARN;
        }
        if (TROUBLES.contains(type)) return status.equals("True") ? Tone.WARN : Tone.OK;
        return Tone.QUIET;
    }

    /// A time of the server's; null when there is none, or none that can be read.
    static @Nullable Instant moment(JsonNode time) {
        return Fields.moment(time);
    }
}
