package dev.vigie.catalog;

import dev.vigie.kind.Page;
import dev.vigie.kind.Tone;
import tools.jackson.databind.JsonNode;

/// Namespaces: active or on their way out.
final class Namespaces implements KnownKind {
    @Override
    public String toneColumn(Cells cells) {
        return "Status";
    }

    @Override
    public Tone tone(Cells cells) {
        return switch (cells.say("Status")) {
            case "Active" -> Tone.OK;
            case "Terminating" -> Tone.ENDING;
            default -> Tone.QUIET;
        };
    }

    @Override
    public Page page(JsonNode object) {
        return NamespacePage.of(object);
    }
}
