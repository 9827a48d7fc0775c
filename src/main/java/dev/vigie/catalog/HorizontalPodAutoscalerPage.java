package dev.vigie.catalog;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Fact;
import dev.vigie.kind.Page;
import dev.vigie.kind.Page.Section;
import dev.vigie.kind.Page.Standing;
import dev.vigie.kind.Pointer;
import dev.vigie.kind.Tone;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A HorizontalPodAutoscaler: its figures, its last move, and why it does not move.
final class HorizontalPodAutoscalerPage {
    private static final Messages TEXTS = Messages.of("pages");

    private final JsonNode object;
    private final int current;
    private final int desired;
    private final int max;

    private HorizontalPodAutoscalerPage(JsonNode object) {
        this.object = object;
        current = WorkloadPage.status(object, "currentReplicas");
        desired = WorkloadPage.status(object, "desiredReplicas");
        max = Fields.number(0, object, "spec", "maxReplicas");
    }

    static Page of(JsonNode object) {
        HorizontalPodAutoscalerPage page = new HorizontalPodAutoscalerPage(object);
        return new Page(
                page.standing(),
                page.why(),
                List.of(
                        Section.of("HorizontalPodAutoscaler", page.facts()),
                        new Section(TEXTS.say("hpa.metrics"), List.of(), ScalingFigures.of(object))));
    }

    private @Nullable JsonNode condition(String type, String status) {
        JsonNode found = Conditions.named(object, type);
        return found != null && Fields.text(found, "status").equals(status) ? found : null;
    }

    /// What keeps it from scaling at all; null when nothing does.
    private @Nullable JsonNode stopped() {
        JsonNode able = condition("AbleToScale", "False");
        return able != null ? able : condition("ScalingActive", "False");
    }

    private boolean switchedOff() {
        JsonNode active = condition("ScalingActive", "False");
        return active != null && Fields.text(active, "reason").equals("ScalingDisabled");
    }

    private Standing standing() {
        if (Fields.has(object, "metadata", "deletionTimestamp")) return new Standing(Tone.ENDING, "Terminating", "");
        if (!Fields.has(object, "status")) return new Standing(Tone.QUIET, "", "");
        String line = TEXTS.say("hpa.line", current, desired);
        if (switchedOff()) return new Standing(Tone.QUIET, TEXTS.say("hpa.off"), "");
        if (stopped() != null) return new Standing(Tone.ERROR, TEXTS.say("hpa.stopped"), line);
        if (current != desired) return new Standing(Tone.PROGRESS, TEXTS.say("hpa.scaling"), line);
        if (atMost()) return new Standing(Tone.WARN, TEXTS.say("hpa.most"), line);
        return new Standing(Tone.OK, TEXTS.say("hpa.active"), line);
    }

    private boolean atMost() {
        JsonNode limited = condition("ScalingLimited", "True");
        return limited != null && Fields.text(limited, "reason").equals("TooManyReplicas");
    }

    private List<Fact> facts() {
        JsonNode target = Fields.at(object, "spec", "scaleTargetRef");
        String kind = Fields.text(target, "kind");
        String group = Pointer.of(Fields.text(target, "apiVersion"), "", "", "").group();
        boolean told = Fields.has(object, "spec", "maxReplicas");
        return new Lines()
                .link(
                        kind.isEmpty() ? TEXTS.say("hpa.target") : kind,
                        group,
                        kind,
                        Fields.text(object, "metadata", "namespace"),
                        Fields.text(target, "name"))
                .words(
                        TEXTS.say("hpa.bounds"),
                        told ? TEXTS.say("hpa.from.to", Fields.number(1, object, "spec", "minReplicas"), max) : "")
                .words(TEXTS.say("pods"), Fields.has(object, "status") ? TEXTS.say("hpa.line", current, desired) : "")
                .since(TEXTS.say("hpa.last"), Fields.moment(object, "status", "lastScaleTime"))
                .facts();
    }

    private Page.@Nullable Why why() {
        if (switchedOff()) return why(Tone.WARN, "off", condition("ScalingActive", "False"));
        JsonNode stopped = stopped();
        if (stopped != null) return why(Tone.ERROR, cause(stopped), stopped);
        return atMost() ? why(Tone.WARN, "most", condition("ScalingLimited", "True")) : null;
    }

    private static String cause(JsonNode condition) {
        String reason = Fields.text(condition, "reason");
        if (reason.equals("FailedGetScale")) return "target";
        if (reason.equals("AmbiguousSelector") || reason.equals("InvalidSelector")) return "selector";
        if (Fields.text(condition, "message").contains("missing request for")) return "request";
        if (reason.startsWith("FailedGet")) return "metrics";
        return "other";
    }

    private static Page.Why why(Tone tone, String cause, @Nullable JsonNode said) {
        Lines lines = new Lines();
        if (said != null)
            lines.words(TEXTS.say("reason"), Fields.text(said, "reason"))
                    .words(TEXTS.say("server.says"), Fields.text(said, "message"))
                    .since(TEXTS.say("since"), Fields.moment(said, "lastTransitionTime"));
        return new Page.Why(
                tone,
                TEXTS.say("hpa.why." + cause),
                TEXTS.say("hpa.because." + cause),
                lines.facts(),
                TEXTS.say("hpa.next." + cause));
    }
}
