package dev.vigie.demo.control;

import dev.vigie.demo.image.Image;
import dev.vigie.demo.model.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Asks the probes of a running container when they are due.
final class Probing {
    private static final Duration SEEN_AHEAD = Duration.ofMinutes(10);
    private static final Duration SAID_AGAIN = Duration.ofMinutes(2);

    private final World world;
    private final Function<String, Image> images;

    Probing(World world, Function<String, Image> images) {
        this.world = world;
        this.images = images;
    }

    /// One container of one pod under its probes.
    record Subject(ObjectNode pod, PodRun run, ContainerRun container, ObjectNode spec) {}

    void probe(Subject subject) {
        Probes probes = subject.container.probes;
        probes.startup.wanted = subject.spec.has("startupProbe");
        probes.readiness.wanted = subject.spec.has("readinessProbe");
        probes.liveness.wanted = subject.spec.has("livenessProbe");
        if (!subject.container.running() || subject.container.dying != null) return;
        if (probes.startup.wanted && !probes.startup.passed) {
            ask(subject, "Startup", probes.startup);
            return;
        }
        ask(subject, "Readiness", probes.readiness);
        ask(subject, "Liveness", probes.liveness);
    }

    private void ask(Subject subject, String kind, Probe probe) {
        if (!probe.wanted || !subject.container.running() || subject.container.dying != null) return;
        JsonNode spec = subject.spec.get(kind.toLowerCase(java.util.Locale.ROOT) + "Probe");
        Instant due = probe.due;
        if (due == null) due = first(subject, spec);
        probe.due = due;
        if (!world.reached(due)) return;
        String fault = fault(subject, spec, Duration.ZERO);
        int failures = Json.number(3, spec, "failureThreshold");
        probe.result(fault == null, Json.number(1, spec, "successThreshold"), failures);
        Duration period = Duration.ofSeconds(Math.max(1, Json.number(10, spec, "periodSeconds")));
        Instant next = world.now()
                .plus(period.multipliedBy(alike(subject, spec, probe, period, fault)))
                .truncatedTo(ChronoUnit.SECONDS);
        probe.due = next;
        world.wake(next);
        if (fault == null) return;
        tell(subject, "Warning", "Unhealthy", kind + " probe failed: " + fault);
        if (!kind.equals("Readiness") && probe.exhausted(failures)) kill(subject, kind);
    }

    /// In how many periods to ask again. What a container answers is known beforehand: while that stays the same and
    /// nobody would hear of it (success is silent, failure after many only now and then), nothing is asked.
    private int alike(Subject subject, @Nullable JsonNode spec, Probe probe, Duration period, @Nullable String fault) {
        boolean quiet = fault == null ? probe.passed : probe.failedLong();
        if (!quiet) return 1;
        int most = (int) Math.max(1, (fault == null ? SEEN_AHEAD : SAID_AGAIN).dividedBy(period));
        for (int periods = 1; periods < most; periods++) {
            if (!Objects.equals(fault, fault(subject, spec, period.multipliedBy(periods)))) return periods;
        }
        return most;
    }

    private static Instant first(Subject subject, @Nullable JsonNode spec) {
        Attempt attempt = subject.container.current;
        Instant started = attempt == null ? Instant.EPOCH : attempt.started();
        return started.plusSeconds(Json.number(0, spec, "initialDelaySeconds")).plusMillis(200);
    }

    private void kill(Subject subject, String kind) {
        String why = "Container %s failed %s probe, will be restarted"
                .formatted(subject.container.name, kind.toLowerCase(java.util.Locale.ROOT));
        tell(subject, "Normal", "Killing", why);
        int grace = Json.number(30, subject.pod, "spec", "terminationGracePeriodSeconds");
        subject.container.dying = world.now().plusSeconds(Math.min(grace, 2));
        world.wake(subject.container.dying);
    }

    private void tell(Subject subject, String type, String reason, String message) {
        String node = Pods.node(subject.pod);
        String field = subject.container.field();
        world.events().record(new Happening("kubelet", node, subject.pod, field, type, reason, message));
    }

    /// What is wrong, or will be so much later, or null.
    private @Nullable String fault(Subject subject, @Nullable JsonNode spec, Duration later) {
        if (Json.at(spec, "exec") != null) return null;
        boolean http = Json.at(spec, "httpGet") != null;
        String form = http ? "httpGet" : Json.at(spec, "tcpSocket") != null ? "tcpSocket" : "grpc";
        int port = port(subject, Json.at(spec, form, "port"));
        String path = http ? Json.text(spec, "httpGet", "path") : "";
        int code = images.apply(Json.text(subject.spec, "image"))
                .answers(port, path, age(subject).plus(later));
        String address = subject.run.ip + ":" + port;
        String refused = "dial tcp " + address + ": connect: connection refused";
        if (!http) return code == 0 ? refused : null;
        String scheme = Json.text(spec, "httpGet", "scheme").equals("HTTPS") ? "https" : "http";
        if (code == 0) return "Get \"%s://%s%s\": %s".formatted(scheme, address, path, refused);
        return code >= 200 && code < 400 ? null : "HTTP probe failed with statuscode: " + code;
    }

    private Duration age(Subject subject) {
        Attempt attempt = subject.container.current;
        return attempt == null ? Duration.ZERO : Duration.between(attempt.started(), world.now());
    }

    private static int port(Subject subject, @Nullable JsonNode port) {
        if (port == null) return 0;
        if (port.isNumber()) return port.asInt();
        for (JsonNode each : Json.list(subject.spec, "ports")) {
            if (Json.text(each, "name").equals(port.asString())) return Json.number(0, each, "containerPort");
        }
        try {
            return Integer.parseInt(port.asString());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
