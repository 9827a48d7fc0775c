package dev.vigie.catalog;

import dev.vigie.kind.Page;
import dev.vigie.kind.Tone;
import tools.jackson.databind.JsonNode;

/// StatefulSets: what is missing of the wanted pods.
final class StatefulSets implements KnownKind {
    @Override
    public String toneColumn(Cells cells) {
        return "Ready";
    }

    @Override
    public Tone tone(Cells cells) {
        if (cells.row().deleting()) return Tone.ENDING;
        long missing = cells.missing("Ready");
        if (missing < 0) return Tone.QUIET;
        if (missing == 0) return cells.have("Ready") == 0 ? Tone.DONE : Tone.OK;
        return cells.have("Ready") == 0 ? Tone.ERROR : Tone.WARN;
    }

    @Override
    public Page page(JsonNode object) {
        return StatefulSetPage.of(object);
    }
}
