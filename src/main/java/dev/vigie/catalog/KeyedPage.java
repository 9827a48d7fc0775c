package dev.vigie.catalog;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Page;
import dev.vigie.kind.Page.Section;
import dev.vigie.kind.Page.Standing;
import dev.vigie.kind.Tone;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// ConfigMaps and Secrets: keys, and how much stands behind each. A Secret's values are not looked at but for their
/// size.
final class KeyedPage {
    private static final Messages TEXTS = Messages.of("pages");
    /// Longer values are told by their size.
    private static final int SHORT = 120;

    private KeyedPage() {}

    static Page configMap(JsonNode object) {
        Lines keys = new Lines();
        object.path("data").properties().forEach(each -> {
            String value = Fields.text(each.getValue());
            boolean plain = value.length() <= SHORT && !value.contains("\n");
            keys.code(each.getKey(), plain && !value.isEmpty() ? value : size(Masked.bytes(each.getValue(), false)));
        });
        object.path("binaryData")
                .properties()
                .forEach(each -> keys.words(each.getKey(), size(Masked.bytes(each.getValue(), true))));
        boolean fixed = Fields.is(object, "immutable");
        return new Page(
                new Standing(Tone.QUIET, fixed ? TEXTS.say("immutable") : "", ""),
                null,
                List.of(Section.of(TEXTS.say("keys"), keys.facts())));
    }

    static Page secret(JsonNode object) {
        Lines keys = new Lines().words(TEXTS.say("type"), Fields.text(object, "type"));
        object.path("data")
                .properties()
                .forEach(each -> keys.words(each.getKey(), size(Masked.bytes(each.getValue(), true))));
        boolean fixed = Fields.is(object, "immutable");
        return new Page(
                new Standing(Tone.QUIET, fixed ? TEXTS.say("immutable") : "", ""),
                null,
                List.of(Section.of(TEXTS.say("keys"), keys.facts())));
    }

    private static String size(long bytes) {
        return TEXTS.say("bytes", bytes);
    }
}
