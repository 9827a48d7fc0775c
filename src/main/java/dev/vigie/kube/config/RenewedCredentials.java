package dev.vigie.kube.config;

import dev.vigie.base.Quietly;

/// Credentials in use, whose source can be replaced: a person signs in again, or the kubeconfig names others now. Safe
/// on any thread.
public final class RenewedCredentials implements CredentialSource {
    private volatile CredentialSource source;

    public RenewedCredentials(CredentialSource source) {
        this.source = source;
    }

    /// From now on credentials come from there; whatever the source of before still does is ended.
    public void from(CredentialSource next) {
        CredentialSource before;
        synchronized (this) {
            before = source;
            source = next;
        }
        Quietly.close(before);
    }

    @Override
    public Credentials current() throws CredentialException {
        return source.current();
    }

    @Override
    public void rejected(Credentials which) {
        source.rejected(which);
    }

    @Override
    public void close() {
        Quietly.close(source);
    }
}
