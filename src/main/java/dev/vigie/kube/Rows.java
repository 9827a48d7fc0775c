package dev.vigie.kube;

import dev.vigie.kind.Column;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of one kind in some namespaces, kept true by a watch while at least one owner has it open. Safe on any
/// thread.
/// An event changes the store and rings; no payload travels.
public interface Rows extends AutoCloseable {

    Kind kind();

    Namespaces namespaces();

    /// Everything as of now, without waiting. Cheap enough for ten times a second at 100,000 rows.
    Snapshot snapshot();

    /// `bell` is called on any thread, at least once after each change, and never holds a lock; it must return at once.
    /// Closing the answer ends it.
    AutoCloseable onChange(Runnable bell);

    /// Rows hold these annotations too, from the next list on, which is asked for. They are kept until the watch ends.
    default void keepAnnotations(Collection<String> keys) {}

    /// Forget the back-off and ask now.
    void tryNow();

    /// Gives this opening back; the watch ends with the last one.
    @Override
    void close();

    /// What the store held at one moment. `rows` is in no order, unmodifiable, and random access. `version` grows with
    /// each change of rows or
    /// columns, so equal versions mean equal rows.
    record Snapshot(long version, List<Column> columns, List<Row> rows, State state) {}

    /// How true the rows are.
    sealed interface State {

        /// The first rows are on their way. `expected` is -1 when the server does not say.
        record Loading(int received, int expected) implements State {}

        /// The rows are the server's. `refused` lists namespaces of the set that may not be listed; and those that may
        /// be
        /// listed but not watched (verb `watch`), which are listed again every fifteen seconds.
        record Live(Instant heard, List<KubeFailure.Forbidden> refused) implements State {}

        /// The rows are what they were at `since`; asked again at `nextTry`.
        record Stale(Instant since, Instant nextTry, KubeFailure why) implements State {}

        /// There are no rows, because they may not be read.
        record Forbidden(KubeFailure.Forbidden why) implements State {}

        /// There are no rows, for another reason; asked again at `nextTry` unless it is null.
        record Failed(KubeFailure why, @Nullable Instant nextTry) implements State {}
    }
}
