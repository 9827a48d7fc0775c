package dev.vigie.catalog.pods;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.catalog.pods.Container.Role;
import dev.vigie.kind.Page.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Pods that are to go, and those whose node is no longer heard of.
final class Departing {
    private static final Messages TEXTS = Messages.of("pods");
    /// The kubelet may need that much longer than the grace period to tell the end.
    private static final Duration SLACK = Duration.ofSeconds(10);

    private Departing() {}

    static @Nullable Why nodeLost(Pod pod) {
        boolean tainted = pod.deleting() && disrupted(pod).equals("DeletionByTaintManager") && late(pod);
        boolean lost = pod.reason().equals("NodeLost") || pod.phase().equals("Unknown");
        if (!tainted && !lost) return null;
        return deletion(pod)
                .node()
                .message(pod.message())
                .error(lostTitle(pod), TEXTS.say("lost.sentence"), TEXTS.say("lost.next"));
    }

    private static String lostTitle(Pod pod) {
        return pod.node().isEmpty() ? TEXTS.say("lost.title.unnamed") : TEXTS.say("lost.title", pod.node());
    }

    /// Everything in it runs and is ready, but the pod is not: that is written by who misses the node's heartbeat.
    static @Nullable Why nodeSilent(Pod pod) {
        List<Container> all = pod.containers(Role.MAIN);
        boolean well = all.stream().allMatch(each -> each.running() && each.ready());
        boolean gated = !Fields.list(pod.object(), "spec", "readinessGates").isEmpty();
        if (all.isEmpty() || !well || gated || !pod.fails("Ready") || !pod.holds("ContainersReady")) return null;
        return Evidence.of(pod)
                .node()
                .since(TEXTS.say("label.notready"), pod.since("Ready"))
                .error(lostTitle(pod), TEXTS.say("silent.sentence"), TEXTS.say("lost.next"));
    }

    /// All its containers have ended, but it may not go yet.
    static @Nullable Why finalizers(Pod pod) {
        List<String> names = Fields.texts(pod.object(), "metadata", "finalizers");
        boolean running = pod.containers().stream().anyMatch(Container::running);
        if (names.isEmpty() || running) return null;
        return deletion(pod)
                .code("finalizers", String.join("\n", names))
                .warn(TEXTS.say("finalizers.title"), TEXTS.say("finalizers.sentence"), TEXTS.say("finalizers.next"));
    }

    static @Nullable Why overdue(Pod pod) {
        if (!late(pod)) return null;
        Duration late = pod.ago(due(pod));
        boolean running = pod.containers().stream().anyMatch(Container::running);
        return deletion(pod)
                .node()
                .words(TEXTS.say("label.containers"), running ? TEXTS.say("overdue.running") : "")
                .error(
                        TEXTS.say("overdue.title"),
                        TEXTS.say("overdue.sentence", late == null ? "" : Lapse.say(late)),
                        TEXTS.say("overdue.next"));
    }

    /// In good time, but somebody else wanted it away.
    static @Nullable Why displaced(Pod pod) {
        String reason = disrupted(pod);
        String message = Fields.text(pod.condition("DisruptionTarget"), "message");
        Evidence evidence = deletion(pod).reason(reason).message(message).node();
        return switch (reason) {
            case "PreemptionByScheduler" ->
                evidence.code(TEXTS.say("label.priority"), Fields.text(pod.object(), "spec", "priorityClassName"))
                        .warn(
                                TEXTS.say("preempted.title"),
                                TEXTS.say("preempted.sentence"),
                                TEXTS.say("preempted.next"));
            case "EvictionByEvictionAPI" ->
                evidence.warn(TEXTS.say("drained.title"), TEXTS.say("drained.sentence"), TEXTS.say("displaced.next"));
            case "DeletionByTaintManager" ->
                evidence.warn(TEXTS.say("tainted.title"), TEXTS.say("tainted.sentence"), TEXTS.say("tainted.next"));
            case "DeletionByPodGC" ->
                evidence.warn(TEXTS.say("gone.title"), TEXTS.say("gone.sentence"), TEXTS.say("displaced.next"));
            default -> null;
        };
    }

    private static Evidence deletion(Pod pod) {
        Evidence evidence = Evidence.of(pod);
        if (!pod.deleting()) return evidence;
        int grace = Fields.number(-1, pod.object(), "metadata", "deletionGracePeriodSeconds");
        if (grace >= 0) evidence.words(TEXTS.say("label.grace"), Lapse.seconds(grace));
        return evidence.since(TEXTS.say("label.due"), due(pod));
    }

    /// The reason of a disruption under way; empty when there is none.
    private static String disrupted(Pod pod) {
        JsonNode target = pod.condition("DisruptionTarget");
        return Fields.text(target, "status").equals("True") ? Fields.text(target, "reason") : "";
    }

    /// When the grace period ends: servers write that moment, not the one of the request.
    static @Nullable Instant due(Pod pod) {
        return Fields.moment(pod.object(), "metadata", "deletionTimestamp");
    }

    private static boolean late(Pod pod) {
        return pod.longer(due(pod), SLACK);
    }
}
