package dev.vigie.catalog;

import dev.vigie.kind.Page;
import dev.vigie.kind.Tone;
import tools.jackson.databind.JsonNode;

/// Jobs: running, complete, failed.
final class Jobs implements KnownKind {
    @Override
    public String toneColumn(Cells cells) {
        return "Status";
    }

    @Override
    public Tone tone(Cells cells) {
        if (cells.row().deleting()) return Tone.ENDING;
        return switch (cells.say("Status")) {
            case "Complete", "SuccessCriteriaMet" -> Tone.DONE;
            case "Failed", "FailureTarget" -> Tone.ERROR;
            case "Running" -> Tone.PROGRESS;
            case "Terminating" -> Tone.ENDING;
            default -> Tone.QUIET;
        };
    }

    @Override
    public Page page(JsonNode object) {
        return JobPage.of(object);
    }
}
