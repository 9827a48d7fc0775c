package dev.vigie.catalog;

import dev.vigie.kind.Page.Standing;
import dev.vigie.kind.Tone;
import tools.jackson.databind.JsonNode;

/// How any object stands, by what most kinds say of themselves: a deletion under way, a phase, a `Ready` condition.
final class Standings {
    private Standings() {}

    static Standing of(JsonNode object) {
        if (!object.path("metadata").path("deletionTimestamp").isMissingNode())
            return new Standing(Tone.ENDING, "Terminating", "");
        JsonNode ready = Conditions.main(object);
        String phase = object.path("status").path("phase").asString("");
        if (!phase.isEmpty()) return new Standing(Words.tone(phase), phase, line(ready));
        if (ready == null) return new Standing(Tone.QUIET, "", "");
        String type = ready.path("type").asString("");
        Tone tone = Conditions.tone(ready);
        return new Standing(tone, tone == Tone.OK ? type : "Not" + type, line(ready));
    }

    private static String line(@org.jspecify.annotations.Nullable JsonNode condition) {
        if (condition == null || Conditions.tone(condition) == Tone.OK) return "";
        return condition.path("message").asString("");
    }
}
