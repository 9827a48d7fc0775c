package dev.vigie.workbench;

import dev.vigie.base.Quietly;
import dev.vigie.live.Fx;
import java.time.Duration;
import java.util.Set;

/// Asks again and again what the clusters that are looked at serve: kinds come, go, and change their version. FX thread
/// only.
final class Rediscovery implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(6);

    private final Sessions sessions;
    private final Looked looked;
    private final AutoCloseable beat;

    /// Who looks at clusters.
    interface Looked {
        Set<Session> sessions();

        /// A cluster serves other kinds than before.
        void discovered(Session now);
    }

    Rediscovery(Fx fx, Sessions sessions, Looked looked) {
        this.sessions = sessions;
        this.looked = looked;
        beat = fx.every(PAUSE, this::ask);
    }

    private void ask() {
        for (Session session : looked.sessions())
            if (session.cluster().reachability().reachable()) sessions.rediscover(session, looked::discovered);
    }

    @Override
    public void close() {
        Quietly.close(beat);
    }
}
