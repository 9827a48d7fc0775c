package dev.vigie.kube.config;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// The credentials that a user's entry names, by kubectl's precedence: what stands in the entry, and only without that
/// the plugin.
final class UserCredentials implements CredentialSource {
    private final UserEntry user;
    private final CertificatePart certificate;
    private final @Nullable TokenFile tokenFile;
    private final @Nullable PluginPart plugin;

    UserCredentials(UserEntry user, ClusterEntry cluster, Consent consent, InstantSource clock) {
        this.user = user;
        this.certificate = new CertificatePart(user, clock);
        this.tokenFile = user.tokenFile().isEmpty() ? null : new TokenFile(user, clock);
        ExecPlugin exec = user.exec();
        this.plugin = exec == null || written(user)
                ? null
                : new PluginPart(new PluginCall(user, exec, cluster), consent, clock);
    }

    private static boolean written(UserEntry user) {
        return !user.clientCertificate().empty()
                || !user.token().isEmpty()
                || !user.tokenFile().isEmpty()
                || basic(user);
    }

    private static boolean basic(UserEntry user) {
        return !user.username().isEmpty() || !user.password().isEmpty();
    }

    @Override
    public Credentials current() throws CredentialException {
        Problem problem = Usable.problem(user);
        if (problem != null) throw new CredentialException(problem);
        if (plugin != null) return plugin.current();
        return new Credentials(certificate.current(), authorization());
    }

    private Credentials.Authorization authorization() throws CredentialException {
        if (tokenFile != null) return new Credentials.Bearer(tokenFile.current());
        if (!user.token().isEmpty()) return new Credentials.Bearer(user.token());
        if (basic(user)) return new Credentials.Basic(user.username(), user.password());
        return new Credentials.Nobody();
    }

    @Override
    public void rejected(Credentials which) {
        certificate.rejected();
        if (tokenFile != null) tokenFile.rejected();
        if (plugin != null) plugin.rejected(which);
    }

    @Override
    public void close() {
        if (plugin != null) plugin.close();
    }
}
