package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes the Jobs of CronJobs when they are due, and forgets old ones.
final class CronJobController implements Controller {
    private static final String KEY = "cronjobs.batch";
    private static final String COMPONENT = "cronjob-controller";
    private static final String SCHEDULED = "batch.kubernetes.io/cronjob-scheduled-timestamp";

    private final Each each = new Each(KEY);

    @Override
    public void run(World world) {
        each.run(world, cron -> {
            if (!Owners.deleted(cron)) sync(world, cron);
        });
    }

    private static List<ObjectNode> jobs(World world, ObjectNode cron) {
        return world.list(Jobs.KEY, Json.namespace(cron)).stream()
                .filter(job -> Owners.controls(cron, job))
                .toList();
    }

    private static void sync(World world, ObjectNode cron) {
        List<ObjectNode> jobs = jobs(world, cron);
        ObjectNode copy = cron.deepCopy();
        ObjectNode status = Json.object(copy, "status");
        followed(world, cron, status, jobs);
        forget(world, cron, jobs, "Complete", Json.number(3, cron, "spec", "successfulJobsHistoryLimit"));
        forget(world, cron, jobs, "Failed", Json.number(1, cron, "spec", "failedJobsHistoryLimit"));
        start(world, cron, status);
        world.status(KEY, cron, copy);
    }

    /// Keeps the list of those that run, and tells of those that ended.
    private static void followed(World world, ObjectNode cron, ObjectNode status, List<ObjectNode> jobs) {
        ArrayNode rest = Json.object().putArray("active");
        for (JsonNode reference : Json.list(status, "active")) {
            String uid = Json.text(reference, "uid");
            ObjectNode job = jobs.stream()
                    .filter(each -> Json.uid(each).equals(uid))
                    .findFirst()
                    .orElse(null);
            if (job == null) {
                tell(world, cron, "Normal", "MissingJob", "Active job went missing: " + Json.text(reference, "name"));
            } else if (Jobs.finished(job).isEmpty()) {
                rest.add(reference);
            } else {
                String what = "Saw completed job: %s, condition: %s".formatted(Json.name(job), Jobs.finished(job));
                tell(world, cron, "Normal", "SawCompletedJob", what);
                succeeded(status, job);
            }
        }
        if (rest.isEmpty()) status.remove("active");
        else status.set("active", rest);
    }

    private static void succeeded(ObjectNode status, ObjectNode job) {
        String at = Json.text(job, "status", "completionTime");
        if (Jobs.finished(job).equals("Complete") && at.compareTo(Json.text(status, "lastSuccessfulTime")) > 0)
            status.put("lastSuccessfulTime", at);
    }

    private static void forget(World world, ObjectNode cron, List<ObjectNode> jobs, String end, int limit) {
        List<ObjectNode> ended = jobs.stream()
                .filter(job -> Jobs.finished(job).equals(end) && !Owners.deleted(job))
                .sorted(Comparator.comparing(job -> Json.text(job, "status", "startTime")))
                .toList();
        for (ObjectNode job : ended.subList(0, Math.max(0, ended.size() - limit))) delete(world, cron, job);
    }

    private static void delete(World world, ObjectNode cron, ObjectNode job) {
        world.delete(Jobs.KEY, job, "Background");
        tell(world, cron, "Normal", "SuccessfulDelete", "Deleted job " + Json.name(job));
    }

    private static void start(World world, ObjectNode cron, ObjectNode status) {
        if (Json.is(cron, "spec", "suspend")) return;
        CronSchedule schedule =
                CronSchedule.parse(Json.text(cron, "spec", "schedule"), Json.text(cron, "spec", "timeZone"));
        if (schedule == null) return;
        Instant last = Times.read(status, "lastScheduleTime");
        Instant due = due(world, schedule, last == null ? Times.created(cron) : last);
        if (due == null) return;
        int deadline = Json.number(Integer.MAX_VALUE, cron, "spec", "startingDeadlineSeconds");
        if (ChronoUnit.SECONDS.between(due, world.now()) > deadline) {
            String what = "Missed scheduled time to start a job: "
                    + DateTimeFormatter.RFC_1123_DATE_TIME.format(due.atZone(ZoneOffset.UTC));
            tell(world, cron, "Warning", "MissSchedule", what);
            status.put("lastScheduleTime", Times.seconds(due));
        } else if (allowed(world, cron, status)) {
            create(world, cron, status, due);
        }
    }

