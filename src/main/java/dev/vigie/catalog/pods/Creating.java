package dev.vigie.catalog.pods;

import dev.vigie.base.Messages;
import dev.vigie.catalog.pods.Container.Role;
import dev.vigie.kind.Page.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pods that have a node, but whose containers do not run yet.
final class Creating {
    private static final Messages TEXTS = Messages.of("pods");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Creating() {}

    static @Nullable Why initRuns(Pod pod, Container container) {
        if (!container.is(Role.INIT) || !container.running()) return null;
        return Evidence.of(pod, container)
                .image(container)
                .since(TEXTS.say("label.started"), container.startedAt())
                .restarts(container)
                .progress(
                        TEXTS.say("init.title", container.name()), TEXTS.say("init.sentence"), TEXTS.say("init.next"));
    }

    /// The kubelet of its node has not said a word of it.
    static @Nullable Why untaken(Pod pod) {
        boolean told = pod.containers().stream().anyMatch(Container::told);
        boolean patient = pod.longer(pod.since("PodScheduled"), PATIENCE);
        if (told || !patient || !pod.phase().equals("Pending") || pod.node().isEmpty()) return null;
        return Evidence.of(pod)
                .node()
                .since(TEXTS.say("label.scheduled"), pod.since("PodScheduled"))
                .error(
                        TEXTS.say("untaken.title", pod.node()),
                        TEXTS.say("untaken.sentence"),
                        TEXTS.say("untaken.next"));
    }

    /// Its network and volumes are there: what is left to do is the image.
    static @Nullable Why pulling(Pod pod) {
        Container waiting = waiting(pod);
        if (waiting == null || !pod.holds("PodReadyToStartContainers")) return null;
        return Evidence.of(pod, waiting)
                .image(waiting)
                .node()
                .progress(TEXTS.say("pulling.title"), TEXTS.say("pulling.sentence"), TEXTS.say("pulling.next"));
    }

    /// Its volumes or its network are not there yet.
    static @Nullable Why stuck(Pod pod) {
        Container waiting = waiting(pod);
        if (waiting == null || pod.holds("PodReadyToStartContainers")) return null;
        List<String> volumes = Volumes.needed(pod);
        Instant scheduled = pod.since("PodScheduled");
        Duration ago = pod.ago(scheduled);
        String time = ago == null ? "" : Lapse.say(ago);
        return Evidence.of(pod)
                .words(TEXTS.say("label.volumes"), String.join("\n", volumes))
                .node()
                .since(TEXTS.say("label.scheduled"), scheduled)
                .warn(
                        TEXTS.say("creating.title", time),
                        volumes.isEmpty()
                                ? TEXTS.say("creating.sentence.network")
                                : TEXTS.say("creating.sentence.volumes"),
                        volumes.isEmpty() ? TEXTS.say("creating.next.network") : TEXTS.say("creating.next.volumes"));
    }

    /// The first container that has waited for long to be made; null when there is none.
    private static @Nullable Container waiting(Pod pod) {
        if (pod.node().isEmpty() || !pod.longer(pod.since("PodScheduled"), PATIENCE)) return null;
        for (Container each : pod.containers()) {
            if (each.waits("ContainerCreating", "PodInitializing") && each.last() == null) return each;
        }
        return null;
    }
}
