package dev.vigie.kube;

import dev.vigie.kube.config.ClusterEntry;
import dev.vigie.kube.config.UserEntry;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/// The address of a cluster's server as requests need it.
final class ServerAddress {
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://.*");

    private ServerAddress() {}

    /// Without a slash at its end. What has no scheme gets `https` when the kubeconfig says anything about TLS, else
    /// `http`, as kubectl does it.
    ///
    /// @throws KubeException for what is no address of an HTTP server
    static URI of(ClusterEntry cluster, UserEntry user) throws KubeException {
        String server = cluster.server().strip();
        boolean secure = !cluster.ca().empty()
                || cluster.insecureSkipTlsVerify()
                || !user.clientCertificate().empty();
        String whole = SCHEME.matcher(server).matches() ? server : (secure ? "https://" : "http://") + server;
        while (whole.endsWith("/")) whole = whole.substring(0, whole.length() - 1);
        try {
            URI uri = URI.create(whole);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean http = scheme.equals("http") || scheme.equals("https");
            if (http && uri.getHost() != null && uri.getPort() <= 65_535 && uri.getPort() != 0) return uri;
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new KubeException(
                new KubeFailure.Unreachable(cluster.server(), KubeFailure.Cause.NO_ADDRESS, cluster.name()));
    }
}
