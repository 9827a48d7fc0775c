package dev.vigie.kube.config;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a plugin is told in `KUBERNETES_EXEC_INFO`: the version spoken, that no terminal is there, and the cluster if
/// it wants to know.
final class PluginQuestion {
    private static final String EXTENSION = "client.authentication.k8s.io/exec";

    private PluginQuestion() {}

    static String json(PluginCall call) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("kind", "ExecCredential")
                .put("apiVersion", call.exec().apiVersion());
        ObjectNode spec = json.putObject("spec");
        if (call.exec().provideClusterInfo()) spec.set("cluster", cluster(call.cluster()));
        spec.put("interactive", false);
        return json.toString();
    }

    private static ObjectNode cluster(ClusterEntry cluster) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("server", cluster.server());
        if (!cluster.tlsServerName().isEmpty()) json.put("tls-server-name", cluster.tlsServerName());
        if (cluster.insecureSkipTlsVerify()) json.put("insecure-skip-tls-verify", true);
        String ca = ca(cluster);
        if (!ca.isEmpty()) json.put("certificate-authority-data", ca);
        if (!cluster.proxyUrl().isEmpty()) json.put("proxy-url", cluster.proxyUrl());
        if (cluster.disableCompression()) json.put("disable-compression", true);
        JsonNode config = cluster.extensions().get(EXTENSION);
        json.set("config", config == null ? JsonNodeFactory.instance.nullNode() : config);
        return json;
    }

    /// An unreadable file is told when the connection is made; the plugin may not need it.
    private static String ca(ClusterEntry cluster) {
        if (cluster.ca().empty()) return "";
        try {
            return Scalars.base64(cluster.ca().read());
        } catch (IOException | InvalidPathException e) {
            return "";
        }
    }
}
