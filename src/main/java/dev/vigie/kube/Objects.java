package dev.vigie.kube;

import dev.vigie.kind.Kind;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A few whole objects, as the server sends them, kept true while somebody looks at them. Safe on any thread.
public interface Objects extends AutoCloseable {
    /// No more than these are read of a collection: what is looked at whole is looked at by a person.
    int MOST = 500;

    Snapshot snapshot();

    /// `bell` is called on any thread, at least once after each change, and must return at once. Closing the answer
    /// ends it.
    AutoCloseable onChange(Runnable bell);

    /// Forget the back-off and ask now.
    void tryNow();

    @Override
    void close();

    /// `objects` in no order, unmodifiable, never to be changed; `more` when there are others that were not read.
    /// `version` grows with each change.
    record Snapshot(long version, List<JsonNode> objects, boolean more, Rows.State state) {}

    /// Which objects.
    sealed interface Wanted {
        Kind kind();

        /// Empty for all namespaces and for cluster-scoped kinds.
        String namespace();

        /// One by its name.
        record Named(Kind kind, String namespace, String name) implements Wanted {}

        /// All that selectors name, written as the API writes them; empty for no such condition.
        record Selected(Kind kind, String namespace, String fields, String labels) implements Wanted {}
    }
}
