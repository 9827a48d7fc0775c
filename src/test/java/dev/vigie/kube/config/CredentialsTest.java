package dev.vigie.kube.config;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigie.base.Messages;
import dev.vigie.promises.Shows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Credentials that stand in the kubeconfig or in files: certificates, tokens, names and passwords.
@Timeout(value = 30, unit = SECONDS)
class CredentialsTest {
    private final Locale before = Messages.language();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path temp;

    @BeforeEach
    void speakEnglish() {
        Messages.speak(Locale.ENGLISH);
    }

    @AfterEach
    void speakAsBefore() {
        Messages.speak(before);
    }

    private CredentialSource source(String user) throws IOException {
        Path file = Files.writeString(temp.resolve("kubeconfig"), """
                clusters: [{name: c, cluster: {server: 'https://c:6443'}}]
                users: [{name: u, user: %s}]
                contexts: [{name: x, context: {cluster: c, user: u}}]
                """.formatted(user));
        Context context =
                Objects.requireNonNull(KubeconfigLoading.load(List.of(file)).context("x"));
        return new UserCredentials(
                Objects.requireNonNull(context.user()),
                Objects.requireNonNull(context.cluster()),
                Consent.NEVER,
                () -> now);
    }

    private String problem(String user) throws IOException {
        long began = System.nanoTime();
        CredentialSource source = source(user);
        Problem[] problem = new Problem[1];
        assertThatThrownBy(source::current)
                .isInstanceOfSatisfying(CredentialException.class, e -> problem[0] = e.problem());
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
        return problem[0].key() + ": " + problem[0].sentence();
    }

