package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One CronJob and its Jobs: which run, which have ended, which are to be forgotten, whether one is due.
final class CronJobs {
    static final String KEY = "cronjobs.batch";

    private static final String COMPONENT = "cronjob-controller";

    private final World world;
    private final ObjectNode cron;
    private final ObjectNode copy;
    private final ObjectNode status;
    private final List<ObjectNode> jobs;

    CronJobs(World world, ObjectNode cron) {
        this.world = world;
        this.cron = cron;
        copy = cron.deepCopy();
        status = Json.object(copy, "status");
        jobs = world.list(Jobs.KEY, Json.namespace(cron)).stream()
                .filter(job -> Owners.controls(cron, job))
                .toList();
    }

    void step() {
        forget("Complete", Json.number(Integer.MAX_VALUE, cron, "spec", "successfulJobsHistoryLimit"));
        forget("Failed", Json.number(Integer.MAX_VALUE, cron, "spec", "failedJobsHistoryLimit"));
        jobs.forEach(this::follow);
        miss();
        if (!Owners.deleted(cron) && !Json.is(cron, "spec", "suspend")) new CronStart(this).step();
        world.status(KEY, cron, copy);
    }

    World world() {
        return world;
    }

    ObjectNode cron() {
        return cron;
    }

    ObjectNode status() {
        return status;
    }

    List<JsonNode> active() {
        return Json.list(status, "active");
    }

    @Nullable
    ObjectNode job(String name) {
        return jobs.stream()
                .filter(job -> Json.name(job).equals(name))
                .findFirst()
                .orElse(null);
    }

    private void forget(String end, int limit) {
        List<ObjectNode> ended = jobs.stream()
                .filter(job -> Jobs.finished(job).equals(end) && !Owners.deleted(job))
                .sorted(Comparator.comparing((ObjectNode job) -> started(job)).thenComparing(Json::name))
                .toList();
        ended.subList(0, Math.max(0, ended.size() - limit)).forEach(this::delete);
    }

    private static Instant started(ObjectNode job) {
        Instant at = Times.read(job, "status", "startTime");
        return at == null ? Instant.MAX : at;
    }

    void delete(ObjectNode job) {
        world.delete(Jobs.KEY, job, "Background");
        inactive(Json.uid(job));
        tell("Normal", "SuccessfulDelete", "Deleted job " + Json.name(job));
    }

    private void follow(ObjectNode job) {
        String end = Jobs.finished(job);
        boolean known = active(Json.uid(job));
        if (end.isEmpty() && !known) {
            String what = "Saw a job that the controller did not create or forgot: ";
            tell("Warning", "UnexpectedJob", what + Json.name(job));
        }
        if (end.isEmpty()) return;
        if (known) {
            inactive(Json.uid(job));
            tell("Normal", "SawCompletedJob", "Saw completed job: %s, condition: %s".formatted(Json.name(job), end));
        }
        String at = Json.text(job, "status", "completionTime");
        if (end.equals("Complete") && at.compareTo(Json.text(status, "lastSuccessfulTime")) > 0)
            status.put("lastSuccessfulTime", at);
    }

    private boolean active(String uid) {
        return active().stream().anyMatch(each -> Json.text(each, "uid").equals(uid));
    }

    private void miss() {
        for (JsonNode each : new ArrayList<>(active())) {
            String uid = Json.text(each, "uid");
            if (jobs.stream().anyMatch(job -> Json.uid(job).equals(uid))) continue;
            inactive(uid);
            tell("Normal", "MissingJob", "Active job went missing: " + Json.text(each, "name"));
        }
    }

    private void inactive(String uid) {
        ArrayNode rest = Json.object().putArray("active");
        for (JsonNode each : active()) if (!Json.text(each, "uid").equals(uid)) rest.add(each);
        if (rest.isEmpty()) status.remove("active");
        else status.set("active", rest);
    }

    void started(ObjectNode job, Instant due) {
        ArrayNode active = status.get("active") instanceof ArrayNode there ? there : status.putArray("active");
        ObjectNode reference = active.addObject().put("apiVersion", "batch/v1").put("kind", "Job");
        reference.put("name", Json.name(job)).put("namespace", Json.namespace(job));
        reference.put("resourceVersion", Json.text(job, "metadata", "resourceVersion"));
        reference.put("uid", Json.uid(job));
        status.put("lastScheduleTime", Times.seconds(due));
    }

    void tell(String type, String reason, String message) {
        world.events().record(new Happening(COMPONENT, "", cron, "", type, reason, message));
    }
}
