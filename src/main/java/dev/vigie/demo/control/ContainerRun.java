package dev.vigie.demo.control;

import dev.vigie.demo.model.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the kubelet remembers of one container of one pod.
final class ContainerRun {
    /// Where in the pod it stands.
    enum Role {
        INIT,
        SIDECAR,
        MAIN
    }

    final Role role;
    final String name;
    final Backoff crashes = new Backoff();
    final Backoff pulls = new Backoff();
    final Probes probes = new Probes();
    int restarts;

    @Nullable
    Attempt current;

    @Nullable
    Attempt previous;
    /// Why it does not run, when that is known better than its state tells; with a message.
    String waiting = "";

    String message = "";
    /// The end of a pull that is under way.
    @Nullable
    Instant pulling;

    @Nullable
    Instant pullingSince;

    String pullError = "";
    /// Not to be started before.
    Instant retry = Instant.MIN;
    /// When a kill that was sent takes effect.
    @Nullable
    Instant dying;

    Instant lastBackoffEvent = Instant.MIN;

    ContainerRun(Role role, String name) {
        this.role = role;
        this.name = name;
    }

    boolean running() {
        return current != null && current.isRunning();
    }

    boolean endedWell() {
        return current != null && !current.isRunning() && current.exitCode() == 0;
    }

    /// Running, and its startup probe succeeded.
    boolean started() {
        return running() && probes.started();
    }

    boolean ready() {
        if (role == Role.INIT) return endedWell();
        return started() && probes.ready();
    }

    String field() {
        return (role == Role.MAIN ? "spec.containers{" : "spec.initContainers{") + name + "}";
    }

    void waits(String reason, String why) {
        waiting = reason;
        message = why;
    }

    void start(String id, Instant now) {
        if (current != null) {
            previous = current;
            restarts++;
        }
        current = Attempt.running(id, now);
        waits("", "");
        retry = Instant.MIN;
        dying = null;
        probes.restart();
    }

    void end(Instant at, int exitCode, String reason) {
        if (current != null) current = current.ended(at, exitCode, reason);
        dying = null;
        waits("", "");
        probes.stop();
    }

    /// Takes over what a status says, after a restart of the program.
    void adopt(ObjectNode status) {
        restarts = Json.number(0, status, "restartCount");
        Attempt last = attempt(Json.at(status, "lastState"));
        Attempt now = attempt(Json.at(status, "state"));
        current = now == null ? last : now;
        previous = now == null ? null : last;
        if (current != null && current.isRunning()) probes.adopt(Json.is(status, "ready"), Json.is(status, "started"));
    }

    private @Nullable Attempt attempt(@Nullable JsonNode state) {
        String id = Hashes.sha256(name + state);
        Instant started = Times.read(state, "running", "startedAt");
        if (started != null) return Attempt.running("containerd://" + id, started);
        JsonNode end = Json.at(state, "terminated");
        Instant from = Times.read(end, "startedAt");
        Instant to = Times.read(end, "finishedAt");
        if (end == null || from == null || to == null) return null;
        return new Attempt(
                Json.text(end, "containerID"), from, to, Json.number(0, end, "exitCode"), Json.text(end, "reason"));
    }
}
