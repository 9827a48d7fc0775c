package dev.vigie.catalog;

import dev.vigie.kind.Page;
import dev.vigie.kind.Tone;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/// CronJobs: suspended ones are quiet, active ones in progress.
final class CronJobs implements KnownKind {
    @Override
    public String toneColumn(Cells cells) {
        return "Suspend";
    }

    @Override
    public Tone tone(Cells cells) {
        if (cells.row().deleting()) return Tone.ENDING;
        if (cells.say("Suspend").equalsIgnoreCase("true")) return Tone.QUIET;
        return cells.number("Active") > 0 ? Tone.PROGRESS : Tone.OK;
    }

    @Override
    public Page page(JsonNode object) {
        return CronJobPage.of(object, Instant.now());
    }
}
