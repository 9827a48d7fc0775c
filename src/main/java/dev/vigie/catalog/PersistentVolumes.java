package dev.vigie.catalog;

import dev.vigie.kind.Page;
import dev.vigie.kind.Tone;
import tools.jackson.databind.JsonNode;

/// Volumes: bound, free, given back, failed.
final class PersistentVolumes implements KnownKind {
    @Override
    public String toneColumn(Cells cells) {
        return "Status";
    }

    @Override
    public Tone tone(Cells cells) {
        return switch (cells.say("Status")) {
            case "Bound", "Available" -> Tone.OK;
            case "Pending" -> Tone.PROGRESS;
            case "Released" -> Tone.WARN;
            case "Failed" -> Tone.ERROR;
            case "Terminating" -> Tone.ENDING;
            default -> Tone.QUIET;
        };
    }

    @Override
    public Page page(JsonNode object) {
        return PersistentVolumePage.of(object);
    }
}
