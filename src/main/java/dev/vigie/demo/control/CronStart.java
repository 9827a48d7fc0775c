package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Starts the Job of a CronJob for the latest time that has come, unless its policy or its deadline forbids it.
final class CronStart {
    private static final String SCHEDULED = "batch.kubernetes.io/cronjob-scheduled-timestamp";
    private static final int MANY = 100;
    private static final DateTimeFormatter RFC3339 =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

    private final CronJobs jobs;
    private final World world;
    private final ObjectNode cron;

    CronStart(CronJobs jobs) {
        this.jobs = jobs;
        world = jobs.world();
        cron = jobs.cron();
    }

    void step() {
        String text = Json.text(cron, "spec", "schedule");
        CronSchedule schedule = CronSchedule.parse(text, Json.text(cron, "spec", "timeZone"));
        if (schedule == null) return;
        Instant next = schedule.next(world.now());
        if (next != null) world.wake(next);
        Instant since = since();
        Instant due = schedule.last(since, world.now());
        if (due == null) return;
        if (schedule.more(since, world.now(), MANY)) {
            String advice = "Set or decrease .spec.startingDeadlineSeconds or check clock skew";
            jobs.tell("Warning", "TooManyMissedTimes", "too many missed start times. " + advice);
        }
        if (allowed()) create(due);
    }

    /// What was due before is not started any more.
    private Instant since() {
        Instant last = Times.read(jobs.status(), "lastScheduleTime");
        Instant since = last == null ? Times.created(cron) : last;
        int seconds = Json.number(-1, cron, "spec", "startingDeadlineSeconds");
        if (seconds < 0) return since;
        Instant deadline = world.now().minusSeconds(seconds);
        return deadline.isAfter(since) ? deadline : since;
    }

    private boolean allowed() {
        List<JsonNode> active = jobs.active();
        String policy = Json.text(cron, "spec", "concurrencyPolicy");
        if (policy.equals("Forbid") && !active.isEmpty()) {
            String why = "Not starting job because prior execution is running and concurrency policy is Forbid";
            jobs.tell("Normal", "JobAlreadyActive", why);
            return false;
        }
        if (!policy.equals("Replace")) return true;
        for (JsonNode each : active) {
            ObjectNode job = jobs.job(Json.text(each, "name"));
            if (job != null) jobs.delete(job);
        }
        return true;
    }

    private void create(Instant due) {
        String name = Json.name(cron) + "-" + due.getEpochSecond() / 60;
        try {
            ObjectNode job = world.create(Jobs.KEY, job(name, due));
            jobs.tell("Normal", "SuccessfulCreate", "Created job " + name);
            jobs.started(job, due);
        } catch (Refused refused) {
            ObjectNode there = refused.code() == 409 ? jobs.job(name) : null;
            if (there != null) jobs.started(there, due);
            else if (refused.code() != 409) fail(refused);
        }
    }

    private void fail(Refused refused) {
        jobs.tell("Warning", "FailedCreate", "Error creating job: " + refused.getMessage());
        world.wake(world.now().plusSeconds(10));
    }

    private ObjectNode job(String name, Instant due) {
        ObjectNode job = Json.object().put("apiVersion", "batch/v1").put("kind", "Job");
        ObjectNode metadata = Json.object(job, "metadata").put("name", name).put("namespace", Json.namespace(cron));
        for (String copied : List.of("labels", "annotations")) {
            @Nullable JsonNode given = Json.at(cron, "spec", "jobTemplate", "metadata", copied);
            if (given != null) metadata.set(copied, given.deepCopy());
        }
        String zone = Json.text(cron, "spec", "timeZone");
        ZoneId where = zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone);
        Json.object(metadata, "annotations").put(SCHEDULED, RFC3339.format(due.atZone(where)));
        Owners.own(cron, job);
        JsonNode spec = Json.at(cron, "spec", "jobTemplate", "spec");
        job.set("spec", spec == null ? Json.object() : spec.deepCopy());
        return job;
    }
}
