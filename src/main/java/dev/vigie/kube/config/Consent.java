package dev.vigie.kube.config;

/// Asks the person whether a program named by a kubeconfig may run. Called on the thread that needs the credentials;
/// may wait.
@FunctionalInterface
public interface Consent {

    boolean allows(PluginRun run);

    /// Refuses everything.
    Consent NEVER = run -> false;

    /// Asks only for what is not yet in the store, and puts there what was allowed.
    static Consent remembered(Approvals store, Consent ask) {
        return run -> {
            if (store.approved(run.fingerprint())) return true;
            boolean allowed = ask.allows(run);
            if (allowed) store.approve(run);
            return allowed;
        };
    }

    /// Where approvals are kept between runs of Vigie. Safe on any thread.
    interface Approvals {
        boolean approved(String fingerprint);

        void approve(PluginRun run);
    }
}
