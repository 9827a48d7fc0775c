package dev.vigie.demo.rules.fill;

import dev.vigie.demo.model.Json;
import tools.jackson.databind.node.ObjectNode;

/// Deployments, sets and jobs.
final class WorkloadDefaults {
    private WorkloadDefaults() {}

    static void deployment(ObjectNode deployment) {
        ObjectNode spec = templated(deployment);
        Gap.number(spec, "replicas", 1);
        ObjectNode strategy = Json.object(spec, "strategy");
        Gap.text(strategy, "type", "RollingUpdate");
        if (Json.text(strategy, "type").equals("RollingUpdate")) {
            ObjectNode rolling = Json.object(strategy, "rollingUpdate");
            share(rolling, "maxUnavailable");
            share(rolling, "maxSurge");
        }
        Gap.number(spec, "revisionHistoryLimit", 10);
        Gap.number(spec, "progressDeadlineSeconds", 600);
    }

    private static void share(ObjectNode rolling, String field) {
        if (Json.at(rolling, field) == null) rolling.put(field, "25%");
    }

    private static ObjectNode templated(ObjectNode workload) {
        ObjectNode spec = Json.object(workload, "spec");
        PodDefaults.template(Json.object(spec, "template"));
        return spec;
    }

    static void replicaSet(ObjectNode set) {
        Gap.number(templated(set), "replicas", 1);
    }

    static void daemonSet(ObjectNode set) {
        ObjectNode spec = templated(set);
        ObjectNode strategy = Json.object(spec, "updateStrategy");
        Gap.text(strategy, "type", "RollingUpdate");
        if (Json.text(strategy, "type").equals("RollingUpdate")) {
            ObjectNode rolling = Json.object(strategy, "rollingUpdate");
            Gap.number(rolling, "maxUnavailable", 1);
            Gap.number(rolling, "maxSurge", 0);
        }
        Gap.number(spec, "revisionHistoryLimit", 10);
    }

    static void statefulSet(ObjectNode set) {
        ObjectNode spec = templated(set);
        Gap.text(spec, "podManagementPolicy", "OrderedReady");
        ObjectNode strategy = Json.object(spec, "updateStrategy");
        Gap.text(strategy, "type", "RollingUpdate");
        if (Json.text(strategy, "type").equals("RollingUpdate")) {
            Gap.number(Json.object(strategy, "rollingUpdate"), "partition", 0);
        }
        ObjectNode retention = Json.object(spec, "persistentVolumeClaimRetentionPolicy");
        Gap.text(retention, "whenDeleted", "Retain");
        Gap.text(retention, "whenScaled", "Retain");
        Gap.number(spec, "replicas", 1);
        Gap.number(spec, "revisionHistoryLimit", 10);
        for (ObjectNode claim : Gap.each(spec, "volumeClaimTemplates")) {
            Gap.text(claim, "kind", "PersistentVolumeClaim");
            Gap.text(claim, "apiVersion", "v1");
            VolumeDefaults.claim(claim);
        }
    }

    static void job(ObjectNode job) {
        ObjectNode spec = Json.object(job, "spec");
        jobSpec(spec);
        boolean endless = Json.at(spec, "completions") == null && Json.at(spec, "parallelism") == null;
        if (endless) spec.put("completions", 1);
        Gap.number(spec, "parallelism", 1);
        Gap.number(spec, "backoffLimit", Json.at(spec, "backoffLimitPerIndex") == null ? 6 : Integer.MAX_VALUE);
        Gap.text(spec, "completionMode", "NonIndexed");
        Gap.flag(spec, "suspend", false);
        Gap.flag(spec, "manualSelector", false);
        boolean judged = Json.at(spec, "podFailurePolicy") != null;
        Gap.text(spec, "podReplacementPolicy", judged ? "Failed" : "TerminatingOrFailed");
    }

    private static void jobSpec(ObjectNode spec) {
        PodDefaults.template(Json.object(spec, "template"));
        for (ObjectNode rule : Gap.each(spec, "podFailurePolicy", "rules")) {
            for (ObjectNode condition : Gap.each(rule, "onPodConditions")) Gap.text(condition, "status", "True");
        }
    }

    static void cronJob(ObjectNode job) {
        ObjectNode spec = Json.object(job, "spec");
        jobSpec(Json.object(spec, "jobTemplate", "spec"));
        Gap.text(spec, "concurrencyPolicy", "Allow");
        Gap.flag(spec, "suspend", false);
        Gap.number(spec, "successfulJobsHistoryLimit", 3);
        Gap.number(spec, "failedJobsHistoryLimit", 1);
    }

    static void autoscaler(ObjectNode scaler) {
        ObjectNode spec = Json.object(scaler, "spec");
        Gap.number(spec, "minReplicas", 1);
        if (Json.list(spec, "metrics").isEmpty()) {
            ObjectNode metric = spec.putArray("metrics").addObject();
            ObjectNode resource = metric.put("type", "Resource").putObject("resource");
            resource.put("name", "cpu")
                    .putObject("target")
                    .put("type", "Utilization")
                    .put("averageUtilization", 80);
        }
        ObjectNode behavior = Gap.inner(spec, "behavior");
        if (behavior == null) return;
        scaling(Json.object(behavior, "scaleUp"), true);
        scaling(Json.object(behavior, "scaleDown"), false);
    }

    private static void scaling(ObjectNode rules, boolean up) {
        if (up) Gap.number(rules, "stabilizationWindowSeconds", 0);
        Gap.text(rules, "selectPolicy", "Max");
        if (!Json.list(rules, "policies").isEmpty()) return;
        var policies = rules.putArray("policies");
        if (up) policies.addObject().put("type", "Pods").put("value", 4).put("periodSeconds", 15);
        policies.addObject().put("type", "Percent").put("value", 100).put("periodSeconds", 15);
    }
}
