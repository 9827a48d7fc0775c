package dev.vigie.catalog;

import dev.vigie.kind.Page;
import dev.vigie.kind.Tone;
import tools.jackson.databind.JsonNode;

/// Events: warnings stand out.
final class Events implements KnownKind {
    @Override
    public String toneColumn(Cells cells) {
        return "Type";
    }

    @Override
    public Tone tone(Cells cells) {
        return cells.say("Type").equals("Warning") ? Tone.WARN : Tone.QUIET;
    }

    @Override
    public Page page(JsonNode object) {
        return EventPage.of(object);
    }
}
