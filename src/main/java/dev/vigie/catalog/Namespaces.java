package dev.vigie.catalog;

import dev.vigie.kind.Tone;

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
}
