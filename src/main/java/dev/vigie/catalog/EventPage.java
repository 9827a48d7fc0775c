package dev.vigie.catalog;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Page;
import dev.vigie.kind.Page.Section;
import dev.vigie.kind.Page.Standing;
import dev.vigie.kind.Pointer;
import dev.vigie.kind.Tone;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An Event of either group: what happened, to what, how often, and who said so.
final class EventPage {
    private static final Messages TEXTS = Messages.of("pages");

    private EventPage() {}

    static Page of(JsonNode object) {
        String type = Fields.text(object, "type");
        JsonNode about = Fields.has(object, "regarding") ? object.path("regarding") : object.path("involvedObject");
        String kind = Fields.text(about, "kind");
        String group = Pointer.of(Fields.text(about, "apiVersion"), "", "", "").group();
        String count = first(object, "series", "count", "count", "deprecatedCount");
        Lines lines = new Lines()
                .link(
                        kind.isEmpty() ? TEXTS.say("event.about") : kind,
                        group,
                        kind,
                        Fields.text(about, "namespace"),
                        Fields.text(about, "name"))
                .code(TEXTS.say("event.part"), Fields.text(about, "fieldPath"))
                .words(TEXTS.say("message"), first(object, "message", "note"))
                .words(TEXTS.say("event.times"), count)
                .since(TEXTS.say("event.first"), moment(object, "firstTimestamp", "deprecatedFirstTimestamp"))
                .since(TEXTS.say("event.last"), last(object))
                .words(TEXTS.say("event.by"), by(object))
                .words(TEXTS.say("event.host"), Fields.text(object, "source", "host"));
        Tone tone = type.equals("Warning") ? Tone.WARN : Tone.QUIET;
        return new Page(
                new Standing(tone, Fields.text(object, "reason"), type),
                null,
                List.of(Section.of(TEXTS.say("event"), lines.facts())));
    }

    private static String by(JsonNode object) {
        String by = first(object, "reportingComponent", "reportingController");
        return by.isEmpty() ? Fields.text(object, "source", "component") : by;
    }

    private static String first(JsonNode object, String inside, String field, String... others) {
        String found = Fields.text(object, inside, field);
        for (String other : others) if (found.isEmpty()) found = Fields.text(object, other);
        return found;
    }

    private static String first(JsonNode object, String one, String other) {
        String found = Fields.text(object, one);
        return found.isEmpty() ? Fields.text(object, other) : found;
    }

    private static @Nullable Instant last(JsonNode object) {
        Instant seen = Fields.moment(object, "series", "lastObservedTime");
        if (seen == null) seen = moment(object, "lastTimestamp", "deprecatedLastTimestamp");
        return seen == null ? Fields.moment(object, "eventTime") : seen;
    }

    private static @Nullable Instant moment(JsonNode object, String one, String other) {
        Instant found = Fields.moment(object, one);
        return found == null ? Fields.moment(object, other) : found;
    }
}
