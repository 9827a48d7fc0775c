package dev.vigie.workbench;

import dev.vigie.kube.KubeFailure;
import dev.vigie.kube.config.Context;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What one window waits for: at most one context at a time. FX thread only.
final class Connecting {
    private final Sessions sessions;
    private @Nullable Attempt attempt;
    private Attempt.@Nullable Waiting waiting;
    private boolean comingBack;

    /// Connects, and says what came of it.
    interface Road {
        void take(Context context, Consumer<Session> then, Consumer<KubeFailure> otherwise);
    }

    Connecting(Sessions sessions) {
        this.sessions = sessions;
    }

    /// Connects; only the newest wish is answered. What nobody waits for any more is closed again.
    void connect(Context context, Consumer<Session> then, Consumer<KubeFailure> otherwise) {
        start(context, true, new Attempt.Waiting(then, otherwise));
    }

    /// The same when nobody asked for it just now: no plugin runs that was not allowed before.
    void comeBack(Context context, Consumer<Session> then, Consumer<KubeFailure> otherwise) {
        start(context, false, new Attempt.Waiting(then, otherwise));
    }

    /// Whether the last wish was one that nobody asked for.
    boolean comingBack() {
        return comingBack;
    }

    private void start(Context context, boolean byPerson, Attempt.Waiting wish) {
        cancel();
        comingBack = !byPerson;
        Attempt way = sessions.attempt(context, byPerson);
        attempt = way;
        waiting = wish;
        way.join(wish);
    }

    /// Waits no longer: the answer is not heard any more.
    void cancel() {
        Attempt way = attempt;
        Attempt.Waiting wish = waiting;
        attempt = null;
        waiting = null;
        comingBack = false;
        if (way != null && wish != null) way.leave(wish);
    }
}
