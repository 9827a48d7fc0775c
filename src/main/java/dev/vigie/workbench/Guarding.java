package dev.vigie.workbench;

import dev.vigie.kind.Guard;
import dev.vigie.kube.config.Kubeconfig;

/// Which open clusters nothing may be sent to that changes anything: those a person guards so, and those whose context
/// is in no file any more. FX thread only.
final class Guarding {
    private final Memory memory;
    private final Sessions sessions;
    private final Runnable tick;
    private Kubeconfig kubeconfig = Kubeconfig.EMPTY;

    /// `tick` draws how the cluster that is looked at is guarded.
    Guarding(Memory memory, Sessions sessions, Runnable tick) {
        this.memory = memory;
        this.sessions = sessions;
        this.tick = tick;
    }

    void of(Session session) {
        boolean chosen = memory.guard(session.context()).level() == Guard.Level.READ_ONLY;
        session.cluster().readOnly(chosen || kubeconfig.context(session.context()) == null);
    }

    void treat(String context, Guard guard) {
        memory.guard(context, guard);
        Session session = sessions.of(context);
        if (session != null) of(session);
        tick.run();
    }

    void kubeconfig(Kubeconfig now) {
        kubeconfig = now;
        sessions.all().forEach(this::of);
    }
}
