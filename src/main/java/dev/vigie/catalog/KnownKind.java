package dev.vigie.catalog;

import dev.vigie.kind.Page;
import dev.vigie.kind.Tone;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What we know of a kind beyond the server's own table.
public interface KnownKind {

    /// The name of the column whose cell wears the tone of the row, among those the server sent; empty when none does.
    String toneColumn(Cells cells);

    /// What the row's state means.
    Tone tone(Cells cells);

    /// What is wrong with a row that does not stand well, in as few words as can be.
    default String trouble(Cells cells) {
        String word = cells.say(toneColumn(cells));
        return cells.missing(toneColumn(cells)) > 0 ? Words.ready(word) : word;
    }

    /// The tone of another cell, only where that cell is the cause; else [Tone#QUIET].
    default Tone cause(String column, Cells cells) {
        return Tone.QUIET;
    }

    /// What the details say of a whole object as the server sends it, any field of which may be missing. What every
    /// object has (labels, owners, conditions …) follows below by itself: see [Pages].
    default Page page(JsonNode object) {
        return new Page(Standings.of(object), null, List.of());
    }
}
