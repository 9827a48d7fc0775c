package dev.vigie.demo.rules.judge;

import dev.vigie.demo.model.Json;
import tools.jackson.databind.JsonNode;

/// Autoscalers and disruption budgets.
final class ScalerFaults {
    private ScalerFaults() {}

    static void scaler(JsonNode object, Faults faults) {
        JsonNode spec = object.path("spec");
        int least = Json.number(1, spec, "minReplicas");
        int most = Json.number(0, spec, "maxReplicas");
        if (least < 1) faults.invalid("spec.minReplicas", least, "must be greater than or equal to 1");
        if (most < 1) faults.required("spec.maxReplicas", "must be set and greater than 0");
        if (most < least) faults.invalid("spec.maxReplicas", most, "must be greater than or equal to `minReplicas`");
        target(spec.path("scaleTargetRef"), faults);
        int index = 0;
        for (JsonNode metric : Json.list(spec, "metrics")) metric(metric, "spec.metrics[" + index++ + "]", faults);
        if (least == 0) {
            faults.forbidden(
                    "spec.metrics",
                    "must specify at least one Object or External metric to support scaling to zero replicas");
        }
    }

    private static void target(JsonNode target, Faults faults) {
        for (String field : new String[] {"kind", "name"}) {
            if (Json.text(target, field).isEmpty()) faults.required("spec.scaleTargetRef." + field);
        }
        String version = Json.text(target, "apiVersion");
        if (version.isEmpty()) {
            faults.invalid("spec.scaleTargetRef.apiVersion", "", "apiVersion must specify API group");
        }
    }

    private static void metric(JsonNode metric, String at, Faults faults) {
        String type = Json.text(metric, "type");
        String field = switch (type) {
            case "ContainerResource" -> "containerResource";
            case "External" -> "external";
            case "Object" -> "object";
            case "Pods" -> "pods";
            case "Resource" -> "resource";
            default -> "";
        };
        if (field.isEmpty()) {
            String[] all = {"ContainerResource", "External", "Object", "Pods", "Resource"};
            faults.unsupported(at + ".type", type, all);
            faults.unsupported(at + ".type", type, all);
            return;
        }
        JsonNode source = Json.at(metric, field);
        if (source == null) {
            faults.required(at + "." + field, "must populate information for the given metric source");
        } else if (type.equals("Resource")) {
            resource(source, at + ".resource", faults);
        }
    }

    private static void resource(JsonNode source, String at, Faults faults) {
        if (Json.text(source, "name").isEmpty()) faults.required(at + ".name", "must specify a resource name");
        JsonNode use = Json.at(source, "target", "averageUtilization");
        if (use != null && use.asInt() < 1) {
            faults.invalid(at + ".target.averageUtilization", use.asInt(), "must be greater than 0");
        }
        if (use == null && Json.at(source, "target", "averageValue") == null) {
            faults.required(
                    at + ".target.averageUtilization", "must set either a target raw value or a target utilization");
        }
    }

    static void budget(JsonNode object, Faults faults) {
        JsonNode spec = object.path("spec");
        JsonNode least = Json.at(spec, "minAvailable");
        JsonNode most = Json.at(spec, "maxUnavailable");
        if (least != null && most != null) {
            String policy = Json.text(spec, "unhealthyPodEvictionPolicy");
            faults.shown(
                    "spec",
                    "{\"MinAvailable\":" + least + ",\"Selector\":" + Json.at(spec, "selector") + ",\"MaxUnavailable\":"
                            + most + ",\"UnhealthyPodEvictionPolicy\":"
                            + (policy.isEmpty() ? "null" : Faults.quoted(policy)) + "}",
                    "minAvailable and maxUnavailable cannot be both set");
        }
        WorkloadFaults.share(least, "spec.minAvailable", faults);
        WorkloadFaults.whole(least, "spec.minAvailable", faults);
        WorkloadFaults.share(most, "spec.maxUnavailable", faults);
        WorkloadFaults.whole(most, "spec.maxUnavailable", faults);
        Meta.selector(Json.at(spec, "selector"), "spec.selector", faults);
    }
}
