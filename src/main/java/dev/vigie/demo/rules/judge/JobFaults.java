package dev.vigie.demo.rules.judge;

import dev.vigie.demo.model.Json;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Jobs and CronJobs.
final class JobFaults {
    private static final int NAME = 52;

    private JobFaults() {}

    static void job(JsonNode object, Faults faults) {
        JsonNode spec = object.path("spec");
        selector(spec, Json.uid(object), faults);
        numbers(spec, "spec", faults);
        JsonNode labels = Json.at(spec, "template", "metadata", "labels");
        if (!Meta.holds(Json.at(spec, "selector"), labels)) {
            faults.shown(
                    "spec.template.metadata.labels",
                    String.valueOf(labels),
                    "`selector` does not match template `labels`");
        }
        template(spec, "spec", faults);
    }

    private static void selector(JsonNode spec, String uid, Faults faults) {
        if (Json.is(spec, "manualSelector")) return;
        JsonNode selector = Json.at(spec, "selector");
        var labels = Json.strings(selector, "matchLabels");
        boolean made = labels.size() == 1
                && uid.equals(labels.get("batch.kubernetes.io/controller-uid"))
                && Json.list(selector, "matchExpressions").isEmpty();
        if (!made) faults.shown("spec.selector", String.valueOf(selector), "`selector` not auto-generated");
    }

    private static void numbers(JsonNode spec, String at, Faults faults) {
        for (String field : new String[] {
            "parallelism", "completions", "activeDeadlineSeconds", "backoffLimit", "ttlSecondsAfterFinished"
        }) {
            faults.least(at + "." + field, Json.number(0, spec, field), 0);
        }
        String mode = Json.text(spec, "completionMode");
        if (!mode.isEmpty()) faults.among(at + ".completionMode", mode, "NonIndexed", "Indexed");
        if (mode.equals("Indexed") && Json.at(spec, "completions") == null) {
            faults.required(at + ".completions", "when completion mode is Indexed");
        }
    }

    private static void template(JsonNode spec, String at, Faults faults) {
        JsonNode template = Json.at(spec, "template");
        WorkloadFaults.pods(template, at + ".template", faults);
        String restart = Json.text(template, "spec", "restartPolicy");
        String field = at + ".template.spec.restartPolicy";
        if (restart.isEmpty() || restart.equals("Always")) {
            faults.required(field, "valid values: \"OnFailure\", \"Never\"");
        } else {
            faults.among(field, restart, "OnFailure", "Never");
        }
    }

    static void cron(JsonNode object, Faults faults) {
        JsonNode spec = object.path("spec");
        schedule(Json.text(spec, "schedule"), faults);
        faults.least("spec.startingDeadlineSeconds", Json.number(0, spec, "startingDeadlineSeconds"), 0);
        zone(Json.at(spec, "timeZone"), faults);
        String policy = Json.text(spec, "concurrencyPolicy");
        if (policy.isEmpty()) faults.required("spec.concurrencyPolicy");
        else faults.among("spec.concurrencyPolicy", policy, "Allow", "Forbid", "Replace");
        JsonNode job = spec.path("jobTemplate").path("spec");
        numbers(job, "spec.jobTemplate.spec", faults);
        template(job, "spec.jobTemplate.spec", faults);
        for (String field : new String[] {"successfulJobsHistoryLimit", "failedJobsHistoryLimit"}) {
            faults.least("spec." + field, Json.number(0, spec, field), 0);
        }
        String name = Json.name(object);
        if (name.length() > NAME) {
            faults.invalid("metadata.name", name, "must be no more than 52 characters");
        }
    }

    private static void schedule(String schedule, Faults faults) {
        if (schedule.isEmpty()) {
            faults.required("spec.schedule");
            return;
        }
        if (schedule.contains("TZ=")) {
            String why = "cannot use TZ or CRON_TZ in schedule, use timeZone field instead";
            faults.invalid("spec.schedule", schedule, why);
            return;
        }
        String wrong = Schedules.fault(schedule);
        if (wrong != null) faults.invalid("spec.schedule", schedule, wrong);
    }

    private static void zone(@Nullable JsonNode zone, Faults faults) {
        if (zone == null) return;
        String name = zone.asString();
        if (name.isEmpty()) {
            faults.invalid("spec.timeZone", name, "timeZone must be nil or non-empty string");
            return;
        }
        try {
            ZoneId.of(name);
        } catch (DateTimeException e) {
            faults.invalid("spec.timeZone", name, "unknown time zone " + name);
        }
    }
}
