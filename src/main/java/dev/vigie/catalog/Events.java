package dev.vigie.catalog;

import dev.vigie.kind.Tone;

/// Events: warnings stand out.
final class Events implements KnownKind {
    @Override
    public String toneColumn(Cells cells) {
        return "Type";
    }

    @Override
    public Tone tone(Cells cells) {
        return cells.say("Type").equals("Warning") ? Tone.WARN : Tone.QUIET;
    }
}
