package dev.vigie.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.kind.Namespaces;
import dev.vigie.kube.config.Context;
import dev.vigie.kube.config.CredentialSource;
import dev.vigie.kube.config.Credentials;
import dev.vigie.promises.Shows;
import dev.vigie.testbed.HttpFaults;
import dev.vigie.testbed.Pki;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Who the real API server takes us for, by every sort of credentials; `kubectl auth whoami` with the same kubeconfig
/// says who it should be.
@RealCluster
class CredentialsOnRealClusterTest {
    @TempDir
    private Path folder;

    private final TestCluster bed;

    CredentialsOnRealClusterTest(TestCluster bed) {
        this.bed = bed;
    }

    @Test
    @Shows("C4")
    void client_certificates_with_every_sort_of_key_from_data_and_from_files() throws Exception {
        Pki.Identity ec = bed.pki().issue("O=dev+O=ops,CN=ada");
        Pki.Identity rsa = bed.pki().issueRsa("O=dev,CN=grace");
        same(certificate(ec.certificatePem(), ec.keyPem()));
        same(certificate(ec.certificatePem(), old("EC PRIVATE KEY", ec.key())));
        same(certificate(rsa.certificatePem(), rsa.keyPem()));
        same(certificate(rsa.certificatePem(), old("RSA PRIVATE KEY", rsa.key())));
        same("{client-certificate-data: %s, client-key-data: %s}"
                .formatted(base64(rsa.certificatePem()), base64(old("RSA PRIVATE KEY", rsa.key()))));
    }

    @Test
    @Shows({"C4", "A011", "S6"})
    void tokens_and_another_person_to_act_as() throws Exception {
        same("{token: %s}".formatted(bed.viewerToken()));
        same("{tokenFile: token}", write("token", bed.adminToken() + "\n"));
        Cluster.Identity as = same("""
                {token: %s, as: "ada@example.com", as-uid: u-7, as-groups: [dev, "system:masters"],
                 as-user-extra: {"reason/why": ["to look", "é"], Plain: [x]}}""".formatted(bed.adminToken()));
        assertThat(as.user()).isEqualTo("ada@example.com");
    }

    @Test
    @Shows({"C4", "S5"})
    void plugins_that_give_tokens_or_certificates_and_run_once_for_many_calls() throws Exception {
        Path token = plugin("token", "\"token\":\"" + bed.viewerToken() + "\"");
        Pki.Identity ec = bed.pki().issue("O=dev,CN=plugged");
        Path certificate = plugin(
                "certificate",
                "\"clientCertificateData\":\"%s\",\"clientKeyData\":\"%s\""
                        .formatted(line(ec.certificatePem()), line(ec.keyPem())));
        for (Path program : List.of(token, certificate)) {
            String user = "{exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never, command: '%s'}}"
                    .formatted(program);
            same(user);
            Path runs = folder.resolve(program.getFileName() + ".runs");
            Files.delete(runs);
            try (KubeCluster cluster = open(kubeconfig(user))) {
                for (int i = 0; i < 5; i++) assertThat(cluster.version()).isNotEmpty();
            }
            assertThat(Files.readAllLines(runs)).hasSize(1);
        }
    }

    @Test
    @Shows("P11")
    void a_token_file_that_is_renewed_while_rows_are_watched_costs_nobody_an_error() throws Exception {
        String namespace = bed.newNamespace();
        bed.kubectl()
                .out(
                        "create",
                        "clusterrolebinding",
                        namespace,
                        "--clusterrole=view",
                        "--serviceaccount=" + namespace + ":default");
        bed.kubectl().out("create", "secret", "generic", "first", "-n", namespace);
        write("token", token(namespace, "--bound-object-kind=Secret", "--bound-object-name=first"));
        try (KubeCluster cluster = open(kubeconfig("{tokenFile: token}"));
                Rows rows = cluster.rows(
                        Objects.requireNonNull(cluster.discovery().find("configmaps")), Namespaces.named(namespace))) {
            await().until(() -> rows.snapshot().state() instanceof Rows.State.Live);
            List<Object> seen = new ArrayList<>();
            try (AutoCloseable bell =
                    rows.onChange(() -> seen.add(rows.snapshot().state().getClass()))) {
                assertThat(bell).isNotNull();
                Path next = write("token.new", token(namespace));
                Files.move(next, folder.resolve("token"), StandardCopyOption.ATOMIC_MOVE);
                bed.kubectl().out("delete", "secret", "first", "-n", namespace);
                Instant until = Instant.now().plusSeconds(15); // the server believes a token for ten seconds more
                while (Instant.now().isBefore(until))
                    assertThat(cluster.version()).isNotEmpty();
                bed.kubectl().out("create", "configmap", "after", "-n", namespace);
                await().until(() -> rows.snapshot().rows().size() == 2);
            }
            assertThat(seen).containsOnly(Rows.State.Live.class);
        }
    }

