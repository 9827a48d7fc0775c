package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One Job that is not over.
final class JobRun {
    private static final String COMPONENT = "job-controller";
    private static final String FAILING = "FailureTarget";
    private static final String SUCCEEDING = "SuccessCriteriaMet";

    private final World world;
    private final ObjectNode job;
    private final ObjectNode copy;
    private final ObjectNode status;
    private final JobPods pods;
    private final Patience patience;
    private final BitSet done;
    private final List<ObjectNode> counted = new ArrayList<>();
    private JobBackoff backoff;
    private int active;
    private int ready;
    private int terminating;

    JobRun(World world, ObjectNode job, JobBackoff backoff, Patience patience) {
        this.world = world;
        this.patience = patience;
        this.job = job;
        this.backoff = backoff;
        copy = job.deepCopy();
        status = Json.object(copy, "status");
        done = JobIndexes.parse(Json.text(status, "completedIndexes"));
        pods = new JobPods(world, job);
        active = pods.active().size();
        ready = (int) pods.active().stream().filter(Pods::ready).count();
        terminating = pods.terminating();
    }

    /// The waits of this Job after this step; null when the step could not be noted.
    @Nullable
    JobBackoff step() {
        count();
        if (!suspended() && !status.has("startTime")) status.put("startTime", world.timestamp());
        judge();
        if (target() != null) pods.active().forEach(this::delete);
        else work();
        String event = conclude();
        numbers();
        if (world.status(Jobs.KEY, job, copy) == null) return null;
        counted.forEach(pod -> Jobs.release(world, pod));
        ObjectNode target = target();
        if (!event.isEmpty() && target != null) {
            if (event.equals("Completed")) tell("Normal", event, "Job completed");
            else tell("Warning", event, Json.text(target, "message"));
        }
        return backoff;
    }

    private boolean suspended() {
        return Json.is(job, "spec", "suspend");
    }

    private int spec(String field, int otherwise) {
        return Json.number(otherwise, job, "spec", field);
    }

    private int number(String field) {
        return Json.number(0, status, field);
    }

    /// Every pod that ended is counted once: its finalizer says whether it was.
    private void count() {
        List<ObjectNode> succeeded = pods.succeeded();
        List<ObjectNode> failed = pods.failed(target() != null);
        counted.addAll(succeeded);
        counted.addAll(failed);
        backoff = backoff.after(succeeded, failed);
        if (Jobs.indexed(job)) {
            succeeded.stream()
                    .mapToInt(pod -> Jobs.index(job, pod))
                    .filter(index -> index >= 0)
                    .forEach(done::set);
            failed = failed.stream().filter(pod -> Jobs.index(job, pod) >= 0).toList();
            if (!done.isEmpty()) status.put("completedIndexes", JobIndexes.text(done));
            add("succeeded", done.cardinality() - number("succeeded"));
        } else {
            add("succeeded", succeeded.size());
        }
        add("failed", failed.size());
    }

    private void add(String field, int more) {
        if (more != 0) status.put(field, number(field) + more);
    }

    /// What the Job is about to end as, or null while it works.
    private @Nullable ObjectNode target() {
        for (String type : List.of(SUCCEEDING, FAILING)) {
            ObjectNode found = Conditions.find(status, type);
            if (found != null && Json.text(found, "status").equals("True")) return found;
        }
        return null;
    }

    private void judge() {
        if (target() != null) return;
        int limit = spec("backoffLimit", 6);
        String policy = Json.text(job, "spec", "template", "spec", "restartPolicy");
        int restarts = policy.equals("OnFailure") ? pods.restarts() : 0;
        int deadline = spec("activeDeadlineSeconds", -1);
        Instant started = Times.read(status, "startTime");
        if (number("failed") > limit || (restarts > 0 && restarts >= limit))
            put(FAILING, "True", "BackoffLimitExceeded", "Job has reached the specified backoff limit");
        else if (deadline >= 0 && !suspended() && started != null && world.reached(started.plusSeconds(deadline)))
            put(FAILING, "True", "DeadlineExceeded", "Job was active longer than specified deadline");
    }

