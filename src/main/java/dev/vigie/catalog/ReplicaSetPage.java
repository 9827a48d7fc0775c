package dev.vigie.catalog;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Fact;
import dev.vigie.kind.Page;
import dev.vigie.kind.Page.Section;
import dev.vigie.kind.Page.Standing;
import dev.vigie.kind.Tone;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A ReplicaSet or ReplicationController: whose it is, which pods it holds, and what goes when it goes.
final class ReplicaSetPage {
    private static final Messages TEXTS = Messages.of("pages");
    private static final String NOTES = "deployment.kubernetes.io/";

    private final JsonNode object;
    private final int wanted;
    private final int have;
    private final int ready;
    private final @Nullable JsonNode owner;

    private ReplicaSetPage(JsonNode object) {
        this.object = object;
        wanted = Fields.number(1, object, "spec", "replicas");
        have = WorkloadPage.status(object, "replicas");
        ready = WorkloadPage.status(object, "readyReplicas");
        owner = WorkloadPage.controller(object);
    }

    static Page of(JsonNode object) {
        ReplicaSetPage page = new ReplicaSetPage(object);
        Page.Why refused = WorkloadPage.refused(object);
        return new Page(
                page.standing(),
                refused == null ? page.strangers() : refused,
                List.of(
                        Section.of("ReplicaSet", page.facts()),
                        WorkloadPage.containers(object),
                        Section.of(TEXTS.say("delete"), page.deletion())));
    }

    private Standing standing() {
        if (Fields.has(object, "metadata", "deletionTimestamp")) return new Standing(Tone.ENDING, "Terminating", "");
        if (wanted == 0 && have == 0)
            return new Standing(Tone.DONE, TEXTS.say(kept() ? "rs.kept" : "none.wanted"), place());
        String line = TEXTS.say("n.ready", ready, wanted);
        if (have > wanted) return new Standing(Tone.PROGRESS, TEXTS.say("shrinking"), line);
        if (ready >= wanted) return new Standing(Tone.OK, TEXTS.say("ready"), line);
        return new Standing(ready == 0 ? Tone.ERROR : Tone.WARN, TEXTS.say("short"), line);
    }

    /// Scaled to nothing while its Deployment wanted pods: an older revision.
    private boolean kept() {
        return owner != null && wanted == 0 && deploymentWants() > 0;
    }

    private int deploymentWants() {
        try {
            return Integer.parseInt(Fields.text(object, "metadata", "annotations", NOTES + "desired-replicas"));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /// Where it stands in its Deployment, as far as it can tell by itself.
    private String place() {
        if (owner == null || deploymentWants() < 0) return "";
        if (kept()) return TEXTS.say("rs.kept.line");
        if (wanted == deploymentWants()) return wanted == 0 ? "" : TEXTS.say("rs.whole", wanted);
        return TEXTS.say("rs.part", wanted, deploymentWants());
    }

    private List<Fact> facts() {
        Lines lines = WorkloadPage.owner(new Lines(), object);
        if (owner == null) lines.words(TEXTS.say("owner"), TEXTS.say("rs.alone"));
        return lines.words(TEXTS.say("rs.place"), place())
                .words(TEXTS.say("revision"), Fields.text(object, "metadata", "annotations", NOTES + "revision"))
                .words(
                        TEXTS.say("revisions.before"),
                        Fields.text(object, "metadata", "annotations", NOTES + "revision-history"))
                .words(
                        TEXTS.say("change.cause"),
                        Fields.text(object, "metadata", "annotations", "kubernetes.io/change-cause"))
                .words(TEXTS.say("pods"), TEXTS.say("rs.pods", wanted, have, ready))
                .pairs(TEXTS.say("selector"), Selectors.pairs(selector()))
                .words(TEXTS.say("template"), fits(), strange() ? Tone.ERROR : Tone.QUIET)
                .facts();
    }

    /// A ReplicationController's selector is the labels alone.
    private JsonNode selector() {
        JsonNode selector = object.path("spec").path("selector");
        boolean modern = Fields.has(selector, "matchLabels") || Fields.has(selector, "matchExpressions");
        return modern || !selector.isObject()
                ? selector
                : JsonMapper.shared().createObjectNode().set("matchLabels", selector);
    }

    private Map<String, String> labels() {
        return Fields.pairs(object, "spec", "template", "metadata", "labels");
    }

    private boolean strange() {
        return Fields.has(object, "spec", "template")
                && !Selectors.isEmpty(selector())
                && !Selectors.chooses(selector(), labels());
    }

    private String fits() {
        if (Selectors.isEmpty(selector()) || !Fields.has(object, "spec", "template")) return "";
        return TEXTS.say(strange() ? "template.strange" : "template.fits");
    }

    private Page.@Nullable Why strangers() {
        if (!strange()) return null;
        return new Page.Why(
                Tone.ERROR,
                TEXTS.say("strange.title"),
                TEXTS.say("strange.sentence"),
                new Lines()
                        .pairs(TEXTS.say("selector"), Selectors.pairs(selector()))
                        .pairs(TEXTS.say("template.labels"), labels())
                        .facts(),
                TEXTS.say("strange.next"));
    }

    private List<Fact> deletion() {
        String name = owner == null ? "" : Fields.text(owner, "name");
        String revision = Fields.text(object, "metadata", "annotations", NOTES + "revision");
        String after = owner == null
                ? TEXTS.say("delete.alone")
                : kept() ? TEXTS.say("delete.kept", name, revision) : TEXTS.say("delete.owned", name);
        return new Lines()
                .words(TEXTS.say("delete.goes"), TEXTS.say("delete.pods", have))
                .words(TEXTS.say("delete.then"), after)
                .facts();
    }
}
