package dev.vigie.workbench;

import java.time.Duration;
import java.time.Instant;

/// Called before each picture of the window: after a sleep the first one already says how old everything is, and every
/// server is asked at once. FX thread only.
final class Awakening implements Runnable {
    private static final Duration LONG = Duration.ofSeconds(10);

    private final Sessions sessions;
    private final Runnable tick;
    private Instant last = Instant.now();

    /// `tick` draws whatever grows older.
    Awakening(Sessions sessions, Runnable tick) {
        this.sessions = sessions;
        this.tick = tick;
    }

    @Override
    public void run() {
        Instant now = Instant.now();
        boolean slept = Duration.between(last, now).compareTo(LONG) > 0;
        last = now;
        if (!slept) return;
        boolean old = false;
        for (Session session : sessions.all()) {
            if (session.cluster().reachability().trouble() == null) continue;
            session.cluster().tryNow();
            old = true;
        }
        if (old) tick.run();
    }
}
