package dev.vigie.catalog;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Page;
import dev.vigie.kind.Page.Card;
import dev.vigie.kind.Page.Section;
import dev.vigie.kind.Page.Standing;
import dev.vigie.kind.Tone;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A LimitRange: what is given to those who ask for nothing, and what nobody may pass.
final class LimitRangePage {
    private static final Messages TEXTS = Messages.of("pages");

    private LimitRangePage() {}

    static Page of(JsonNode object) {
        List<Card> cards = new ArrayList<>();
        for (JsonNode limit : Fields.list(object, "spec", "limits")) {
            Lines lines = new Lines()
                    .pairs(TEXTS.say("limit.request"), Fields.pairs(limit, "defaultRequest"))
                    .pairs(TEXTS.say("limit.default"), Fields.pairs(limit, "default"))
                    .pairs(TEXTS.say("limit.min"), Fields.pairs(limit, "min"))
                    .pairs(TEXTS.say("limit.max"), Fields.pairs(limit, "max"))
                    .pairs(TEXTS.say("limit.ratio"), Fields.pairs(limit, "maxLimitRequestRatio"));
            cards.add(new Card(type(Fields.text(limit, "type")), Tone.QUIET, "", lines.facts()));
        }
        return new Page(
                new Standing(Tone.QUIET, "", ""),
                null,
                List.of(new Section(TEXTS.say("limit.title"), List.of(), cards)));
    }

    private static String type(String type) {
        return switch (type) {
            case "Container" -> TEXTS.say("limit.container");
            case "Pod" -> TEXTS.say("limit.pod");
            case "PersistentVolumeClaim" -> TEXTS.say("limit.claim");
            default -> type;
        };
    }
}
