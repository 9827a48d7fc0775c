package dev.vigie.demo.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.demo.DemoCluster;
import dev.vigie.testbed.TestCluster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.assertj.core.api.SoftAssertions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A demo cluster beside a real one: the same is asked of both, and the answers are to be equal.
final class Trial implements AutoCloseable {
    private final TestCluster bed;
    private final DemoCluster demo = DemoCluster.start();
    private final String namespace;
    final Asked real;
    final Asked played;

    Trial(TestCluster bed) {
        this.bed = bed;
        namespace = bed.newNamespace();
        real = new Asked(
                bed.server().toString().replaceAll("/$", ""),
                bed.adminToken(),
                HttpClient.newBuilder().sslContext(bed.pki().trusting()).build());
        played = new Asked(
                demo.server(),
                demo.token(),
                HttpClient.newBuilder().sslContext(trusting(demo.certificate())).build());
        played.say("POST", "/api/v1/namespaces", "application/json", "{\"metadata\":{\"name\":\"" + namespace + "\"}}");
        org.awaitility.Awaitility.await()
                .until(() -> demo.objects().get("serviceaccounts", namespace, "default") != null);
        withoutUsualClasses();
    }

    /// The test bed has no default classes; the demo does.
    private void withoutUsualClasses() {
        for (String kind : List.of("storageclasses.storage.k8s.io", "ingressclasses.networking.k8s.io")) {
            demo.objects()
                    .list(kind, "")
                    .forEach(each -> demo.objects()
                            .remove(kind, "", each.path("metadata").path("name").asString()));
        }
    }

    String namespace() {
        return namespace;
    }

    TestCluster bed() {
        return bed;
    }

    private static SSLContext trusting(String pem) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "demo",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8))));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The documents of a file beside the tests; `NAMESPACE` in it is this trial's.
    List<JsonNode> documents(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(Trial.class.getResourceAsStream(file))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("NAMESPACE", namespace);
            List<JsonNode> all = new ArrayList<>();
            for (Object document : new Yaml().loadAll(text)) {
                all.add(JsonMapper.shared().valueToTree(document));
            }
            return all;
        }
    }

    /// Creates each document of a file on both, as a rehearsal, and compares the whole answers.
    int creates(String file, String query) throws IOException {
        SoftAssertions softly = new SoftAssertions();
        List<JsonNode> documents = documents(file);
        for (JsonNode document : documents) {
            softly.assertThat(played.create(document, namespace, query))
                    .as(file + ": " + document)
                    .isEqualTo(real.create(document, namespace, query));
        }
        softly.assertAll();
        assertThat(documents).isNotEmpty();
        return documents.size();
    }

    /// Makes the object of each document on both, rehearses its patches, and compares what is said.
    int changes(String file) throws IOException {
        SoftAssertions softly = new SoftAssertions();
        int count = 0;
        for (JsonNode document : documents(file)) {
            JsonNode object = document.path("object");
            real.create(object, namespace, "");
            played.create(object, namespace, "");
            for (JsonNode patch : document.path("patches")) {
                count++;
                softly.assertThat(played.patch(object, patch, namespace))
                        .as(object.path("kind").asString() + ": " + patch)
                        .isEqualTo(real.patch(object, patch, namespace));
            }
        }
        softly.assertAll();
        return count;
    }

    @Override
    public void close() {
        demo.close();
    }
}