    private void put(String type, String value, String reason, String message) {
        String now = world.timestamp();
        Conditions.put(status, Conditions.of(type, value, reason, message, now).put("lastProbeTime", now));
    }

    private void work() {
        List<ObjectNode> surplus = pods.surplus(suspended() ? active : Math.max(0, active - wanted()));
        surplus.forEach(this::giveUp);
        if (surplus.isEmpty() && !suspended()) fill();
        if (complete()) put(SUCCEEDING, "True", "CompletionsReached", "Reached expected number of succeeded pods");
        else if (suspended() != Conditions.is(job, "Suspended", "True")) turn();
    }

    private int wanted() {
        int parallel = spec("parallelism", 1);
        JsonNode completions = Json.at(job, "spec", "completions");
        if (completions != null) return Math.max(0, Math.min(parallel, completions.asInt() - number("succeeded")));
        return number("succeeded") > 0 ? active : parallel;
    }

    private boolean complete() {
        JsonNode completions = Json.at(job, "spec", "completions");
        int enough = completions == null ? 1 : completions.asInt();
        return active == 0 && number("succeeded") >= enough;
    }

    /// Suspends or resumes.
    private void turn() {
        if (suspended()) {
            put("Suspended", "True", "JobSuspended", "Job suspended");
            status.remove("startTime");
            tell("Normal", "Suspended", "Job suspended");
        } else {
            put("Suspended", "False", "JobResumed", "Job resumed");
            status.put("startTime", world.timestamp());
            tell("Normal", "Resumed", "Job resumed");
        }
    }

    /// A pod that is no longer wanted has not failed, so it is not counted.
    private void giveUp(ObjectNode pod) {
        ObjectNode released = Jobs.release(world, pod);
        if (released != null) delete(released);
    }

    private void delete(ObjectNode pod) {
        world.delete(Pods.KEY, pod, "Background");
        tell("Normal", "SuccessfulDelete", "Deleted pod: " + Json.name(pod));
        active--;
        terminating++;
        if (Pods.ready(pod)) ready--;
    }

    private void fill() {
        int missing = wanted() - active - (pods.awaited() ? terminating : 0);
        if (missing <= 0 || !backoff.over(world) || !patience.may(world, Json.uid(job))) return;
        List<Integer> indexes =
                Jobs.indexed(job) ? pods.pending(done, missing) : Collections.nCopies(missing, Jobs.NO_INDEX);
        for (int index : indexes) {
            if (!create(index)) return;
            active++;
        }
    }

    private boolean create(int index) {
        JsonNode template = Json.at(job, "spec", "template");
        if (template == null) return false;
        try {
            String name = Json.name(world.create(Pods.KEY, Jobs.pod(job, template, index)));
            tell("Normal", "SuccessfulCreate", "Created pod: " + name);
            patience.forget(Json.uid(job));
            return true;
        } catch (Refused refused) {
            tell("Warning", "FailedCreate", "Error creating: " + refused.getMessage());
            patience.failed(world, Json.uid(job));
            return false;
        }
    }

    /// The Job is over once none of its pods is left to be waited for; the reason of the event that tells so.
    private String conclude() {
        ObjectNode target = target();
        if (target == null || active > 0 || terminating > 0) return "";
        boolean well = Json.text(target, "type").equals(SUCCEEDING);
        String reason = Json.text(target, "reason");
        put(well ? "Complete" : "Failed", "True", reason, Json.text(target, "message"));
        if (well) status.put("completionTime", world.timestamp());
        return well ? "Completed" : reason;
    }

    private void numbers() {
        if (active == 0) status.remove("active");
        else status.put("active", active);
        status.put("ready", ready).put("terminating", terminating);
        Json.object(status, "uncountedTerminatedPods");
    }

    private void tell(String type, String reason, String message) {
        world.events().record(new Happening(COMPONENT, "", job, "", type, reason, message));
    }
}
