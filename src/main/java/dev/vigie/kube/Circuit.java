package dev.vigie.kube;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What all watches of a cluster know together of the connection, so that a sick server is asked by one and not by
/// each.
interface Circuit {

    /// Bytes came from the server just now.
    void heard();

    /// A stream ended or failed: the connection is to be proved soon.
    void doubt();

    /// Why the server is not to be asked now; null when it is.
    @Nullable
    KubeFailure trouble();

    Instant lastHeard();

    /// When the server is asked next to prove the connection.
    Instant nextTry();

    /// Asks at once.
    void tryNow();

    /// `bell` is called on any thread when [#trouble()] came or went.
    AutoCloseable onChange(Runnable bell);
}
