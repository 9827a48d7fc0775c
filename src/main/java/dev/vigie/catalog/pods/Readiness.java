package dev.vigie.catalog.pods;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.catalog.pods.Container.Role;
import dev.vigie.kind.Page.Why;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Pods that run, but are not ready for visitors.
final class Readiness {
    private static final Messages TEXTS = Messages.of("pods");

    private Readiness() {}

    static @Nullable Why starting(Pod pod, Container container) {
        boolean waits = container.running() && container.notStartedYet() && container.probed("startupProbe");
        if (!waits || container.is(Role.INIT)) return null;
        return Evidence.of(pod, container)
                .probe(container, "startupProbe")
                .since(TEXTS.say("label.started"), container.startedAt())
                .restarts(container)
                .progress(
                        TEXTS.say("starting.title", container.name()),
                        TEXTS.say("starting.sentence"),
                        TEXTS.say("starting.next"));
    }

    static @Nullable Why unready(Pod pod, Container container) {
        boolean not = container.running() && !container.ready() && !container.is(Role.INIT);
        if (!not || !container.probed("readinessProbe")) return null;
        Evidence evidence = Evidence.of(pod, container)
                .probe(container, "readinessProbe")
                .since(TEXTS.say("label.started"), container.startedAt())
                .restarts(container);
        if (!pod.longer(container.startedAt(), firstWord(container)))
            return evidence.progress(
                    TEXTS.say("soon.title", container.name()), TEXTS.say("soon.sentence"), TEXTS.say("soon.next"));
        return evidence.since(TEXTS.say("label.notready"), pod.since("Ready"))
                .error(
                        TEXTS.say("unready.title", container.name()),
                        TEXTS.say("unready.sentence"),
                        TEXTS.say("unready.next"));
    }

    /// After that time a probe has had its say.
    private static Duration firstWord(Container container) {
        JsonNode probe = container.spec().path("readinessProbe");
        long first = Fields.number(0, probe, "initialDelaySeconds");
        long period = Fields.number(10, probe, "periodSeconds");
        return Duration.ofSeconds(first + 2 * period + Fields.number(1, probe, "timeoutSeconds"));
    }

    /// What others have to say before the pod counts as ready.
    static @Nullable Why gates(Pod pod) {
        List<String> open = new ArrayList<>();
        for (JsonNode gate : Fields.list(pod.object(), "spec", "readinessGates")) {
            String type = Fields.text(gate, "conditionType");
            if (!pod.holds(type)) open.add(type);
        }
        if (open.isEmpty() || !pod.phase().equals("Running")) return null;
        return Evidence.of(pod)
                .code("readinessGates", String.join("\n", open))
                .message(Fields.text(pod.condition(open.getFirst()), "message"))
                .since(TEXTS.say("label.notready"), pod.since("Ready"))
                .warn(TEXTS.say("gates.title"), TEXTS.say("gates.sentence"), TEXTS.say("gates.next"));
    }
}
