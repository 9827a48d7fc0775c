package dev.vigie.kube.config;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How often a program that does not help is run again by itself: three times, ever later, and then only when a person
/// asks. It may open a page in a browser each time. For one thread at a time.
final class Tries {
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15));

    private int vain;
    private Instant last = Instant.MIN;

    boolean allow(Instant now) {
        if (vain == 0) return true;
        return vain <= PAUSES.size() && !now.isBefore(last.plus(PAUSES.get(vain - 1)));
    }

    /// It failed, or what it gave was not accepted.
    void vain(Instant when) {
        vain++;
        last = when;
    }

    /// What it gave was accepted.
    void helped() {
        vain = 0;
    }
}
