package dev.vigie.catalog.pods;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Page.Why;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Pods that no node has.
final class Placing {
    private static final Messages TEXTS = Messages.of("pods");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Placing() {}

    static @Nullable Why gated(Pod pod) {
        JsonNode condition = pod.condition("PodScheduled");
        if (!Fields.text(condition, "reason").equals("SchedulingGated")) return null;
        List<String> gates = new ArrayList<>();
        for (JsonNode each : Fields.list(pod.object(), "spec", "schedulingGates")) gates.add(Fields.text(each, "name"));
        return Evidence.of(pod)
                .code("schedulingGates", String.join("\n", gates))
                .message(Fields.text(condition, "message"))
                .progress(TEXTS.say("gated.title"), TEXTS.say("gated.sentence"), TEXTS.say("gated.next"));
    }

    static @Nullable Why unschedulable(Pod pod) {
        JsonNode condition = pod.condition("PodScheduled");
        if (!pod.fails("PodScheduled") || !pod.node().isEmpty()) return null;
        Verdict verdict = Verdict.read(Fields.text(condition, "message"));
        Obstacle main = verdict.main();
        Evidence evidence = Evidence.of(pod);
        for (Verdict.Reason each : verdict.reasons()) evidence.bad(nodes(verdict, each), each.words());
        wanted(pod, main, evidence);
        return evidence.message(Fields.text(condition, "message"))
                .since(TEXTS.say("label.waiting"), pod.since("PodScheduled"))
                .error(main.title(verdict), main.sentence(), main.next());
    }

    private static String nodes(Verdict verdict, Verdict.Reason reason) {
        if (reason.nodes() == 0 || verdict.nodes() == 0) return TEXTS.say("label.nodes");
        return TEXTS.say("label.nodes.some", reason.nodes(), verdict.nodes());
    }

    /// What the pod asks for, where that is what cannot be had.
    private static void wanted(Pod pod, Obstacle obstacle, Evidence evidence) {
        switch (obstacle) {
            case RESOURCES -> {
                for (Container each : pod.containers()) {
                    Map<String, String> requests = Fields.pairs(each.spec(), "resources", "requests");
                    List<String> all = requests.entrySet().stream()
                            .map(one -> one.getKey() + " " + one.getValue())
                            .toList();
                    evidence.words(TEXTS.say("label.requests.of", each.name()), String.join(", ", all));
                }
            }
            case CLAIMS -> evidence.near(TEXTS.say("label.claims"), "PersistentVolumeClaim", Volumes.claims(pod));
            case SELECTOR -> evidence.pairs("nodeSelector", Fields.pairs(pod.object(), "spec", "nodeSelector"));
            case TAINTS -> evidence.words(TEXTS.say("label.tolerations"), Tolerations.words(pod));
            default -> {}
        }
    }

    /// Nobody has looked at it yet.
    static @Nullable Why unseen(Pod pod) {
        boolean waits = pod.phase().equals("Pending") && pod.node().isEmpty();
        boolean patient = pod.longer(Fields.moment(pod.object(), "metadata", "creationTimestamp"), PATIENCE);
        if (!waits || !patient || Fields.has(pod.condition("PodScheduled"), "status")) return null;
        String named = Fields.text(pod.object(), "spec", "schedulerName");
        String scheduler = named.isEmpty() ? "default-scheduler" : named;
        return Evidence.of(pod)
                .code(TEXTS.say("label.scheduler"), scheduler)
                .error(TEXTS.say("unseen.title"), TEXTS.say("unseen.sentence", scheduler), TEXTS.say("unseen.next"));
    }
}