    @Test
    @Shows("C4")
    void a_token_goes_into_the_header_and_a_password_too() throws Exception {
        assertThat(source("{token: abc}").current().authorization().header()).isEqualTo("Bearer abc");
        assertThat(source("{username: Aladdin, password: 'open sesame'}")
                        .current()
                        .authorization()
                        .header())
                .isEqualTo("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
        assertThat(source("{}").current()).isEqualTo(Credentials.NONE);
    }

    @Test
    @Shows({"P11", "C4"})
    void a_token_file_is_read_again_each_minute_and_at_once_after_a_rejection() throws Exception {
        Path file = Files.writeString(temp.resolve("token"), "one\n");
        CredentialSource source = source("{tokenFile: token}");
        assertThat(source.current().authorization().header()).isEqualTo("Bearer one");
        Files.writeString(file, "two\n");
        assertThat(source.current().authorization().header()).isEqualTo("Bearer one");
        now = now.plusSeconds(60);
        assertThat(source.current().authorization().header()).isEqualTo("Bearer two");
        Files.writeString(file, "three");
        source.rejected(source.current());
        assertThat(source.current().authorization().header()).isEqualTo("Bearer three");
        Files.delete(file);
        now = now.plusSeconds(60);
        assertThat(source.current().authorization().header()).isEqualTo("Bearer three");
    }

    @Test
    @Shows({"C06", "C4"})
    void a_missing_or_empty_token_file_is_named() throws Exception {
        assertThat(problem("{tokenFile: sub/gone}"))
                .startsWith("credential.missing")
                .contains(temp + "/sub/gone", "tokenFile", "“u”");
        Files.writeString(temp.resolve("empty"), " \n");
        assertThat(problem("{tokenFile: empty}"))
                .startsWith("credential.unreadable")
                .contains(temp + "/empty");
        assertThat(problem("{tokenFile: /dev/zero}")).startsWith("credential.unreadable");
    }

    @Test
    @Shows({"C05", "C4", "C06"})
    void every_sort_of_key_is_read_from_data_and_from_files() throws Exception {
        TestKeys keys = new TestKeys(temp)
                .pair("rsa", "rsa")
                .pair("ec", "ec")
                .pair("ec384", "ec384")
                .pair("ed", "ed25519");
        keys.openssl("pkey", "-traditional", "-in", "rsa.key", "-out", "rsa1.key");
        keys.openssl("pkey", "-traditional", "-in", "ec.key", "-out", "ec1.key");
        keys.openssl("pkey", "-traditional", "-in", "ec384.key", "-out", "ec3841.key");
        assertThat(keys.text("rsa1.key")).contains("BEGIN RSA PRIVATE KEY");
        assertThat(keys.text("ec1.key")).contains("BEGIN EC PRIVATE KEY");
        Map<String, String> certificateOf = Map.of(
                "rsa", "rsa", "rsa1", "rsa", "ec", "ec", "ec1", "ec", "ec384", "ec384", "ec3841", "ec384", "ed", "ed");
        for (var each : certificateOf.entrySet()) {
            var fromFile = source("{client-certificate: %s.crt, client-key: ./%s.key}"
                            .formatted(each.getValue(), each.getKey()))
                    .current();
            var fromData = source("{client-certificate-data: %s, client-key-data: %s}"
                            .formatted(keys.base64(each.getValue() + ".crt"), keys.base64(each.getKey() + ".key")))
                    .current();
            var certificate = Objects.requireNonNull(fromFile.certificate());
            assertThat(certificate.chain().getFirst().getSubjectX500Principal().getName())
                    .isEqualTo("CN=" + each.getValue());
            assertThat(fromData).isEqualTo(fromFile);
        }
    }

    @Test
    @Shows("C05")
    void a_chain_keeps_its_order_and_text_around_blocks_is_skipped() throws Exception {
        TestKeys keys = new TestKeys(temp).pair("leaf", "ec").pair("issuer", "ec");
        Files.writeString(
                temp.resolve("all.pem"),
                "some text\n" + keys.text("leaf.key") + keys.text("leaf.crt") + "Bag\n" + keys.text("issuer.crt"));
        var certificate = Objects.requireNonNull(source("{client-certificate: all.pem, client-key: all.pem}")
                .current()
                .certificate());
        assertThat(certificate.chain())
                .extracting(c -> c.getSubjectX500Principal().getName())
                .containsExactly("CN=leaf", "CN=issuer");
    }

    @Test
    @Shows({"C05", "A010"})
    void what_is_wrong_with_a_certificate_or_key_is_said_at_once() throws Exception {
        TestKeys keys = new TestKeys(temp).pair("a", "rsa").pair("b", "rsa").pair("e", "ec");
        keys.openssl("pkcs8", "-topk8", "-in", "a.key", "-out", "locked8.key", "-passout", "pass:x");
        keys.openssl("rsa", "-traditional", "-aes256", "-in", "a.key", "-out", "locked1.key", "-passout", "pass:x");
        Files.writeString(temp.resolve("junk"), "junk");
        Files.writeString(
                temp.resolve("cut.key"), keys.text("a.key").substring(0, 400) + "\n-----END PRIVATE KEY-----\n");
        Files.writeString(
                temp.resolve("cut.crt"), keys.text("a.crt").substring(0, 400) + "\n-----END CERTIFICATE-----\n");
        Map<String, String> wrong = Map.of(
                "{client-certificate: a.crt, client-key: b.key}", "key.other",
                "{client-certificate: a.crt, client-key: e.key}", "key.other",
                "{client-certificate: a.crt, client-key: locked8.key}", "key.encrypted",
                "{client-certificate: a.crt, client-key: locked1.key}", "key.encrypted",
                "{client-certificate: a.crt, client-key: junk}", "key.none",
                "{client-certificate: junk, client-key: a.key}", "certificate.none",
                "{client-certificate: a.crt, client-key: cut.key}", "key.broken",
                "{client-certificate: cut.crt, client-key: a.key}", "certificate.broken",
                "{client-certificate: a.crt, client-key: gone.key}", "credential.missing",
                "{client-certificate: ., client-key: a.key}", "credential.unreadable");
        for (var each : wrong.entrySet())
            assertThat(problem(each.getKey())).as(each.getKey()).startsWith(each.getValue());
        assertThat(problem("{client-certificate: a.crt, client-key: b.key}"))
                .contains(temp + "/b.key", temp + "/a.crt");
    }

    @Test
    @Shows("A010")
    void a_renewed_certificate_is_used_within_a_minute_and_at_once_after_a_rejection() throws Exception {
        TestKeys keys = new TestKeys(temp).pair("old", "ec").pair("new", "ec").pair("third", "ec");
        take("old");
        CredentialSource source = source("{client-certificate: tls.crt, client-key: tls.key}");
        assertThat(subject(source)).isEqualTo("CN=old");
        take("new");
        now = now.plusSeconds(59);
        assertThat(subject(source)).isEqualTo("CN=new");
        take("third");
        source.rejected(source.current());
        assertThat(subject(source)).isEqualTo("CN=third");
        now = now.plusSeconds(31);
        Files.copy(keys.folder().resolve("old.key"), temp.resolve("tls.key"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(subject(source)).as("half a renewal").isEqualTo("CN=third");
        source.rejected(source.current());
        assertThatThrownBy(source::current).isInstanceOf(CredentialException.class);
    }

    private void take(String name) throws IOException {
        for (String end : List.of(".crt", ".key")) {
            Files.copy(temp.resolve(name + end), temp.resolve("tls" + end), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String subject(CredentialSource source) throws CredentialException {
        return Objects.requireNonNull(source.current().certificate())
                .chain()
                .getFirst()
                .getSubjectX500Principal()
                .getName();
    }

    @Test
    @Shows("C4")
    void credentials_do_not_print_themselves() throws Exception {
        TestKeys keys = new TestKeys(temp).pair("a", "ec");
        assertThat(keys.folder()).isEqualTo(temp);
        Credentials credentials = source("{client-certificate: a.crt, client-key: a.key, token: canary}")
                .current();
        assertThat(credentials.toString()).contains("CN=a").doesNotContain("canary");
        assertThat(source("{username: u, password: canary}").current().toString())
                .doesNotContain("canary");
    }
}