    @Test
    @Shows("P12")
    void another_certificate_is_shown_by_the_next_call_of_an_open_cluster() throws Exception {
        AtomicReference<Credentials> shown =
                new AtomicReference<>(certificate(bed.pki().issue("CN=before")));
        CredentialSource source = given(shown::get);
        try (KubeCluster cluster = KubeCluster.open(Opened.only(bed.adminKubeconfig()), source)) {
            assertThat(cluster.identity().user()).isEqualTo("before");
            shown.set(certificate(bed.pki().issueRsa("CN=after")));
            assertThat(cluster.identity().user()).isEqualTo("after");
        }
    }

    @Test
    void where_the_server_does_not_say_who_one_is_the_kubeconfigs_word_is_given() throws Exception {
        try (HttpFaults faults = new HttpFaults(bed)) {
            faults.next(
                    2,
                    asked -> asked.path().endsWith("/selfsubjectreviews"),
                    HttpFaults.Fault.status(404, "NotFound", "the server could not find the requested resource"));
            try (KubeCluster cluster = Opened.withToken(faults.kubeconfig(), bed.adminToken())) {
                assertThat(cluster.identity()).isEqualTo(new Cluster.Identity("faults", List.of(), false));
            }
            faults.next(
                    2,
                    asked -> asked.path().endsWith("/selfsubjectreviews"),
                    HttpFaults.Fault.status(404, "NotFound", "the server could not find the requested resource"));
            Credentials ada = certificate(bed.pki().issue("O=dev,CN=ada"));
            CredentialSource certified = given(() -> ada);
            try (KubeCluster cluster = KubeCluster.open(Opened.only(faults.kubeconfig()), certified)) {
                assertThat(cluster.identity()).isEqualTo(new Cluster.Identity("ada", List.of(), false));
            }
        }
    }

    private static CredentialSource given(Supplier<Credentials> credentials) {
        return new CredentialSource() {
            @Override
            public Credentials current() {
                return credentials.get();
            }

            @Override
            public void rejected(Credentials which) {}

            @Override
            public void close() {}
        };
    }

    private Cluster.Identity same(String user, Path... files) throws Exception {
        assertThat(files).allMatch(Files::exists);
        Path kubeconfig = kubeconfig(user);
        JsonNode referee = bed.kubectl(kubeconfig)
                .json("auth", "whoami", "-o", "json")
                .path("status")
                .path("userInfo");
        TreeSet<String> groups = new TreeSet<>();
        for (JsonNode group : referee.path("groups")) groups.add(group.asString());
        try (KubeCluster cluster = open(kubeconfig)) {
            Cluster.Identity ours = cluster.identity();
            assertThat(new Cluster.Identity(ours.user(), List.copyOf(new TreeSet<>(ours.groups())), ours.sure()))
                    .as(user)
                    .isEqualTo(new Cluster.Identity(referee.path("username").asString(), List.copyOf(groups), true));
            return ours;
        }
    }

    private static KubeCluster open(Path kubeconfig) throws KubeException {
        Context context = Opened.only(kubeconfig);
        return KubeCluster.open(
                context,
                CredentialSource.of(
                        Objects.requireNonNull(context.user()),
                        Objects.requireNonNull(context.cluster()),
                        run -> true));
    }

    private Path kubeconfig(String user) throws IOException {
        return write("config", """
                apiVersion: v1
                kind: Config
                current-context: it
                clusters: [{name: it, cluster: {server: "%s", certificate-authority-data: %s}}]
                users: [{name: it, user: %s}]
                contexts: [{name: it, context: {cluster: it, user: it}}]
                """.formatted(bed.server(), base64(bed.pki().certificatePem()), user));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private String certificate(String certificatePem, String keyPem) throws IOException {
        write("it.crt", certificatePem);
        write("it.key", keyPem);
        return "{client-certificate: it.crt, client-key: it.key}";
    }

    private static Credentials certificate(Pki.Identity identity) {
        return new Credentials(
                new Credentials.ClientCertificate(List.of(identity.certificate()), identity.key()),
                new Credentials.Nobody());
    }

    private Path plugin(String name, String status) throws IOException {
        Path file = write(name, """
                #!/bin/sh
                echo run >> '%s.runs'
                cat <<'END'
                {"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{%s}}
                END
                """.formatted(folder.resolve(name), status));
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private String token(String namespace, String... more) {
        List<String> words = new ArrayList<>(List.of("create", "token", "default", "-n", namespace));
        words.addAll(List.of(more));
        return bed.kubectl().out(words.toArray(String[]::new)).strip();
    }

    /// PKCS#1 or SEC 1.
    private static String old(String type, PrivateKey key) throws IOException {
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(key.getEncoded());
        ASN1Object inner = info.parsePrivateKey().toASN1Primitive();
        if (type.startsWith("EC")) {
            ECPrivateKey bare = ECPrivateKey.getInstance(inner);
            inner = new ECPrivateKey(
                    256, bare.getKey(), info.getPrivateKeyAlgorithm().getParameters());
        }
        return Pki.pem(type, inner.getEncoded());
    }

    private static String line(String pem) {
        return pem.replace("\n", "\\n");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
