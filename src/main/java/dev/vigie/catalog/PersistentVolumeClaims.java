package dev.vigie.catalog;

import dev.vigie.kind.Page;
import dev.vigie.kind.Tone;
import tools.jackson.databind.JsonNode;

/// Claims: bound, waiting, lost.
final class PersistentVolumeClaims implements KnownKind {
    @Override
    public String toneColumn(Cells cells) {
        return "Status";
    }

    @Override
    public Tone tone(Cells cells) {
        return switch (cells.say("Status")) {
            case "Bound" -> Tone.OK;
            case "Pending" -> Tone.PROGRESS;
            case "Lost" -> Tone.ERROR;
            case "Terminating" -> Tone.ENDING;
            default -> Tone.QUIET;
        };
    }

    @Override
    public Page page(JsonNode object) {
        return PersistentVolumeClaimPage.of(object);
    }
}
