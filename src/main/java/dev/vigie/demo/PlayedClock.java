package dev.vigie.demo;

import java.time.Instant;
import java.time.InstantSource;

/// The clock of the demo: set by hand while its past is played, and in tests; else the clock it was given.
public final class PlayedClock implements InstantSource {
    private final InstantSource real;
    private volatile long set;
    private volatile boolean held;

    public PlayedClock(InstantSource real) {
        this.real = real;
    }

    /// Stands still at a time until it is set again or let go.
    public void set(Instant time) {
        set = time.toEpochMilli();
        held = true;
    }

    /// Shows the real time from now on.
    public void letGo() {
        held = false;
    }

    @Override
    public Instant instant() {
        return held ? Instant.ofEpochMilli(set) : real.instant();
    }
}