    /// The latest time that has come, or null; then the world wakes at the next one.
    private static @Nullable Instant due(World world, CronSchedule schedule, Instant since) {
        Instant due = null;
        Instant next = schedule.next(since);
        for (int missed = 0; next != null && !next.isAfter(world.now()) && missed < 100; missed++) {
            due = next;
            next = schedule.next(next);
        }
        if (next != null) world.wake(next);
        return due;
    }

    private static boolean allowed(World world, ObjectNode cron, ObjectNode status) {
        List<JsonNode> active = Json.list(status, "active");
        String policy = Json.text(cron, "spec", "concurrencyPolicy");
        if (active.isEmpty() || policy.equals("Allow") || policy.isEmpty()) return true;
        if (policy.equals("Forbid")) {
            String what = "Not starting job because prior execution is running and concurrency policy is Forbid";
            tell(world, cron, "Normal", "JobAlreadyActive", what);
            return false;
        }
        for (JsonNode each : active) {
            ObjectNode job = world.get(Jobs.KEY, Json.namespace(cron), Json.text(each, "name"));
            if (job != null) delete(world, cron, job);
        }
        status.remove("active");
        return true;
    }

    private static void create(World world, ObjectNode cron, ObjectNode status, Instant due) {
        String name = Json.name(cron) + "-" + due.getEpochSecond() / 60;
        try {
            ObjectNode job = world.create(Jobs.KEY, job(cron, name, due));
            tell(world, cron, "Normal", "SuccessfulCreate", "Created job " + name);
            ArrayNode active = status.get("active") instanceof ArrayNode there ? there : status.putArray("active");
            ObjectNode reference =
                    active.addObject().put("apiVersion", "batch/v1").put("kind", "Job");
            reference.put("name", name).put("namespace", Json.namespace(cron));
            reference.put("resourceVersion", Json.text(job, "metadata", "resourceVersion"));
            reference.put("uid", Json.uid(job));
        } catch (Refused refused) {
            if (refused.code() != 409)
                tell(world, cron, "Warning", "FailedCreate", "Error creating job: " + refused.getMessage());
        }
        status.put("lastScheduleTime", Times.seconds(due));
    }

    private static ObjectNode job(ObjectNode cron, String name, Instant due) {
        ObjectNode job = Json.object().put("apiVersion", "batch/v1").put("kind", "Job");
        ObjectNode metadata = Json.object(job, "metadata").put("name", name).put("namespace", Json.namespace(cron));
        for (String copied : List.of("labels", "annotations")) {
            JsonNode given = Json.at(cron, "spec", "jobTemplate", "metadata", copied);
            if (given != null) metadata.set(copied, given.deepCopy());
        }
        String zone = Json.text(cron, "spec", "timeZone");
        ZoneId where = zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone);
        String at = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(due.atZone(where));
        Json.object(metadata, "annotations").put(SCHEDULED, at.replaceFirst("T(\\d\\d:\\d\\d)(Z|[+-])", "T$1:00$2"));
        Owners.own(cron, job);
        JsonNode spec = Json.at(cron, "spec", "jobTemplate", "spec");
        job.set("spec", spec == null ? Json.object() : spec.deepCopy());
        return job;
    }

    private static void tell(World world, ObjectNode cron, String type, String reason, String message) {
        world.events().record(new Happening(COMPONENT, "", cron, "", type, reason, message));
    }
}
