package dev.vigie.catalog;

import dev.vigie.kind.Page;
import dev.vigie.kind.Tone;
import tools.jackson.databind.JsonNode;

/// Services: a load balancer that still waits for its address.
final class Services implements KnownKind {
    @Override
    public String toneColumn(Cells cells) {
        return "External-IP";
    }

    @Override
    public Tone tone(Cells cells) {
        if (cells.row().deleting()) return Tone.ENDING;
        return cells.say("External-IP").equals("<pending>") ? Tone.PROGRESS : Tone.QUIET;
    }

    @Override
    public Page page(JsonNode object) {
        return ServicePage.of(object);
    }
}
