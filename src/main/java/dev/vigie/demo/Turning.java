package dev.vigie.demo;

import dev.vigie.demo.api.Api;
import dev.vigie.demo.control.Life;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the controllers turning on one thread: after each change, and when something is due.
final class Turning implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Turning.class);
    private static final Duration SHORTEST = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Api api;
    private final Life life;
    private final InstantSource clock;
    private final Runnable after;
    private final Thread thread;

    Turning(Api api, Life life, InstantSource clock, Runnable after) {
        this.api = api;
        this.after = after;
        this.life = life;
        this.clock = clock;
        thread = Thread.ofVirtual().name("demo-life").unstarted(this::turn);
    }

    void start() {
        thread.start();
    }

    private void turn() {
        try {
            boolean open = true;
            while (open) {
                long before = api.version();
                Instant due = once();
                if (api.version() != before) continue;
                Duration left = Duration.between(clock.instant(), due);
                Duration wait = left.compareTo(SHORTEST) < 0 ? SHORTEST : left.compareTo(LONGEST) > 0 ? LONGEST : left;
                open = api.await(before, wait);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A fault in one turn must not end the demo: the next turn begins anew.
    private Instant once() {
        try {
            Instant due = life.run();
            after.run();
            return due;
        } catch (RuntimeException e) {
            LOG.warn("A controller of the demo cluster failed", e);
            return clock.instant().plusSeconds(1);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
