package dev.vigie.catalog.pods;

import dev.vigie.kind.Fact;
import dev.vigie.kind.Pointer;
import dev.vigie.kind.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Facts gathered one after the other; what is empty or not known is left out.
final class Facts {
    private final List<Fact> facts = new ArrayList<>();

    Facts words(String label, String value) {
        return words(label, value, Tone.QUIET);
    }

    Facts words(String label, String value, Tone tone) {
        if (!value.isEmpty()) facts.add(new Fact.Words(label, value, tone));
        return this;
    }

    Facts code(String label, String value) {
        if (!value.isEmpty()) facts.add(new Fact.Code(label, value, Tone.QUIET));
        return this;
    }

    Facts since(String label, @Nullable Instant at) {
        if (at != null) facts.add(new Fact.Since(label, at));
        return this;
    }

    Facts pairs(String label, Map<String, String> pairs) {
        if (!pairs.isEmpty()) facts.add(new Fact.Pairs(label, pairs));
        return this;
    }

    Facts links(String label, List<Fact.Link> links) {
        if (!links.isEmpty()) facts.add(new Fact.Links(label, links));
        return this;
    }

    /// One link that shows the object's name.
    Facts link(String label, Pointer to) {
        return to.name().isEmpty() ? this : links(label, List.of(new Fact.Link(to, to.name())));
    }

    List<Fact> all() {
        return List.copyOf(facts);
    }
}
