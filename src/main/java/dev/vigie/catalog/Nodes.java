package dev.vigie.catalog;

import dev.vigie.kind.Page;
import dev.vigie.kind.Tone;
import tools.jackson.databind.JsonNode;

/// Nodes: ready, not ready, cordoned.
final class Nodes implements KnownKind {
    @Override
    public String toneColumn(Cells cells) {
        return "Status";
    }

    @Override
    public Tone tone(Cells cells) {
        String status = cells.say("Status");
        if (cells.row().deleting()) return Tone.ENDING;
        if (status.startsWith("NotReady")) return Tone.ERROR;
        if (status.startsWith("Unknown")) return Tone.WARN;
        if (status.contains("SchedulingDisabled")) return Tone.WARN;
        return status.startsWith("Ready") ? Tone.OK : Tone.QUIET;
    }

    @Override
    public Page page(JsonNode object) {
        return NodePage.of(object);
    }
}
