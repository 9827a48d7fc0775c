package dev.vigie.demo.control;

import dev.vigie.demo.image.Image;
import dev.vigie.demo.model.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Brings one pod as far as it can be brought now: volumes, sandbox, init containers, containers, probes.
final class PodSync {
    private static final Duration SANDBOX = Duration.ofMillis(600);
    private static final Duration NOTICED = Duration.ofSeconds(1);

    private final World world;
    private final ObjectNode pod;
    private final PodRun run;
    private final Kubelet kubelet;

    PodSync(World world, ObjectNode pod, PodRun run, Kubelet kubelet) {
        this.world = world;
        this.pod = pod;
        this.run = run;
        this.kubelet = kubelet;
    }

    void step() {
        if (sandboxed()) {
            for (ContainerRun each : run.containers) live(each);
            if (!dead()) advance();
        }
        PodStatus status = new PodStatus(world, pod, run);
        world.status(Pods.KEY, pod, status.written());
        if (status.ended()) stopSidecars();
    }

    private boolean sandboxed() {
        if (run.sandbox != null) return true;
        if (!mounted()) return false;
        if (!world.reached(Times.earlier(run.seen, world.now()).plus(SANDBOX))) return false;
        run.sandbox = world.now();
        run.ip = kubelet.addresses().next(world, pod);
        return true;
    }

    private boolean mounted() {
        Map<String, String> faults = new References(world, pod).unmountable();
        if (faults.isEmpty()) return true;
        if (!world.reached(run.mountRetry)) return false;
        faults.forEach((volume, fault) -> {
            String message = "MountVolume.SetUp failed for volume \"%s\" : %s".formatted(volume, fault);
            tell("", "Warning", "FailedMount", message);
        });
        run.mounts.next(world.now());
        Duration wait = run.mounts.length().compareTo(Duration.ofMinutes(2)) > 0
                ? Duration.ofMinutes(2)
                : run.mounts.length().dividedBy(4);
        run.mountRetry = world.now().plus(wait);
        world.wake(run.mountRetry);
        return false;
    }

    private void tell(String field, String type, String reason, String message) {
        world.events().record(new Happening("kubelet", Pods.node(pod), pod, field, type, reason, message));
    }

    /// Lets a running container end when its image says so, when it takes too much memory, or when it was killed.
    private void live(ContainerRun each) {
        ObjectNode spec = PodRun.spec(pod, each);
        Attempt attempt = each.current;
        if (attempt == null || !attempt.isRunning()) return;
        if (endedInside(each, attempt)) return;
        Instant dying = each.dying;
        if (dying != null) {
            if (world.reached(dying)) each.end(dying, 137, "Error");
            return;
        }
        Lifetime.Death death = lifetime().of(spec, attempt.started());
        if (death != null && world.reached(death.at())) each.end(death.at(), death.exitCode(), death.reason());
        else new Probing(world, kubelet.images()).probe(new Probing.Subject(pod, run, each, spec));
    }

    /// The status says that this attempt has ended: something inside ended the first process.
    private boolean endedInside(ContainerRun each, Attempt attempt) {
        String list = each.role == ContainerRun.Role.MAIN ? "containerStatuses" : "initContainerStatuses";
        for (JsonNode status : Json.list(pod, "status", list)) {
            JsonNode end = Json.at(status, "state", "terminated");
            boolean meant = Json.text(status, "name").equals(each.name)
                    && Json.text(end, "containerID").equals(attempt.id());
            if (!meant) continue;
            Instant at = Times.read(end, "finishedAt");
            each.end(at == null ? world.now() : at, Json.number(0, end, "exitCode"), Json.text(end, "reason"));
            return true;
        }
        return false;
    }

    private Lifetime lifetime() {
        return new Lifetime(kubelet.images());
    }

    private boolean dead() {
        return new PodStatus(world, pod, run).ended();
    }

    private void advance() {
        if (!run.initialized) {
            for (ContainerRun each : run.first()) {
                if (!passed(each)) return;
            }
        } else {
            run.all(ContainerRun.Role.SIDECAR).forEach(this::keep);
        }
        for (ContainerRun each : run.all(ContainerRun.Role.MAIN)) keep(each);
    }

