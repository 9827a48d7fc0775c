package dev.vigie.catalog;

import dev.vigie.kind.Page;
import dev.vigie.kind.Tone;
import tools.jackson.databind.JsonNode;

/// ReplicaSets and ReplicationControllers: fewer ready than desired; desired none is history.
final class ReplicaSets implements KnownKind {
    @Override
    public String toneColumn(Cells cells) {
        return "Ready";
    }

    @Override
    public Tone tone(Cells cells) {
        if (cells.row().deleting()) return Tone.ENDING;
        long desired = cells.number("Desired");
        long ready = cells.number("Ready");
        if (desired < 0 || ready < 0) return Tone.QUIET;
        if (desired == 0) return Tone.DONE;
        if (ready >= desired) return Tone.OK;
        return ready == 0 ? Tone.ERROR : Tone.WARN;
    }

    @Override
    public Page page(JsonNode object) {
        return ReplicaSetPage.of(object);
    }
}
