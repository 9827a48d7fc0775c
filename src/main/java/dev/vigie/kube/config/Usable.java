package dev.vigie.kube.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether kubectl would go to a server with a cluster's and a user's entry. Reads no file and runs nothing.
final class Usable {
    private static final Set<String> MODES = Set.of("Never", "IfAvailable", "Always");

    private Usable() {}

    static @Nullable Problem problem(ClusterEntry cluster) {
        if (cluster.problem() != null) return cluster.problem();
        if (cluster.server().isEmpty()) return Problem.of("cluster.server", cluster.name(), cluster.file());
        if (both(cluster.ca())) return twice("certificate-authority", "cluster", cluster.name(), cluster.file());
        String proxy = cluster.proxyUrl();
        return proxy.isEmpty() || goodProxy(proxy) ? null : Problem.of("cluster.proxy", cluster.name(), cluster.file());
    }

    static @Nullable Problem problem(UserEntry user) {
        if (user.problem() != null) return user.problem();
        Problem certificate = certificate(user);
        if (certificate != null) return certificate;
        boolean basic = !user.username().isEmpty() || !user.password().isEmpty();
        boolean token = !user.token().isEmpty() || !user.tokenFile().isEmpty();
        if (token && basic) return Problem.of("user.methods", user.name(), user.file());
        if (user.exec() != null) return exec(user, user.exec());
        if (user.authProvider() != null) {
            return Problem.of(
                    "user.provider",
                    user.name(),
                    user.file(),
                    PlainText.of(user.authProvider().name()));
        }
        return impersonation(user);
    }

    private static @Nullable Problem certificate(UserEntry user) {
        if (user.clientCertificate().empty()) return null;
        if (both(user.clientCertificate())) return twice("client-certificate", "user", user.name(), user.file());
        if (both(user.clientKey())) return twice("client-key", "user", user.name(), user.file());
        return user.clientKey().empty() ? Problem.of("user.key", user.name(), user.file()) : null;
    }

    private static @Nullable Problem exec(UserEntry user, ExecPlugin exec) {
        if (user.authProvider() != null) return exec(user, "auth-provider");
        if (exec.command().program().isEmpty()) return exec(user, "command");
        if (!PluginVersion.known(exec.apiVersion())) return exec(user, "apiVersion");
        if (exec.command().env().stream().anyMatch(v -> v.name().isEmpty())) return exec(user, "env");
        if (!MODES.contains(exec.interactiveMode())) return exec(user, "interactiveMode");
        return impersonation(user);
    }

    private static Problem exec(UserEntry user, String field) {
        return Problem.of("user.exec", user.name(), user.file(), field);
    }

    private static @Nullable Problem impersonation(UserEntry user) {
        Impersonation as = user.impersonation();
        boolean more =
                !as.uid().isEmpty() || !as.groups().isEmpty() || !as.extra().isEmpty();
        return as.user().isEmpty() && more ? Problem.of("user.as", user.name(), user.file()) : null;
    }

    private static boolean both(Pem pem) {
        return !pem.file().isEmpty() && !pem.base64().isEmpty();
    }

    private static Problem twice(String field, String word, String name, Object file) {
        return Problem.of("entry.both", field, word, name, file);
    }

    private static boolean goodProxy(String proxy) {
        try {
            URI uri = new URI(proxy);
            String scheme = uri.getScheme();
            return scheme != null
                    && uri.getHost() != null
                    && Set.of("http", "https", "socks5").contains(scheme.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
