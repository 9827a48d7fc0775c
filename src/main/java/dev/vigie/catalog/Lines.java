package dev.vigie.catalog;

import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Fact;
import dev.vigie.kind.Pointer;
import dev.vigie.kind.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Facts of a page being gathered; what is empty is left out.
final class Lines {
    private final List<Fact> facts = new ArrayList<>();

    Lines words(String label, String value) {
        return words(label, value, Tone.QUIET);
    }

    Lines words(String label, String value, Tone tone) {
        if (!value.isEmpty()) facts.add(new Fact.Words(label, value, tone));
        return this;
    }

    Lines code(String label, String value) {
        if (!value.isEmpty()) facts.add(new Fact.Code(label, value, Tone.QUIET));
        return this;
    }

    Lines since(String label, @Nullable Instant at) {
        if (at != null) facts.add(new Fact.Since(label, at));
        return this;
    }

    Lines pairs(String label, Map<String, String> pairs) {
        if (!pairs.isEmpty()) facts.add(new Fact.Pairs(label, pairs));
        return this;
    }

    Lines link(String label, String group, String kind, String namespace, String name) {
        if (name.isEmpty()) return this;
        facts.add(new Fact.Links(label, List.of(new Fact.Link(new Pointer(group, kind, namespace, name), name))));
        return this;
    }

    Lines links(String label, List<Fact.Link> links) {
        if (!links.isEmpty()) facts.add(new Fact.Links(label, links));
        return this;
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    /// `25%` of 4 is 1 or, rounded up, 1: as the controllers count it.
    static int share(JsonNode value, int of, boolean up) {
        String text = Fields.text(value);
        if (!text.endsWith("%")) return value.isNumber() ? value.asInt(0) : 0;
        try {
            double exact = Integer.parseInt(text.substring(0, text.length() - 1)) * of / 100.0;
            return (int) (up ? Math.ceil(exact) : Math.floor(exact));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
