package dev.vigie.catalog;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Page;
import dev.vigie.kind.Page.Section;
import dev.vigie.kind.Page.Standing;
import dev.vigie.kind.Tone;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A Lease: who holds it, and whether they still do.
final class LeasePage {
    private static final Messages TEXTS = Messages.of("pages");

    private LeasePage() {}

    /// As it is at `now`.
    static Page of(JsonNode object, Instant now) {
        String holder = Fields.text(object, "spec", "holderIdentity");
        int seconds = Fields.number(-1, object, "spec", "leaseDurationSeconds");
        Instant renewed = Fields.moment(object, "spec", "renewTime");
        Lines lines = new Lines()
                .code(TEXTS.say("lease.holder"), holder)
                .since(TEXTS.say("lease.renewed"), renewed)
                .since(TEXTS.say("lease.acquired"), Fields.moment(object, "spec", "acquireTime"))
                .words(TEXTS.say("lease.length"), seconds < 0 ? "" : TEXTS.say("seconds", seconds))
                .words(TEXTS.say("lease.moves"), Fields.text(object, "spec", "leaseTransitions"));
        Standing standing = new Standing(Tone.QUIET, "", "");
        if (renewed != null && seconds >= 0) {
            boolean over = renewed.plusSeconds(seconds).isBefore(now);
            standing = over
                    ? new Standing(Tone.WARN, TEXTS.say("lease.over"), TEXTS.say("lease.over.line"))
                    : new Standing(Tone.OK, TEXTS.say("lease.held"), holder);
        }
        return new Page(standing, null, List.of(Section.of("Lease", lines.facts())));
    }
}
