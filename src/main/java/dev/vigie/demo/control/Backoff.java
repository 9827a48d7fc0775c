package dev.vigie.demo.control;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Ten seconds, doubling to five minutes; forgotten after ten minutes without trouble.
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Duration length = Duration.ZERO;
    private @Nullable Instant since;

    Duration length() {
        return length;
    }

    /// The end of the wait that counts from `from`; `from` itself when there is none.
    Instant until(Instant from) {
        return forgotten(from) ? from : from.plus(length);
    }

    void next(Instant at) {
        Duration doubled = length.multipliedBy(2);
        if (forgotten(at)) length = FIRST;
        else length = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        since = at;
    }

    private boolean forgotten(Instant at) {
        return since == null || at.isAfter(since.plus(LONGEST.multipliedBy(2)));
    }
}
