package dev.vigie.catalog;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Fact;
import dev.vigie.kind.Page;
import dev.vigie.kind.Page.Section;
import dev.vigie.kind.Page.Standing;
import dev.vigie.kind.Tone;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A PodDisruptionBudget: how many pods may be evicted now.
final class PodDisruptionBudgetPage {
    private static final Messages TEXTS = Messages.of("pages");

    private PodDisruptionBudgetPage() {}

    static Page of(JsonNode object) {
        return new Page(standing(object), why(object), List.of(Section.of("PodDisruptionBudget", facts(object))));
    }

    private static boolean told(JsonNode object) {
        return Fields.has(object, "status", "expectedPods");
    }

    private static int allowed(JsonNode object) {
        return WorkloadPage.status(object, "disruptionsAllowed");
    }

    private static Standing standing(JsonNode object) {
        if (Fields.has(object, "metadata", "deletionTimestamp")) return new Standing(Tone.ENDING, "Terminating", "");
        if (!told(object)) return new Standing(Tone.QUIET, "", "");
        if (WorkloadPage.status(object, "expectedPods") == 0)
            return new Standing(Tone.QUIET, TEXTS.say("pdb.empty"), TEXTS.say("pdb.empty.line"));
        String line = TEXTS.say("pdb.line", allowed(object));
        return allowed(object) == 0
                ? new Standing(Tone.WARN, TEXTS.say("pdb.blocks"), line)
                : new Standing(Tone.OK, TEXTS.say("pdb.allows"), line);
    }

    private static List<Fact> facts(JsonNode object) {
        JsonNode spec = object.path("spec");
        String least = Fields.text(spec, "minAvailable");
        String most = Fields.text(spec, "maxUnavailable");
        boolean always = Fields.text(spec, "unhealthyPodEvictionPolicy").equals("AlwaysAllow");
        Lines lines = new Lines()
                .words(TEXTS.say("pdb.rule"), least.isEmpty() ? "" : TEXTS.say("pdb.least", least))
                .words(TEXTS.say("pdb.rule"), most.isEmpty() ? "" : TEXTS.say("pdb.most", most))
                .pairs(TEXTS.say("selector"), Selectors.pairs(spec.path("selector")));
        if (told(object))
            lines.words(
                    TEXTS.say("now"),
                    TEXTS.say(
                            "pdb.now",
                            WorkloadPage.status(object, "currentHealthy"),
                            WorkloadPage.status(object, "desiredHealthy"),
                            WorkloadPage.status(object, "expectedPods")));
        return lines.words(TEXTS.say("pdb.sick"), always ? TEXTS.say("pdb.sick.always") : "")
                .facts();
    }

    private static Page.@Nullable Why why(JsonNode object) {
        if (!told(object) || allowed(object) > 0 || WorkloadPage.status(object, "expectedPods") == 0) return null;
        int healthy = WorkloadPage.status(object, "currentHealthy");
        int wanted = WorkloadPage.status(object, "desiredHealthy");
        int pods = WorkloadPage.status(object, "expectedPods");
        String cause = healthy < wanted ? "sick" : wanted >= pods ? "never" : "edge";
        return new Page.Why(
                Tone.WARN,
                TEXTS.say("pdb.why." + cause),
                TEXTS.say("pdb.because." + cause),
                new Lines()
                        .words(TEXTS.say("pods"), TEXTS.say("pdb.now", healthy, wanted, pods))
                        .facts(),
                TEXTS.say("pdb.next." + cause));
    }
}
