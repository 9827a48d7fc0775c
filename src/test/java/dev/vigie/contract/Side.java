package dev.vigie.contract;

import dev.vigie.demo.DemoCluster;
import dev.vigie.demo.content.Content;
import dev.vigie.demo.content.Step;
import dev.vigie.demo.model.Json;
import dev.vigie.testbed.TestCluster;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// One of the two API servers, how an administrator of the same name is known there, and how it is made to forget early
/// versions (the real one forgot its first by itself).
record Side(String name, URI server, HttpClient client, List<String> identity, Runnable forgets) {
    static Side real(TestCluster cluster) {
        return new Side(
                "real",
                cluster.server(),
                client(cluster.pki().trusting()),
                List.of(
                        "Authorization",
                        "Bearer " + cluster.adminToken(),
                        "Impersonate-User",
                        "kubernetes-admin",
                        "Impersonate-Group",
                        "system:masters"),
                () -> {});
    }

    /// What stands in a new cluster before anybody made anything is made by hand: no controllers live there.
    static Side demo(DemoCluster demo) {
        for (Step step : Content.steps()) {
            String kind = Json.text(step.object(), "kind");
            if (bootstrapped(kind, Json.name(step.object()))) demo.objects().create(key(kind), step.object());
        }
        return new Side(
                "demo",
                URI.create(demo.server()),
                client(trusting(demo.certificate())),
                List.of("Authorization", "Bearer " + demo.token()),
                demo::compact);
    }

    private static boolean bootstrapped(String kind, String name) {
        return switch (kind) {
            case "ClusterRole", "ClusterRoleBinding" -> true;
            case "Namespace", "PriorityClass" ->
                Set.of("default", "kube-", "system").stream().anyMatch(name::startsWith);
            default -> false;
        };
    }

    private static String key(String kind) {
        return switch (kind) {
            case "Namespace" -> "namespaces";
            case "PriorityClass" -> "priorityclasses.scheduling.k8s.io";
            default -> kind.toLowerCase(Locale.ROOT) + "s.rbac.authorization.k8s.io";
        };
    }

    private static HttpClient client(SSLContext trust) {
        return HttpClient.newBuilder()
                .sslContext(trust)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    private static SSLContext trusting(String certificate) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, new char[0]);
            store.setCertificateEntry(
                    "demo",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(
                                    new ByteArrayInputStream(certificate.getBytes(StandardCharsets.UTF_8))));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
