package dev.vigie.catalog;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Page;
import dev.vigie.kind.Page.Section;
import dev.vigie.kind.Page.Standing;
import dev.vigie.kind.Tone;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A PriorityClass: who goes before whom.
final class PriorityClassPage {
    private static final Messages TEXTS = Messages.of("pages");

    private PriorityClassPage() {}

    static Page of(JsonNode object) {
        boolean usual = Fields.is(object, "globalDefault");
        boolean told = Fields.has(object, "value");
        boolean polite = Fields.text(object, "preemptionPolicy").equals("Never");
        Lines lines = new Lines()
                .words(TEXTS.say("pc.value"), Fields.text(object, "value"))
                .words(TEXTS.say("pc.full"), told ? TEXTS.say(polite ? "pc.waits" : "pc.evicts") : "")
                .words(TEXTS.say("default"), usual ? TEXTS.say("pc.default") : "")
                .words(TEXTS.say("description"), Fields.text(object, "description"));
        return new Page(
                new Standing(Tone.QUIET, usual ? TEXTS.say("default") : "", ""),
                null,
                List.of(Section.of("PriorityClass", lines.facts())));
    }
}
