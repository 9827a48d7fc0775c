package dev.vigie.testbed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Kubeconfig files of the test bed, as text.
public final class Kubeconfigs {
    private Kubeconfigs() {}

    /// One context, cluster and user, all named `name`, with a client certificate.
    public static String withCertificate(String name, String server, String caPem, Pki.Identity identity) {
        return of(
                name,
                server,
                caPem,
                "client-certificate-data: " + base64(identity.certificatePem()) + ", client-key-data: "
                        + base64(identity.keyPem()));
    }

    /// The same with a bearer token.
    public static String withToken(String name, String server, String caPem, String token) {
        return of(name, server, caPem, "token: " + token);
    }

    private static String of(String name, String server, String caPem, String user) {
        return """
                apiVersion: v1
                kind: Config
                current-context: %1$s
                clusters:
                - name: %1$s
                  cluster: {server: "%2$s", certificate-authority-data: %3$s}
                users:
                - name: %1$s
                  user: {%4$s}
                contexts:
                - name: %1$s
                  context: {cluster: %1$s, user: %1$s}
                """.formatted(name, server, base64(caPem), user);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
