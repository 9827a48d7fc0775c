package dev.vigie.kube;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far one source (a namespace, or all) has come.
sealed interface WatchSource {

    /// `expected` rows in all, -1 when the server does not say.
    record Loading(long expected) implements WatchSource {}

    record Watching() implements WatchSource {}

    /// It may not be watched, so it is listed again and again. `why` is null where nobody watches this kind.
    record Listing(KubeFailure.@Nullable Forbidden why) implements WatchSource {}

    /// It had rows; now it has not been heard since.
    record Lost(Instant since, Instant nextTry, KubeFailure why) implements WatchSource {}

    record Refused(KubeFailure.Forbidden why) implements WatchSource {}

    /// It never had rows.
    record Broken(KubeFailure why, @Nullable Instant nextTry) implements WatchSource {}
}
