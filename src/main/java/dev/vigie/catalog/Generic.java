package dev.vigie.catalog;

import dev.vigie.kind.Page;
import dev.vigie.kind.Tone;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Kinds whose rows nobody told us about: looks at columns named like a state, and stays quiet when unsure. `pages`
/// makes the details.
record Generic(Function<JsonNode, Page> pages) implements KnownKind {
    private static final List<String> COLUMNS = List.of(
            "Status", "Phase", "State", "Health Status", "Health", "Ready", "Available", "Synced", "Sync Status");

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
        String first = "";
        for (String column : COLUMNS) {
            if (!cells.has(column)) continue;
            if (first.isEmpty()) first = column;
            // a column of sentences, as many have beside `Ready`, says nothing by itself
            if (tone(column, cells) != Tone.QUIET) return column;
        }
        return first;
    }

    @Override
    public Tone tone(Cells cells) {
        if (cells.row().deleting()) return Tone.ENDING;
        return tone(toneColumn(cells), cells);
    }

    /// `False` alone says nothing: it is what is not so that matters.
    @Override
    public String trouble(Cells cells) {
        String column = toneColumn(cells);
        String word = cells.say(column);
        boolean promise = word.toLowerCase(Locale.ROOT).startsWith("false") || word.equalsIgnoreCase("unknown");
        return promise ? column + ": " + word : KnownKind.super.trouble(cells);
    }

    private static Tone tone(String column, Cells cells) {
        String word = cells.say(column);
        // `False (MissingEndpoints)`
        if (word.startsWith("False (")) word = "False";
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
