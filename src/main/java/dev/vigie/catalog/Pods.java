package dev.vigie.catalog;

import dev.vigie.catalog.pods.PodPage;
import dev.vigie.catalog.pods.StatusWord;
import dev.vigie.kind.Page;
import dev.vigie.kind.Tone;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/// Pods: the status words of kubectl, fewer ready containers than wanted, many restarts.
final class Pods implements KnownKind {
    @Override
    public String toneColumn(Cells cells) {
        return "Status";
    }

    @Override
    public Tone tone(Cells cells) {
        String status = cells.say("Status");
        if (cells.row().deleting() || status.equals("Terminating")) return Tone.ENDING;
        return status.equals("Running") ? running(cells) : StatusWord.tone(status);
    }

    private static Tone running(Cells cells) {
        if (many(cells)) return Tone.WARN;
        return cells.missing("Ready") > 0 ? Tone.PROGRESS : Tone.OK;
    }

    private static boolean many(Cells cells) {
        return cells.number("Restarts") >= 10;
    }

    @Override
    public Tone cause(String column, Cells cells) {
        if (column.equalsIgnoreCase("Restarts")) return many(cells) ? Tone.WARN : Tone.QUIET;
        boolean bad = tone(cells) == Tone.ERROR && cells.missing("Ready") > 0;
        return column.equalsIgnoreCase("Ready") && bad ? Tone.ERROR : Tone.QUIET;
    }

    @Override
    public String trouble(Cells cells) {
        String status = cells.say("Status");
        if (!status.equals("Running")) return status;
        return cells.missing("Ready") > 0 ? Words.ready(cells.say("Ready")) : Words.restarts(cells.number("Restarts"));
    }

    @Override
    public Page page(JsonNode object) {
        return PodPage.of(object, Instant.now());
    }
}
