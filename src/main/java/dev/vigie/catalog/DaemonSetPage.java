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
import tools.jackson.databind.JsonNode;

/// A DaemonSet: on which nodes it runs, and how it is replaced there.
final class DaemonSetPage {
    private static final Messages TEXTS = Messages.of("pages");

    private final JsonNode object;
    private final int wanted;
    private final int ready;

    private DaemonSetPage(JsonNode object) {
        this.object = object;
        wanted = WorkloadPage.status(object, "desiredNumberScheduled");
        ready = WorkloadPage.status(object, "numberReady");
    }

    static Page of(JsonNode object) {
        DaemonSetPage page = new DaemonSetPage(object);
        return new Page(
                page.standing(),
                null,
                List.of(
                        Section.of("DaemonSet", page.facts()),
                        Section.of(TEXTS.say("ds.where"), page.where()),
                        WorkloadPage.containers(object)));
    }

    private Standing standing() {
        if (Fields.has(object, "metadata", "deletionTimestamp")) return new Standing(Tone.ENDING, "Terminating", "");
        if (!Fields.has(object, "status", "desiredNumberScheduled")) return new Standing(Tone.QUIET, "", "");
        int updated = WorkloadPage.status(object, "updatedNumberScheduled");
        String line = TEXTS.say("ds.ready", ready, wanted);
        boolean byItself =
                !Fields.text(object, "spec", "updateStrategy", "type").equals("OnDelete");
        if (wanted == 0) return new Standing(Tone.DONE, TEXTS.say("ds.nowhere"), "");
        if (WorkloadPage.unseen(object) || (byItself && updated < wanted))
            return new Standing(Tone.PROGRESS, TEXTS.say("rolling"), TEXTS.say("updated", updated, wanted));
        if (ready < wanted) return new Standing(ready == 0 ? Tone.ERROR : Tone.WARN, TEXTS.say("short"), line);
        return new Standing(Tone.OK, TEXTS.say("ready"), line);
    }

    private List<Fact> facts() {
        int wrong = WorkloadPage.status(object, "numberMisscheduled");
        Lines lines = new Lines();
        if (Fields.has(object, "status", "desiredNumberScheduled"))
            lines.words(
                    TEXTS.say("pods"),
                    TEXTS.say("rs.pods", wanted, WorkloadPage.status(object, "currentNumberScheduled"), ready));
        return lines.words(TEXTS.say("ds.wrong"), wrong == 0 ? "" : TEXTS.say("ds.wrong.n", wrong), Tone.WARN)
                .words(TEXTS.say("strategy"), strategy())
                .pairs(TEXTS.say("selector"), Selectors.pairs(Fields.at(object, "spec", "selector")))
                .words(TEXTS.say("history"), Fields.text(object, "spec", "revisionHistoryLimit"))
                .facts();
    }

    private String strategy() {
        String type = Fields.text(object, "spec", "updateStrategy", "type");
        if (type.equals("OnDelete")) return TEXTS.say("on.delete");
        if (!type.equals("RollingUpdate")) return type;
        String away = Fields.text(object, "spec", "updateStrategy", "rollingUpdate", "maxUnavailable");
        String surge = Fields.text(object, "spec", "updateStrategy", "rollingUpdate", "maxSurge");
        boolean doubles = !surge.isEmpty() && !surge.equals("0") && !surge.equals("0%");
        return doubles ? TEXTS.say("ds.surge", surge) : TEXTS.say("ds.rolling", away.isEmpty() ? "1" : away);
    }

    private List<Fact> where() {
        JsonNode pod = Fields.at(object, "spec", "template", "spec");
        Lines lines = new Lines();
        if (!pod.isObject()) return lines.facts();
        lines.pairs(TEXTS.say("node.selector"), Fields.pairs(pod, "nodeSelector"));
        boolean anywhere = Fields.pairs(pod, "nodeSelector").isEmpty() && !Fields.has(pod, "affinity", "nodeAffinity");
        if (anywhere) lines.words(TEXTS.say("node.selector"), TEXTS.say("ds.every.node"));
        else if (Fields.has(pod, "affinity", "nodeAffinity"))
            lines.words(TEXTS.say("node.affinity"), TEXTS.say("see.yaml"));
        List<String> tolerations = new ArrayList<>();
        Fields.list(pod, "tolerations").forEach(each -> tolerations.add(toleration(each)));
        return lines.words(TEXTS.say("tolerates"), String.join("\n", tolerations))
                .facts();
    }

    private static String toleration(JsonNode each) {
        String key = Fields.text(each, "key");
        String value = Fields.text(each, "value");
        String effect = Fields.text(each, "effect");
        String taint = key.isEmpty() ? TEXTS.say("tolerates.all") : value.isEmpty() ? key : key + "=" + value;
        String seconds = Fields.text(each, "tolerationSeconds");
        String what = effect.isEmpty() ? taint : taint + " (" + effect + ")";
        return seconds.isEmpty() ? what : TEXTS.say("tolerates.for", what, seconds);
    }
}
