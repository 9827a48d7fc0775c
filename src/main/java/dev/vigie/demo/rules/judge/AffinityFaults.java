package dev.vigie.demo.rules.judge;

import dev.vigie.demo.model.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Where pods want to be.
final class AffinityFaults {
    private static final String MUST = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String MAY = "preferredDuringSchedulingIgnoredDuringExecution";

    private AffinityFaults() {}

    static void check(@Nullable JsonNode affinity, String at, Faults faults) {
        node(Json.at(affinity, "nodeAffinity"), at + ".nodeAffinity", faults);
        pods(Json.at(affinity, "podAffinity"), at + ".podAffinity", faults);
        pods(Json.at(affinity, "podAntiAffinity"), at + ".podAntiAffinity", faults);
    }

    private static void node(@Nullable JsonNode affinity, String at, Faults faults) {
        JsonNode must = Json.at(affinity, MUST);
        if (must != null && Json.list(must, "nodeSelectorTerms").isEmpty()) {
            faults.required(at + "." + MUST + ".nodeSelectorTerms", "must have at least one node selector term");
        }
        int index = 0;
        for (JsonNode each : Json.list(affinity, MAY)) {
            weight(each, at + "." + MAY + "[" + index++ + "]", faults);
        }
    }

    private static void weight(JsonNode each, String at, Faults faults) {
        int weight = Json.number(0, each, "weight");
        if (weight < 1 || weight > 100) faults.invalid(at + ".weight", weight, "must be in the range 1-100");
    }

    private static void pods(@Nullable JsonNode affinity, String at, Faults faults) {
        int index = 0;
        for (JsonNode each : Json.list(affinity, MUST)) term(each, at + "." + MUST + "[" + index++ + "]", faults);
        index = 0;
        for (JsonNode each : Json.list(affinity, MAY)) {
            String here = at + "." + MAY + "[" + index++ + "]";
            weight(each, here, faults);
            term(Json.at(each, "podAffinityTerm"), here + ".podAffinityTerm", faults);
        }
    }

    private static void term(@Nullable JsonNode term, String at, Faults faults) {
        Meta.selector(Json.at(term, "labelSelector"), at + ".labelSelector", faults);
        Meta.selector(Json.at(term, "namespaceSelector"), at + ".namespaceSelector", faults);
        String key = Json.text(term, "topologyKey");
        if (key.isEmpty()) faults.required(at + ".topologyKey", "can not be empty");
        PodFaults.named(key, at + ".topologyKey", Words.qualified(key), faults);
    }

    static void spread(@Nullable JsonNode spec, String at, Faults faults) {
        int index = 0;
        for (JsonNode each : Json.list(spec, "topologySpreadConstraints")) {
            String here = at + "[" + index++ + "]";
            int skew = Json.number(0, each, "maxSkew");
            if (skew <= 0) faults.invalid(here + ".maxSkew", skew, "must be greater than zero");
            if (Json.text(each, "topologyKey").isEmpty()) faults.required(here + ".topologyKey", "can not be empty");
            faults.among(
                    here + ".whenUnsatisfiable",
                    Json.text(each, "whenUnsatisfiable"),
                    "DoNotSchedule",
                    "ScheduleAnyway");
            Meta.selector(Json.at(each, "labelSelector"), here + ".labelSelector", faults);
        }
    }
}
