package dev.vigie.demo.rules.judge;

import dev.vigie.demo.model.Json;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Deployments and the sets of pods.
final class WorkloadFaults {
    private WorkloadFaults() {}

    static void deployment(JsonNode object, Faults faults) {
        JsonNode spec = object.path("spec");
        faults.least("spec.replicas", Json.number(0, spec, "replicas"), 0);
        boolean told = selector(spec, "deployment", true, faults);
        template(spec, told, faults);
        strategy(Json.at(spec, "strategy"), faults);
        for (String field : new String[] {"minReadySeconds", "revisionHistoryLimit"}) {
            faults.least("spec." + field, Json.number(0, spec, field), 0);
        }
        int deadline = Json.number(Integer.MAX_VALUE, spec, "progressDeadlineSeconds");
        if (deadline < 0) faults.least("spec.progressDeadlineSeconds", deadline, 0);
        int ready = Json.number(0, spec, "minReadySeconds");
        if (deadline <= ready) {
            faults.invalid("spec.progressDeadlineSeconds", deadline, "must be greater than minReadySeconds");
        }
    }

    /// Whether the selector can be used.
    private static boolean selector(JsonNode spec, String kind, boolean shown, Faults faults) {
        JsonNode selector = Json.at(spec, "selector");
        if (selector == null) {
            faults.required("spec.selector");
            return true;
        }
        int before = faults.count();
        Meta.selector(selector, "spec.selector", faults);
        if (Meta.empty(selector)) faults.shown("spec.selector", "{}", "empty selector is invalid for " + kind);
        if (faults.count() > before && !Meta.empty(selector)) {
            if (shown) faults.shown("spec.selector", selector.toString(), "invalid label selector");
            return false;
        }
        return true;
    }

    private static void template(JsonNode spec, boolean told, Faults faults) {
        if (!told) return;
        JsonNode template = Json.at(spec, "template");
        matches(spec, faults);
        pods(template, "spec.template", faults);
        restart(template, faults);
    }

    private static void restart(@Nullable JsonNode template, Faults faults) {
        String restart = Json.text(template, "spec", "restartPolicy");
        if (!restart.equals("Always")) {
            faults.unsupported("spec.template.spec.restartPolicy", restart, "Always");
        } else if (Json.at(template, "spec", "activeDeadlineSeconds") != null) {
            faults.forbidden(
                    "spec.template.spec.activeDeadlineSeconds", "activeDeadlineSeconds in ReplicaSet is not Supported");
        }
    }

    private static void matches(JsonNode spec, Faults faults) {
        JsonNode selector = Json.at(spec, "selector");
        JsonNode labels = Json.at(spec, "template", "metadata", "labels");
        if (selector != null && (Meta.empty(selector) || Meta.holds(selector, labels))) return;
        faults.shown(
                "spec.template.metadata.labels",
                labels == null ? "null" : labels.toString(),
                "`selector` does not match template `labels`");
    }

    /// A template's metadata and pods.
    static void pods(@Nullable JsonNode template, String at, Faults faults) {
        metadata(template, at, faults);
        PodFaults.check(Json.at(template, "spec"), at + ".spec", Set.of(), faults);
    }

    private static void metadata(@Nullable JsonNode template, String at, Faults faults) {
        JsonNode metadata = Json.at(template, "metadata");
        if (metadata == null) return;
        Meta.labels(Json.at(metadata, "labels"), at + ".labels", faults);
        Meta.annotations(metadata, at + ".annotations", faults);
    }

    private static void strategy(@Nullable JsonNode strategy, Faults faults) {
        String type = Json.text(strategy, "type");
        JsonNode rolling = Json.at(strategy, "rollingUpdate");
        switch (type) {
            case "Recreate" -> {
                if (rolling == null) return;
                faults.forbidden(
                        "spec.strategy.rollingUpdate", "may not be specified when strategy `type` is 'Recreate'");
            }
            case "RollingUpdate" -> rolling(rolling, faults);
            default -> faults.unsupportedAs("spec.strategy", go(type), "Recreate", "RollingUpdate");
        }
    }

    private static String go(String type) {
        return "{\"Type\":" + Faults.quoted(type) + ",\"RollingUpdate\":null}";
    }

