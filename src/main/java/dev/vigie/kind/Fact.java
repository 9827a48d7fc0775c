package dev.vigie.kind;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing that is known of an object, with its name in the person's language.
public sealed interface Fact {
    String label();

    /// Words. The tone is [Tone#QUIET] unless this is what is wrong, or right, with the object.
    record Words(String label, String value, Tone tone) implements Fact {}

    /// Something written in code, a path or an image, a number with its unit.
    record Code(String label, String value, Tone tone) implements Fact {}

    /// A moment, shown as how long ago.
    record Since(String label, Instant at) implements Fact {}

    /// Keys and values: labels, selectors, limits. In their order.
    record Pairs(String label, Map<String, String> pairs) implements Fact {
        public Pairs {
            pairs = Collections.unmodifiableMap(new LinkedHashMap<>(pairs));
        }
    }

    /// Other objects, which can be opened; `text` is what is shown for one.
    record Links(String label, List<Link> links) implements Fact {
        public Links {
            links = List.copyOf(links);
        }
    }

    record Link(Pointer to, String text) {}

    /// A condition of a status. `since` is when it became so, null where that is not said.
    record Condition(
            String label,
            String status,
            Tone tone,
            String reason,
            String message,
            @Nullable Instant since) implements Fact {}
}
