package dev.vigie.catalog;

import dev.vigie.kind.Page;
import dev.vigie.kind.Tone;
import tools.jackson.databind.JsonNode;

/// Deployments: what is not available, or not the newest yet.
final class Deployments implements KnownKind {
    @Override
    public String toneColumn(Cells cells) {
        return "Ready";
    }

    @Override
    public Tone tone(Cells cells) {
        if (cells.row().deleting()) return Tone.ENDING;
        long missing = cells.missing("Ready");
        if (missing < 0) return Tone.QUIET;
        if (cells.have("Ready") == 0 && missing == 0) return Tone.DONE;
        if (missing > 0) return cells.number("Available") == 0 ? Tone.ERROR : Tone.WARN;
        return cells.number("Up-to-date") < cells.have("Ready") ? Tone.PROGRESS : Tone.OK;
    }

    @Override
    public Page page(JsonNode object) {
        return DeploymentPage.of(object);
    }
}
