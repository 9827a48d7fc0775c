package dev.vigie.kube.config;

/// Gives the credentials of one user for one cluster, fresh at every moment. Safe on any thread.
public interface CredentialSource extends AutoCloseable {

    /// The credentials of `user` for `cluster`. Nothing is read or run before [#current()] is called; a plugin runs
    /// only
    /// after `consent`, which is not asked again after a no: make a new source for that.
    static CredentialSource of(UserEntry user, ClusterEntry cluster, Consent consent) {
        return new UserCredentials(user, cluster, consent, java.time.InstantSource.system());
    }

    /// What to show the server now. May wait: for a file, for a person's consent, for a plugin (30 s at most). Cheap
    /// when
    /// what was given before still holds. An interrupt ends the wait, and the plugin with it.
    Credentials current() throws CredentialException;

    /// The server answered 401 to these, which [#current()] gave: the next call makes new ones where that is possible.
    /// What was replaced meanwhile is no news.
    void rejected(Credentials which);

    /// Ends a running plugin with its children.
    @Override
    void close();
}
