package dev.vigie.catalog;

import dev.vigie.base.Amount;
import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Page;
import dev.vigie.kind.Page.Section;
import dev.vigie.kind.Page.Standing;
import dev.vigie.kind.Tone;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A ResourceQuota: how much of each is used, and what is nearly or wholly gone.
final class ResourceQuotaPage {
    private static final Messages TEXTS = Messages.of("pages");
    /// From this share on a limit is near.
    private static final BigDecimal NEAR = new BigDecimal("0.8");

    private ResourceQuotaPage() {}

    static Page of(JsonNode object) {
        Map<String, String> used = Fields.pairs(object, "status", "used");
        Lines lines = new Lines();
        List<String> full = new ArrayList<>();
        Tone worst = Tone.OK;
        Map<String, String> hard = Fields.pairs(object, "spec", "hard");
        for (Map.Entry<String, String> each : hard.entrySet()) {
            String have = used.getOrDefault(each.getKey(), "");
            Tone tone = tone(have, each.getValue());
            if (tone == Tone.ERROR) full.add(each.getKey());
            if (tone == Tone.ERROR || worst == Tone.OK) worst = tone == Tone.QUIET ? worst : tone;
            lines.words(each.getKey(), TEXTS.say("of.all", have.isEmpty() ? "?" : have, each.getValue()), tone);
        }
        Lines scopes =
                new Lines().words(TEXTS.say("quota.scopes"), String.join(", ", Fields.texts(object, "spec", "scopes")));
        for (JsonNode scope : Fields.list(object, "spec", "scopeSelector", "matchExpressions"))
            scopes.words(
                    TEXTS.say("quota.scopes"),
                    Fields.text(scope, "scopeName") + " " + Fields.text(scope, "operator") + " "
                            + String.join(", ", Fields.texts(scope, "values")));
        return new Page(
                standing(hard.isEmpty() ? Tone.QUIET : worst, full),
                null,
                List.of(
                        Section.of(TEXTS.say("quota.used"), lines.facts()),
                        Section.of(TEXTS.say("quota.counts"), scopes.facts())));
    }

    private static Standing standing(Tone worst, List<String> full) {
        return switch (worst) {
            case ERROR -> new Standing(Tone.ERROR, TEXTS.say("quota.full"), String.join(", ", full));
            case WARN -> new Standing(Tone.WARN, TEXTS.say("quota.near"), "");
            case OK -> new Standing(Tone.OK, TEXTS.say("quota.free"), "");
            default -> new Standing(Tone.QUIET, "", "");
        };
    }

    private static Tone tone(String used, String hard) {
        BigDecimal have = Amount.parse(used);
        BigDecimal most = Amount.parse(hard);
        if (have == null || most == null) return Tone.QUIET;
        if (most.signum() == 0 && have.signum() == 0) return Tone.QUIET; // none allowed, none there
        if (have.compareTo(most) >= 0) return Tone.ERROR;
        return have.compareTo(most.multiply(NEAR)) >= 0 ? Tone.WARN : Tone.QUIET;
    }
}
