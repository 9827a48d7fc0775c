package dev.vigie.catalog;

import dev.vigie.kind.Page;
import dev.vigie.kind.Tone;
import tools.jackson.databind.JsonNode;

/// ConfigMaps: keys and what they say.
final class ConfigMaps implements KnownKind {
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
        return KeyedPage.configMap(object);
    }
}
