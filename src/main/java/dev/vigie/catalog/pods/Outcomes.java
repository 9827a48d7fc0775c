package dev.vigie.catalog.pods;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.catalog.pods.Container.Role;
import dev.vigie.kind.Page.Why;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Pods that the node ended or would not have, and those of which a part is over.
final class Outcomes {
    private static final Messages TEXTS = Messages.of("pods");

    private Outcomes() {}

    static @Nullable Why evicted(Pod pod) {
        if (!pod.reason().equals("Evicted")) return null;
        boolean own = pod.message().contains("exceeds the limit")
                || pod.message().contains("exceeds the total limit")
                || pod.message().contains("exceeded its local");
        String resource = between(pod.message(), "low on resource: ", ".");
        String title = own
                ? TEXTS.say("evicted.title.own")
                : resource.isEmpty() ? TEXTS.say("evicted.title") : TEXTS.say("evicted.title.low", resource);
        return said(pod)
                .error(
                        title,
                        own ? TEXTS.say("evicted.sentence.own") : TEXTS.say("evicted.sentence"),
                        own ? TEXTS.say("evicted.next.own") : TEXTS.say("evicted.next"));
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start);
        int to = from < 0 ? -1 : text.indexOf(end, from);
        return to < 0 ? "" : text.substring(from + start.length(), to);
    }

    static @Nullable Why deadline(Pod pod) {
        if (!pod.reason().equals("DeadlineExceeded")) return null;
        int seconds = Fields.number(-1, pod.object(), "spec", "activeDeadlineSeconds");
        Evidence evidence = said(pod);
        if (seconds >= 0) evidence.words("activeDeadlineSeconds", Lapse.seconds(seconds));
        return evidence.error(TEXTS.say("deadline.title"), TEXTS.say("deadline.sentence"), TEXTS.say("deadline.next"));
    }

    static @Nullable Why shutDown(Pod pod) {
        boolean shut = pod.reason().equals("Terminated") || pod.reason().equals("NodeShutdown");
        if (!shut) return null;
        return said(pod)
                .error(TEXTS.say("shutdown.title"), TEXTS.say("shutdown.sentence"), TEXTS.say("displaced.next"));
    }

    static @Nullable Why preempted(Pod pod) {
        if (!pod.reason().equals("Preempting")) return null;
        return said(pod)
                .error(TEXTS.say("preempted.title"), TEXTS.say("preempted.sentence"), TEXTS.say("preempted.next"));
    }

    /// The kubelet did not admit it: it failed without ever having run.
    static @Nullable Why refused(Pod pod) {
        boolean ran = pod.containers().stream().anyMatch(each -> each.last() != null);
        if (pod.reason().isEmpty() || !pod.phase().equals("Failed") || ran) return null;
        String next = pod.reason().startsWith("OutOf") ? TEXTS.say("refused.full") : TEXTS.say("refused.next");
        return said(pod).error(TEXTS.say("refused.title", pod.reason()), TEXTS.say("refused.sentence"), next);
    }

    private static Evidence said(Pod pod) {
        JsonNode object = pod.object();
        return Evidence.of(pod)
                .reason(pod.reason())
                .message(pod.message())
                .node()
                .words(TEXTS.say("label.qos"), Fields.text(object, "status", "qosClass"));
    }

    /// Failed, and none of its containers says why.
    static @Nullable Why failed(Pod pod) {
        if (!pod.phase().equals("Failed")) return null;
        return said(pod).error(TEXTS.say("failed.title"), TEXTS.say("failed.sentence"), TEXTS.say("failed.next"));
    }

    /// It runs on with what it had.
    static @Nullable Why unresized(Pod pod) {
        JsonNode pending = pod.condition("PodResizePending");
        if (!pod.holds("PodResizePending")) return null;
        boolean never = Fields.text(pending, "reason").equals("Infeasible");
        return Evidence.of(pod)
                .reason(Fields.text(pending, "reason"))
                .message(Fields.text(pending, "message"))
                .node()
                .warn(
                        TEXTS.say("resize.title"),
                        TEXTS.say("resize.sentence"),
                        never ? TEXTS.say("resize.next.never") : TEXTS.say("resize.next"));
    }

    /// One container is done for good while another runs on: the pod is not ready any more.
    static @Nullable Why partlyEnded(Pod pod, Container container) {
        Ending ended = container.ended();
        boolean others = pod.containers(Role.MAIN).stream().anyMatch(Container::running);
        if (ended == null || !container.is(Role.MAIN) || !others) return null;
        return Evidence.of(pod, container)
                .exit(ended)
                .words(TEXTS.say("label.restart"), Fields.text(pod.object(), "spec", "restartPolicy"))
                .warn(
                        TEXTS.say("partly.title", container.name()),
                        TEXTS.say("partly.sentence"),
                        TEXTS.say("partly.next"));
    }
}
