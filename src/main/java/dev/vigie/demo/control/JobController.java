package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Runs the pods of Jobs until enough have succeeded or too many have failed.
final class JobController implements Controller {
    private static final String NAME = "kubernetes.io/job-controller";

    private final Each jobs = new Each(Jobs.KEY);
    private final Each pods = new Each(Pods.KEY);
    private final Patience patience = new Patience();
    private final Map<String, JobBackoff> backoffs = new HashMap<>();

    @Override
    public void run(World world) {
        jobs.run(world, job -> sync(world, job));
        backoffs.keySet().retainAll(jobs.known());
        pods.run(world, pod -> release(world, pod));
    }

    private void sync(World world, ObjectNode job) {
        // without a selector nothing would be known as its own
        if (Owners.deleted(job) || Json.at(job, "spec", "selector") == null || others(job)) return;
        String uid = Json.uid(job);
        if (!Jobs.finished(job).isEmpty()) {
            backoffs.remove(uid);
            patience.forget(uid);
            expire(world, job);
            return;
        }
        JobBackoff after = new JobRun(world, job, backoffs.getOrDefault(uid, JobBackoff.NONE), patience).step();
        if (after != null) backoffs.put(uid, after);
    }

    private static boolean others(ObjectNode job) {
        String by = Json.text(job, "spec", "managedBy");
        return !by.isEmpty() && !by.equals(NAME);
    }

    private static void expire(World world, ObjectNode job) {
        int seconds = Json.number(-1, job, "spec", "ttlSecondsAfterFinished");
        JsonNode end = Conditions.in(job, Jobs.finished(job));
        Instant finished = Times.read(end, "lastTransitionTime");
        if (seconds >= 0 && finished != null && world.reached(finished.plusSeconds(seconds)))
            world.delete(Jobs.KEY, job, "Foreground");
    }

    /// Pods are held for counting only while there is somebody who counts.
    private static void release(World world, ObjectNode pod) {
        if (!Jobs.tracked(pod)) return;
        List<ObjectNode> jobs = world.list(Jobs.KEY, Json.namespace(pod));
        @Nullable
        ObjectNode job = jobs.stream()
                .filter(each -> Owners.controls(each, pod))
                .findFirst()
                .orElse(null);
        if (job == null || Owners.deleted(job) || !Jobs.finished(job).isEmpty()) Jobs.release(world, pod);
    }
}
