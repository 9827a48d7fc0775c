package dev.vigie.kube;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far one source (a namespace, or all) has come.
sealed interface WatchSource {

    record Loading(int received, long remaining) implements WatchSource {}

    record Watching() implements WatchSource {}

    /// It had rows; now it has not been heard since.
    record Lost(Instant since, Instant nextTry, KubeFailure why) implements WatchSource {}

    record Refused(KubeFailure.Forbidden why) implements WatchSource {}

    /// It never had rows.
    record Broken(KubeFailure why, @Nullable Instant nextTry) implements WatchSource {}
}
