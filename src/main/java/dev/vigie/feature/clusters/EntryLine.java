package dev.vigie.feature.clusters;

import dev.vigie.kind.Tone;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One line of a table of kubeconfig entries: what its cells say from the left, how it stands, and what of it can be
/// removed.
record EntryLine(List<String> cells, Tone tone, java.nio.file.@Nullable Path removable) {
    EntryLine {
        cells = List.copyOf(cells);
    }

    static EntryLine of(Tone tone, String... cells) {
        return new EntryLine(List.of(cells), tone, null);
    }

    /// Whether its words hold every word of the query.
    boolean matches(String query) {
        String text = String.join(" ", cells).toLowerCase(Locale.ROOT);
        for (String word : query.strip().toLowerCase(Locale.ROOT).split("\\s+")) if (!text.contains(word)) return false;
        return true;
    }
}
