package dev.vigie.catalog;

import dev.vigie.kind.Page;
import dev.vigie.kind.Tone;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Kinds whose rows nobody told us about: looks at columns named like a state, and stays quiet when unsure. `pages`
/// makes the details.
record Generic(Function<JsonNode, Page> pages) implements KnownKind {
    private static final List<String> COLUMNS =
            List.of("Status", "Phase", "State", "Health Status", "Health", "Ready", "Available", "Synced");

    /// A kind nobody told us anything about.
    Generic() {
        this(object -> new Page(Standings.of(object), null, List.of()));
    }

    @Override
    public Page page(JsonNode object) {
        return pages.apply(object);
    }

    @Override
    public String toneColumn(Cells cells) {
        for (String column : COLUMNS) if (cells.has(column)) return column;
        return "";
    }

    @Override
    public Tone tone(Cells cells) {
        if (cells.row().deleting()) return Tone.ENDING;
        String column = toneColumn(cells);
        String word = cells.say(column);
        if (word.equalsIgnoreCase("false")) return says(column) ? Tone.WARN : Tone.QUIET;
        Tone known = Words.tone(word);
        return known == Tone.QUIET ? ratio(cells, column) : known;
    }

    /// `False` means trouble where the column is a promise.
    private static boolean says(String column) {
        return column.equals("Ready") || column.equals("Available") || column.equals("Synced");
    }

    private static Tone ratio(Cells cells, String column) {
        long missing = cells.missing(column);
        if (missing < 0) return Tone.QUIET;
        return missing == 0 ? Tone.OK : Tone.WARN;
    }
}