    /// True when the next container may start.
    private boolean passed(ContainerRun each) {
        if (each.role == ContainerRun.Role.INIT && each.endedWell()) return true;
        keep(each);
        return each.role == ContainerRun.Role.SIDECAR && each.started();
    }

    private void keep(ContainerRun each) {
        if (each.running() || (each.current != null && !restarts(each))) return;
        ObjectNode spec = PodRun.spec(pod, each);
        if (!world.reached(each.retry) || !rested(each)) return;
        if (!kubelet.pulls().ensure(new Pulls.Errand(world, pod, each, spec))) return;
        String missing = new References(world, pod).missing(spec);
        if (missing == null) start(each);
        else {
            each.waits("CreateContainerConfigError", missing);
            tell(each.field(), "Warning", "Failed", "Error: " + missing);
            each.retry = world.now().plusSeconds(12);
            world.wake(each.retry);
        }
    }

    private boolean restarts(ContainerRun each) {
        return restarts(pod, each);
    }

    static boolean restarts(ObjectNode pod, ContainerRun each) {
        String policy = Json.text(pod, "spec", "restartPolicy");
        boolean failed = each.current != null && each.current.failed();
        return switch (each.role) {
            case SIDECAR -> true;
            case INIT -> failed && !policy.equals("Never");
            case MAIN -> policy.equals("OnFailure") ? failed : !policy.equals("Never");
        };
    }

    /// Waits out the back-off of a container that ended; true when it may start again.
    private boolean rested(ContainerRun each) {
        Instant finished = each.current == null ? null : each.current.finished();
        if (finished == null || each.pulling != null) return true;
        if (!world.reached(finished.plus(NOTICED))) return false;
        Instant until = each.crashes.until(finished);
        if (!world.now().isBefore(until)) return true;
        backOff(each);
        world.wake(until);
        return false;
    }

    private void backOff(ContainerRun each) {
        if (!world.reached(each.lastBackoffEvent.equals(Instant.MIN) ? Instant.MIN : again(each))) return;
        each.lastBackoffEvent = world.now();
        String full = PodRun.full(pod);
        String length = Times.go(each.crashes.length());
        each.waits(
                "CrashLoopBackOff",
                "back-off %s restarting failed container=%s pod=%s".formatted(length, each.name, full));
        String message = "Back-off restarting failed container %s in pod %s".formatted(each.name, full);
        tell(each.field(), "Warning", "BackOff", message);
    }

    /// Once after each end, then every minute.
    private static Instant again(ContainerRun each) {
        return each.waiting.isEmpty() ? Instant.MIN : each.lastBackoffEvent.plusSeconds(60);
    }

    private void start(ContainerRun each) {
        Attempt before = each.current;
        if (before != null && before.finished() != null) each.crashes.next(before.finished());
        int number = before == null ? 0 : each.restarts + 1;
        String id = "containerd://" + Hashes.sha256(Json.uid(pod) + "/" + each.name + "/" + number);
        each.start(id, world.now());
        if (each.role == ContainerRun.Role.MAIN) run.initialized = true;
        tell(each.field(), "Normal", "Created", "Container created");
        tell(each.field(), "Normal", "Started", "Container started");
        live(each);
    }

    private void stopSidecars() {
        List<ContainerRun> sidecars = run.all(ContainerRun.Role.SIDECAR);
        for (ContainerRun each : sidecars) {
            if (each.running()) each.end(world.now(), 0, "Completed");
        }
    }

    /// How long containers live by themselves.
    record Lifetime(Function<String, Image> images) {
        /// An end that will come.
        record Death(Instant at, int exitCode, String reason) {}

        @Nullable
        Death of(ObjectNode spec, Instant started) {
            Image image = images.apply(Json.text(spec, "image"));
            Image.End end = image.end(spec);
            Death own = end == null ? null : new Death(started.plus(end.after()), end.exitCode(), end.reason());
            Quantity limit = Quantity.of(Json.at(spec, "resources", "limits", "memory"));
            Duration full = limit.zero() ? null : image.exceeds(limit.whole());
            if (full == null) return own;
            Instant at = started.plus(full);
            return own != null && own.at.isBefore(at) ? own : new Death(at, 137, "OOMKilled");
        }
    }
}
