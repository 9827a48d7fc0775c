package dev.vigie.catalog;

import dev.vigie.kind.Page;
import dev.vigie.kind.Tone;
import tools.jackson.databind.JsonNode;

/// Secrets: keys and how much stands behind them.
final class Secrets implements KnownKind {
    @Override
    public String toneColumn(Cells cells) {
        return "";
    }

    @Override
    public Tone tone(Cells cells) {
        return cells.row().deleting() ? Tone.ENDING : Tone.QUIET;
    }

    @Override
    public Page page(JsonNode object) {
        return KeyedPage.secret(object);
    }
}
