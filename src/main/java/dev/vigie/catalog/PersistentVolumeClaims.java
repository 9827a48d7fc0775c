package dev.vigie.catalog;

import dev.vigie.kind.Tone;

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
}
