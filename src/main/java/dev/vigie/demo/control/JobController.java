package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Runs the pods of Jobs until enough have succeeded or too many have failed.
final class JobController implements Controller {
    private final Each jobs = new Each(Jobs.KEY);
    private final Each pods = new Each(Pods.KEY);

    @Override
    public void run(World world) {
        jobs.run(world, job -> sync(world, job));
        pods.run(world, pod -> release(world, pod));
    }

    private static void sync(World world, ObjectNode job) {
        // without a selector nothing would be known as its own
        if (Owners.deleted(job) || Json.at(job, "spec", "selector") == null) return;
        if (Jobs.finished(job).isEmpty()) new JobRun(world, job).step();
        else expire(world, job);
    }

    private static void expire(World world, ObjectNode job) {
        int seconds = Json.number(-1, job, "spec", "ttlSecondsAfterFinished");
        JsonNode end = Conditions.in(job, Jobs.finished(job));
        Instant finished = Times.read(end, "lastTransitionTime");
        if (seconds >= 0 && finished != null && world.reached(finished.plusSeconds(seconds)))
            world.delete(Jobs.KEY, job, "Background");
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
