package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Ends a pod that is to be deleted: its containers listen to TERM and are gone soon.
final class Ending {
    private static final Duration LISTENS = Duration.ofMillis(1500);

    private final World world;
    private final ObjectNode pod;
    private final PodRun run;

    Ending(World world, ObjectNode pod, PodRun run) {
        this.world = world;
        this.pod = pod;
        this.run = run;
    }

    void step() {
        Instant stopping = run.stopping;
        if (stopping == null) stopping = announce();
        if (!world.reached(stopping)) return;
        for (ContainerRun each : run.containers) {
            if (each.running()) stop(each, stopping);
        }
        @Nullable ObjectNode written = world.status(Pods.KEY, pod, new PodStatus(world, pod, run).written());
        if (written != null && Json.list(written, "metadata", "finalizers").isEmpty()) world.remove(Pods.KEY, written);
    }

    /// What serves for ever ends well when it is told to; what had a task has failed in it.
    private void stop(ContainerRun each, Instant at) {
        boolean serves = Json.text(pod, "spec", "restartPolicy").equals("Always");
        each.end(at, serves ? 0 : 143, serves ? "Completed" : "Error");
    }

    private Instant announce() {
        int grace = Json.number(30, pod, "metadata", "deletionGracePeriodSeconds");
        boolean any = run.containers.stream().anyMatch(ContainerRun::running);
        Duration needs = any ? LISTENS : Duration.ZERO;
        Duration allowed = Duration.ofSeconds(grace);
        Instant stopping = world.now().plus(needs.compareTo(allowed) < 0 ? needs : allowed);
        run.stopping = stopping;
        for (ContainerRun each : run.containers) {
            if (each.running()) tell(each);
        }
        return stopping;
    }

    private void tell(ContainerRun each) {
        String message = "Stopping container " + each.name;
        world.events()
                .record(new Happening("kubelet", Pods.node(pod), pod, each.field(), "Normal", "Killing", message));
    }
}
