package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One Job that is not over.
final class JobRun {
    private static final String COMPONENT = "job-controller";
    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final World world;
    private final ObjectNode job;
    private final ObjectNode copy;
    private final ObjectNode status;
    private final List<ObjectNode> pods;
    private final List<ObjectNode> counted = new ArrayList<>();
    private @Nullable Runnable ending;

    JobRun(World world, ObjectNode job) {
        this.world = world;
        this.job = job;
        copy = job.deepCopy();
        status = Json.object(copy, "status");
        pods = Owners.claimed(world, Pods.KEY, job);
    }

    private int spec(String field, int otherwise) {
        return Json.number(otherwise, job, "spec", field);
    }

    private boolean suspended() {
        return Json.is(job, "spec", "suspend");
    }

    private List<ObjectNode> active() {
        return pods.stream().filter(Pods::active).toList();
    }

    void step() {
        count();
        if (!suspended() && !status.has("startTime")) status.put("startTime", world.timestamp());
        String failure = failure();
        boolean done = complete();
        List<Runnable> after = new ArrayList<>();
        if (failure != null) fail(failure);
        else if (done) succeed();
        else if (suspended()) suspend(after);
        else manage(after);
        numbers();
        ObjectNode written = world.status(Jobs.KEY, job, copy);
        if (written == null) return;
        counted.forEach(pod -> Jobs.release(world, pod));
        if (ending != null) ending.run();
        after.forEach(Runnable::run);
    }

    /// Every pod that ended is counted once: its finalizer says whether it was.
    private void count() {
        for (ObjectNode pod : pods) {
            if (!Jobs.tracked(pod) || !Pods.ended(pod)) continue;
            String field = Pods.phase(pod).equals("Succeeded") ? "succeeded" : "failed";
            status.put(field, Json.number(0, status, field) + 1);
            counted.add(pod);
        }
    }

    private int number(String field) {
        return Json.number(0, status, field);
    }

    private boolean complete() {
        JsonNode completions = Json.at(job, "spec", "completions");
        if (completions != null) return number("succeeded") >= completions.asInt();
        return number("succeeded") > 0 && active().isEmpty();
    }

    /// Reason and message, separated by a newline, or null.
    private @Nullable String failure() {
        int limit = spec("backoffLimit", 6);
        boolean again =
                Json.text(job, "spec", "template", "spec", "restartPolicy").equals("OnFailure");
        int restarts = again ? active().stream().mapToInt(Pods::restarts).sum() : 0;
        boolean many = number("failed") > limit || (restarts > 0 && restarts >= limit);
        if (many) return "BackoffLimitExceeded\nJob has reached the specified backoff limit";
        int deadline = spec("activeDeadlineSeconds", -1);
        Instant started = Times.read(status, "startTime");
        boolean late = deadline >= 0 && started != null && world.reached(started.plusSeconds(deadline));
        return late ? "DeadlineExceeded\nJob was active longer than specified deadline" : null;
    }

    private void fail(String failure) {
        String reason = failure.substring(0, failure.indexOf('\n'));
        String message = failure.substring(failure.indexOf('\n') + 1);
        condition("FailureTarget", reason, message);
        deleteActive();
        if (!active().isEmpty()) return;
        condition("Failed", reason, message);
        ending = () -> tell("Warning", reason, message);
    }

    private void succeed() {
        String message = "Reached expected number of succeeded pods";
        condition("SuccessCriteriaMet", "CompletionsReached", message);
        deleteActive();
        if (!active().isEmpty()) return;
        condition("Complete", "CompletionsReached", message);
        status.put("completionTime", world.timestamp());
        ending = () -> tell("Normal", "Completed", "Job completed");
    }

    private void deleteActive() {
        for (ObjectNode pod : active()) delete(pod);
    }

    private void delete(ObjectNode pod) {
        world.delete(Pods.KEY, pod, "Background");
        tell("Normal", "SuccessfulDelete", "Deleted pod: " + Json.name(pod));
    }