    private static void rolling(@Nullable JsonNode rolling, Faults faults) {
        String at = "spec.strategy.rollingUpdate.";
        JsonNode less = Json.at(rolling, "maxUnavailable");
        JsonNode more = Json.at(rolling, "maxSurge");
        share(less, at + "maxUnavailable", faults);
        share(more, at + "maxSurge", faults);
        if (zero(less) && zero(more)) {
            faults.shown(at + "maxUnavailable", String.valueOf(less), "may not be 0 when `maxSurge` is 0");
        }
        whole(less, at + "maxUnavailable", faults);
    }

    private static boolean zero(@Nullable JsonNode share) {
        return share == null || share.asString().equals("0") || share.asString().equals("0%");
    }

    /// A count that is not negative, or a percentage.
    static void share(@Nullable JsonNode share, String field, Faults faults) {
        if (share == null) return;
        if (!share.isString()) faults.least(field, share.asLong(), 0);
        else if (!share.asString().matches("[0-9]+%")) {
            faults.invalid(
                    field,
                    share.asString(),
                    "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', "
                            + "regex used for validation is '[0-9]+%')");
        }
    }

    static void whole(@Nullable JsonNode share, String field, Faults faults) {
        if (share == null || !share.isString() || !share.asString().matches("[0-9]{1,6}%")) return;
        String text = share.asString();
        if (Integer.parseInt(text.substring(0, text.length() - 1)) > 100) {
            faults.invalid(field, text, "must not be greater than 100%");
        }
    }

    static void replicaSet(JsonNode object, Faults faults) {
        JsonNode spec = object.path("spec");
        faults.least("spec.replicas", Json.number(0, spec, "replicas"), 0);
        faults.least("spec.minReadySeconds", Json.number(0, spec, "minReadySeconds"), 0);
        boolean told = selector(spec, "deployment", false, faults);
        template(spec, told, faults);
    }

    static void statefulSet(JsonNode object, Faults faults) {
        JsonNode spec = object.path("spec");
        String policy = Json.text(spec, "podManagementPolicy");
        if (!policy.equals("OrderedReady") && !policy.equals("Parallel")) {
            faults.invalid("spec.podManagementPolicy", policy, "must be 'OrderedReady' or 'Parallel'");
        }
        String type = Json.text(spec, "updateStrategy", "type");
        if (type.equals("RollingUpdate")) {
            int partition = Json.number(0, spec, "updateStrategy", "rollingUpdate", "partition");
            faults.least("spec.updateStrategy.rollingUpdate.partition", partition, 0);
        } else if (!type.equals("OnDelete")) {
            faults.shown("spec.updateStrategy", go(type), "must be 'RollingUpdate' or 'OnDelete'");
        }
        faults.least("spec.replicas", Json.number(0, spec, "replicas"), 0);
        faults.least("spec.minReadySeconds", Json.number(0, spec, "minReadySeconds"), 0);
        if (!selector(spec, "statefulset", false, faults)) return;
        matches(spec, faults);
        Set<String> claims = new HashSet<>();
        for (JsonNode claim : Json.list(spec, "volumeClaimTemplates")) claims.add(Json.name(claim));
        JsonNode template = Json.at(spec, "template");
        metadata(template, "spec.template", faults);
        PodFaults.check(Json.at(template, "spec"), "spec.template.spec", claims, faults);
        restart(template, faults);
    }

    static void daemonSet(JsonNode object, Faults faults) {
        JsonNode spec = object.path("spec");
        boolean told = selector(spec, "daemonset", false, faults);
        template(spec, told, faults);
        faults.least("spec.minReadySeconds", Json.number(0, spec, "minReadySeconds"), 0);
        JsonNode rolling = Json.at(spec, "updateStrategy", "rollingUpdate");
        if (rolling == null) return;
        String at = "spec.updateStrategy.rollingUpdate.";
        share(Json.at(rolling, "maxUnavailable"), at + "maxUnavailable", faults);
        share(Json.at(rolling, "maxSurge"), at + "maxSurge", faults);
        if (zero(Json.at(rolling, "maxUnavailable")) && zero(Json.at(rolling, "maxSurge"))) {
            faults.required(at + "maxUnavailable", "cannot be 0 when maxSurge is 0");
        }
        faults.least("spec.revisionHistoryLimit", Json.number(0, spec, "revisionHistoryLimit"), 0);
    }
}
