package dev.vigie.kube.config;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// How to reach one API server. `problem` says why the entry cannot be used, null if it can; `extensions` are JSON
/// values by name.
public record ClusterEntry(
        String name,
        Path file,
        Route route,
        Tls tls,
        Map<String, JsonNode> extensions,
        @Nullable Problem problem) {

    /// `proxyUrl` is `""` where none is named.
    public record Route(String server, String proxyUrl, boolean disableCompression) {}

    /// `serverName` is `""` where the host of the server is to be checked.
    public record Tls(String serverName, boolean insecureSkipVerify, Pem ca) {}

    public String server() {
        return route.server();
    }

    public String proxyUrl() {
        return route.proxyUrl();
    }

    public boolean disableCompression() {
        return route.disableCompression();
    }

    public String tlsServerName() {
        return tls.serverName();
    }

    public boolean insecureSkipTlsVerify() {
        return tls.insecureSkipVerify();
    }

    /// The authorities that may sign the server's certificate; empty means those of the system.
    public Pem ca() {
        return tls.ca();
    }

    /// Without extensions, which may hold anything.
    @Override
    public String toString() {
        return "ClusterEntry[" + name + " of " + file + "]";
    }
}