    private void condition(String type, String reason, String message) {
        put(type, "True", reason, message);
    }

    private void put(String type, String value, String reason, String message) {
        ObjectNode before = Conditions.find(status, type);
        if (before != null && Json.text(before, "status").equals(value)) return;
        String now = world.timestamp();
        Conditions.put(status, Conditions.of(type, value, reason, message, now).put("lastProbeTime", now));
    }

    private void suspend(List<Runnable> after) {
        if (!Conditions.is(job, "Suspended", "True")) {
            put("Suspended", "True", "JobSuspended", "Job suspended");
            after.add(() -> tell("Normal", "Suspended", "Job suspended"));
        }
        status.remove("startTime");
        deleteActive();
    }

    private void manage(List<Runnable> after) {
        if (Conditions.is(job, "Suspended", "True")) {
            put("Suspended", "False", "JobResumed", "Job resumed");
            status.put("startTime", world.timestamp());
            after.add(() -> tell("Normal", "Resumed", "Job resumed"));
        }
        int wanted = wanted();
        List<ObjectNode> active = active();
        long ending = pods.stream()
                .filter(pod -> Owners.deleted(pod) && !Pods.ended(pod))
                .count();
        for (ObjectNode pod : active.subList(Math.min(wanted, active.size()), active.size())) delete(pod);
        int missing = (int) (wanted - active.size() - ending);
        if (missing > 0 && rested()) after.add(() -> create(missing));
    }

    private int wanted() {
        int parallel = spec("parallelism", 1);
        JsonNode completions = Json.at(job, "spec", "completions");
        if (completions != null) return Math.min(parallel, completions.asInt() - number("succeeded"));
        return number("succeeded") > 0 ? Math.min(parallel, active().size()) : parallel;
    }

    /// Waits after failures: ten seconds, doubling.
    private boolean rested() {
        int failed = number("failed");
        if (failed == 0) return true;
        Instant last = pods.stream()
                .filter(pod -> Pods.phase(pod).equals("Failed"))
                .map(JobRun::finished)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failed - 1, 10));
        if (wait.compareTo(LONGEST_WAIT) > 0) wait = LONGEST_WAIT;
        return last == null || world.reached(last.plus(wait));
    }

    private static @Nullable Instant finished(ObjectNode pod) {
        Instant last = null;
        for (JsonNode each : Json.list(pod, "status", "containerStatuses")) {
            Instant end = Times.read(each, "state", "terminated", "finishedAt");
            if (end != null && (last == null || end.isAfter(last))) last = end;
        }
        return last;
    }

    private void create(int missing) {
        JsonNode template = Json.at(job, "spec", "template");
        for (int i = 0; i < missing && template != null; i++) {
            ObjectNode pod = Pods.named(Pods.from(job, template), Json.name(job) + "-");
            Json.object(pod, "metadata").putArray("finalizers").add(Jobs.TRACKED);
            try {
                tell("Normal", "SuccessfulCreate", "Created pod: " + Json.name(world.create(Pods.KEY, pod)));
            } catch (Refused refused) {
                tell("Warning", "FailedCreate", "Error creating: " + refused.getMessage());
                world.wake(world.now().plusSeconds(10));
                return;
            }
        }
    }

    private void numbers() {
        List<ObjectNode> active =
                Json.list(status, "conditions").isEmpty() || Jobs.finished(copy).isEmpty() ? active() : List.of();
        int ready = (int) active.stream().filter(Pods::ready).count();
        int ends = (int) pods.stream()
                .filter(pod -> Owners.deleted(pod) && !Pods.ended(pod))
                .count();
        if (active.isEmpty()) status.remove("active");
        else status.put("active", active.size());
        status.put("ready", ready).put("terminating", ends);
        Json.object(status, "uncountedTerminatedPods");
    }

    private void tell(String type, String reason, String message) {
        world.events().record(new Happening(COMPONENT, "", job, "", type, reason, message));
    }
}
