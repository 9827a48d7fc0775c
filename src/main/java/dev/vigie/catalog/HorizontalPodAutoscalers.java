package dev.vigie.catalog;

import dev.vigie.kind.Page;
import dev.vigie.kind.Tone;
import tools.jackson.databind.JsonNode;

/// Autoscalers: blind without metrics, or at their ceiling.
final class HorizontalPodAutoscalers implements KnownKind {
    @Override
    public String toneColumn(Cells cells) {
        return "Targets";
    }

    @Override
    public Tone tone(Cells cells) {
        if (cells.row().deleting()) return Tone.ENDING;
        return cells.say("Targets").contains("<unknown>") || full(cells) ? Tone.WARN : Tone.QUIET;
    }

    private static boolean full(Cells cells) {
        long most = cells.number("MaxPods");
        return most > 0 && cells.number("Replicas") >= most;
    }

    @Override
    public Tone cause(String column, Cells cells) {
        return column.equalsIgnoreCase("Replicas") && full(cells) ? Tone.WARN : Tone.QUIET;
    }

    @Override
    public String trouble(Cells cells) {
        return full(cells) ? Words.full() : cells.say("Targets");
    }

    @Override
    public Page page(JsonNode object) {
        return HorizontalPodAutoscalerPage.of(object);
    }
}
