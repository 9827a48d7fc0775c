package dev.vigie.catalog;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Fact;
import dev.vigie.kind.Page;
import dev.vigie.kind.Page.Section;
import dev.vigie.kind.Page.Standing;
import dev.vigie.kind.Tone;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A Deployment: how its rollout stands, as `kubectl rollout status` says it, and how it rolls.
final class DeploymentPage {
    private static final Messages TEXTS = Messages.of("pages");

    private final JsonNode object;
    private final int wanted;

    private DeploymentPage(JsonNode object) {
        this.object = object;
        wanted = Fields.number(1, object, "spec", "replicas");
    }

    static Page of(JsonNode object) {
        DeploymentPage page = new DeploymentPage(object);
        List<Section> sections =
                List.of(Section.of(TEXTS.say("rollout"), page.rollout()), WorkloadPage.containers(object));
        return new Page(page.standing(), page.why(), sections);
    }

    private Standing standing() {
        if (Fields.has(object, "metadata", "deletionTimestamp")) return new Standing(Tone.ENDING, "Terminating", "");
        int updated = WorkloadPage.status(object, "updatedReplicas");
        int all = WorkloadPage.status(object, "replicas");
        int available = WorkloadPage.status(object, "availableReplicas");
        String line = TEXTS.say("replicas", available, wanted);
        if (late()) return new Standing(Tone.ERROR, "ProgressDeadlineExceeded", line);
        if (Fields.is(object, "spec", "paused")) return new Standing(Tone.WARN, TEXTS.say("paused"), line);
        if (wanted == 0 && all == 0) return new Standing(Tone.DONE, TEXTS.say("none.wanted"), "");
        boolean rolling = WorkloadPage.unseen(object) || updated < wanted || all > updated;
        if (rolling) return new Standing(Tone.PROGRESS, TEXTS.say("rolling"), TEXTS.say("updated", updated, wanted));
        if (available < wanted) return new Standing(available == 0 ? Tone.ERROR : Tone.WARN, TEXTS.say("short"), line);
        return new Standing(Tone.OK, TEXTS.say("available"), line);
    }

    private boolean late() {
        JsonNode progressing = Conditions.named(object, "Progressing");
        return progressing != null && Fields.text(progressing, "reason").equals("ProgressDeadlineExceeded");
    }

    private Page.@Nullable Why why() {
        Page.Why refused = WorkloadPage.refused(object);
        if (refused != null) return refused;
        if (!late()) return null;
        List<Fact> said = new Lines()
                .words(TEXTS.say("deadline"), seconds("progressDeadlineSeconds"))
                .words(
                        TEXTS.say("available"),
                        TEXTS.say("of", WorkloadPage.status(object, "availableReplicas"), wanted))
                .facts();
        return new Page.Why(
                Tone.ERROR, TEXTS.say("late.title"), TEXTS.say("late.sentence"), said, TEXTS.say("late.next"));
    }

    private String seconds(String field) {
        int seconds = Fields.number(-1, object, "spec", field);
        return seconds < 0 ? "" : TEXTS.say("seconds", seconds);
    }

    private List<Fact> rollout() {
        List<String> now = new ArrayList<>();
        now.add(TEXTS.say("n.available", WorkloadPage.status(object, "availableReplicas")));
        now.add(TEXTS.say("n.updated", WorkloadPage.status(object, "updatedReplicas")));
        int away = WorkloadPage.status(object, "unavailableReplicas");
        if (away > 0) now.add(TEXTS.say("n.unavailable", away));
        String change = Fields.text(object, "metadata", "annotations", "kubernetes.io/change-cause");
        return new Lines()
                .words(TEXTS.say("wanted"), String.valueOf(wanted))
                .words(TEXTS.say("now"), String.join(", ", now))
                .words(TEXTS.say("strategy"), strategy())
                .words(
                        TEXTS.say("revision"),
                        Fields.text(object, "metadata", "annotations", "deployment.kubernetes.io/revision"))
                .words(TEXTS.say("change.cause"), change)
                .pairs(TEXTS.say("selector"), Fields.pairs(object, "spec", "selector", "matchLabels"))
                .words(
                        TEXTS.say("ready.after"),
                        Fields.number(0, object, "spec", "minReadySeconds") > 0 ? seconds("minReadySeconds") : "")
                .words(TEXTS.say("deadline"), seconds("progressDeadlineSeconds"))
                .words(TEXTS.say("history"), Fields.text(object, "spec", "revisionHistoryLimit"))
                .facts();
    }

    private String strategy() {
        String type = Fields.text(object, "spec", "strategy", "type");
        if (type.equals("Recreate")) return TEXTS.say("recreate");
        if (!type.equals("RollingUpdate")) return type;
        JsonNode rolling = object.path("spec").path("strategy").path("rollingUpdate");
        int surge = Lines.share(rolling.path("maxSurge"), wanted, true);
        int away = Lines.share(rolling.path("maxUnavailable"), wanted, false);
        if (surge == 0 && away == 0) away = 1; // the controller never stands still
        return TEXTS.say(
                "rolling.update",
                surge,
                away,
                Fields.text(rolling, "maxSurge"),
                Fields.text(rolling, "maxUnavailable"));
    }
}
