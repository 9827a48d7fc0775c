package dev.vigie.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vigie.kube.KubeFailure.Cause;
import dev.vigie.promises.Shows;
import dev.vigie.testbed.Kubeconfigs;
import dev.vigie.testbed.Pki;
import dev.vigie.testbed.ScriptedServer;
import dev.vigie.testbed.ScriptedServer.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said when a cluster cannot be opened, and within which time.
class ConnectingTest {
    private static final Duration HONEST = Duration.ofSeconds(2);
    private static final Pki CA = new Pki("ours");
    private static final Pki OTHER_CA = new Pki("another");

    @TempDir
    private Path folder;

    /// The limits are those of a program that runs: the first connection of a JVM loads a thousand classes.
    @BeforeAll
    static void classesAreLoaded(@TempDir Path somewhere) throws Exception {
        try (ScriptedServer server = new ScriptedServer(good(), ConnectingTest::version)) {
            Path file = Files.writeString(
                    somewhere.resolve("config"),
                    Kubeconfigs.withToken("it", server.address(), CA.certificatePem(), "t"));
            Opened.withToken(file, "t").close();
        }
    }

    @Test
    @Shows({"C4", "N17"})
    void a_port_where_nobody_listens_is_said_to_refuse() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertUnreachable("https://127.0.0.1:" + port, Cause.REFUSED);
    }

    @Test
    @Shows("N17")
    void a_server_that_speaks_something_else_is_said_to_be_none() throws IOException {
        try (ServerSocket ssh = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> greet(ssh));
            assertUnreachable("https://127.0.0.1:" + ssh.getLocalPort(), Cause.NOT_HTTP);
        }
    }

    static void greet(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept();
                    OutputStream out = socket.getOutputStream()) {
                out.write("SSH-2.0-OpenSSH_9.2\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                socket.getInputStream().readNBytes(1);
            } catch (IOException ended) {
                // the other side has seen enough
            }
        }
    }

    @Test
    @Shows("N17")
    void a_name_without_address_is_said_to_be_unknown() {
        assertUnreachable("https://no-such-host.invalid:6443", Cause.UNKNOWN_HOST);
    }

    @Test
    @Shows({"S19", "N15"})
    void a_certificate_of_another_authority_is_refused() {
        assertUntrusted(OTHER_CA.issue("CN=x", "127.0.0.1"), Cause.UNKNOWN_CA);
    }

    @Test
    @Shows({"S19", "N15"})
    void an_expired_certificate_is_refused_with_its_date() {
        Instant now = Instant.now();
        KubeFailure.Untrusted failure = assertUntrusted(
                CA.issue(
                        "CN=x",
                        Pki.keyPair("EC", 256),
                        now.minus(Duration.ofDays(9)),
                        now.minus(Duration.ofDays(2)),
                        "127.0.0.1"),
                Cause.EXPIRED);
        assertThat(failure.why())
                .contains(now.minus(Duration.ofDays(2)).toString().substring(0, 16));
    }

    @Test
    @Shows({"N16", "N15"})
    void a_certificate_of_the_future_points_to_the_clock() {
        Instant now = Instant.now();
        KubeFailure.Untrusted failure = assertUntrusted(
                CA.issue(
                        "CN=x",
                        Pki.keyPair("EC", 256),
                        now.plus(Duration.ofDays(2)),
                        now.plus(Duration.ofDays(9)),
                        "127.0.0.1"),
                Cause.NOT_YET_VALID);
        assertThat(failure.remedy()).contains("clock");
    }

    @Test
    @Shows({"S19", "N15"})
    void a_certificate_for_another_host_is_refused() {
        assertThat(assertUntrusted(CA.issue("CN=x", "cluster.example", "10.1.2.3"), Cause.WRONG_HOST)
                        .why())
                .contains("127.0.0.1")
                .contains("cluster.example, 10.1.2.3");
    }

    @Test
    @Shows("C4")
    void tls_server_name_is_what_the_certificate_is_checked_against() throws Exception {
        try (ScriptedServer server = new ScriptedServer(CA.issue("CN=x", "cluster.example"), ConnectingTest::version)) {
            String config = Kubeconfigs.withToken("it", server.address(), CA.certificatePem(), "t")
                    .replace("server:", "tls-server-name: cluster.example, server:");
            try (KubeCluster cluster = open(config)) {
                assertThat(cluster.version()).isEqualTo("v1.36.3");
            }
            String wrong = config.replace("cluster.example", "other.example");
            assertThat(failure(wrong)).isInstanceOf(KubeFailure.Untrusted.class);
        }
    }

    @Test
    @Shows("C4")
    void tls_server_name_may_be_an_address() throws Exception {
        for (String address : List.of("::1", "10.1.2.3")) {
            try (ScriptedServer server = new ScriptedServer(CA.issue("CN=x", address), ConnectingTest::version)) {
                String config = Kubeconfigs.withToken("it", server.address(), CA.certificatePem(), "t")
                        .replace("server:", "tls-server-name: \"" + address + "\", server:");
                try (KubeCluster cluster = open(config)) {
                    assertThat(cluster.version()).isEqualTo("v1.36.3");
                }
                assertThat(failure(config.replace("\"" + address + "\"", "\"10.9.9.9\"")))
                        .isInstanceOf(KubeFailure.Untrusted.class);
            }
        }
    }

    @Test
    @Shows("S19")
    void insecure_skip_tls_verify_connects_and_says_so() throws Exception {
        try (ScriptedServer server =
                new ScriptedServer(OTHER_CA.issue("CN=x", "other.example"), ConnectingTest::version)) {
            String config = Kubeconfigs.withToken("it", server.address(), "", "t")
                    .replace("certificate-authority-data: ", "insecure-skip-tls-verify: true");
            try (KubeCluster cluster = open(config)) {
                assertThat(cluster.insecure()).isTrue();
                assertThat(cluster.version()).isEqualTo("v1.36.3");
            }
        }
    }

    @Test
    @Shows("C4")
    void a_401_is_said_after_the_credentials_were_asked_for_once_more() {
        try (ScriptedServer server = new ScriptedServer(good(), asked -> Answer.of(401, status(401, "Unauthorized")))) {
            KubeFailure failure = failure(Kubeconfigs.withToken("it", server.address(), CA.certificatePem(), "t"));
            assertThat(failure).isEqualTo(new KubeFailure.Unauthenticated("Unauthorized"));
            assertThat(server.asked()).hasSize(2);
        }
    }

    @Test
    @Shows({"S6", "A011"})
    void impersonation_goes_with_every_request() throws Exception {
        try (ScriptedServer server = new ScriptedServer(good(), ConnectingTest::version)) {
            String config = Kubeconfigs.withToken("it", server.address(), CA.certificatePem(), "t")
                    .replace(
                            "token: t",
                            "token: t, as: alice, as-uid: u1, as-groups: [crew], as-user-extra: {reason/why: [drill]}");
            try (KubeCluster cluster = open(config)) {
                cluster.version();
            }
            for (ScriptedServer.Asked asked : server.asked()) {
                assertThat(Map.of(
                                "user", asked.header("Impersonate-User"),
                                "uid", asked.header("Impersonate-Uid"),
                                "group", asked.header("Impersonate-Group"),
                                "extra", asked.header("Impersonate-Extra-reason%2Fwhy")))
                        .isEqualTo(Map.of("user", "alice", "uid", "u1", "group", "crew", "extra", "drill"));
            }
        }
    }

    @Test
    @Shows("S20")
    void a_redirect_is_not_followed_and_no_token_goes_elsewhere() throws Exception {
        try (ScriptedServer elsewhere = new ScriptedServer(good(), ConnectingTest::version);
                ScriptedServer server = new ScriptedServer(
                        good(), asked -> new Answer(302, "", Map.of("Location", elsewhere.address() + "/version")))) {
            assertThat(failure(Kubeconfigs.withToken("it", server.address(), CA.certificatePem(), "t")))
                    .isEqualTo(new KubeFailure.Garbled("redirect 302"));
            assertThat(elsewhere.asked()).isEmpty();
        }
    }

    @Test
    @Shows({"P6", "N14"})
    void a_write_goes_out_once_whatever_happens() throws Exception {
        for (int status : List.of(500, 429, 503, 0)) {
            try (ScriptedServer server = new ScriptedServer(good(), ConnectingTest::version)) {
                HttpWire wire = wire(server.address());
                server.script(asked -> Answer.of(status, status(status, "no")));
                KubeException thrown = catchThrowableOfType(
                        KubeException.class,
                        () -> wire.once("POST", "/api/v1/namespaces/a/configmaps", "{}", Duration.ofSeconds(5))
                                .close());
                assertThat(thrown).as("status " + status).isNotNull();
                assertThat(server.asked()).as("requests at status " + status).hasSize(1);
                wire.close();
            }
        }
    }

    @Test
    @Shows("N13")
    void a_read_is_asked_again_after_a_failure_of_the_server() throws Exception {
        java.util.concurrent.atomic.AtomicInteger asked = new java.util.concurrent.atomic.AtomicInteger();
        try (ScriptedServer server = new ScriptedServer(
                good(),
                request -> asked.incrementAndGet() < 3
                        ? Answer.of(500, status(500, "etcd leader changed"))
                        : version(request))) {
            HttpWire wire = wire(server.address());
            try (Wire.Answer answer = wire.get("/version", "application/json", Duration.ofSeconds(5))) {
                assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8))
                        .contains("v1.36.3");
            }
            assertThat(asked).hasValue(3);
            wire.close();
        }
    }

    @Test
    @Shows("N17")
    void a_web_server_that_is_no_api_server_is_said_to_be_none() {
        try (ScriptedServer server = new ScriptedServer(good(), asked -> Answer.of(200, "<html>sign in</html>"))) {
            assertUnreachable(server.address(), Cause.NOT_KUBERNETES);
        }
    }

    @Test
    @Shows("S9")
    void control_characters_of_a_server_are_seen_and_do_nothing() {
        KubeFailure failure = Statuses.of(403, status(403, "no\\u001b[2J\\u0007\\u202egniht on"), "/api/v1/pods", "");
        assertThat(failure.why()).isEqualTo("no\u241b[2J\u2407<U+202E>gniht on");
    }

    @Test
    @Shows("C4")
    void an_address_that_is_none_is_said_and_one_without_a_scheme_is_read_as_kubectl_does() throws Exception {
        for (String wrong : new String[] {
            "https://", "https://a b", "https://host:99999", "ftp://host", "https://::1:6443", "https://[::1", ":"
        }) {
            String text = Kubeconfigs.withToken("it", wrong, CA.certificatePem(), "t");
            assertThat(failure(text)).as(wrong).isInstanceOfSatisfying(KubeFailure.Unreachable.class, failure -> {
                assertThat(failure.cause()).isEqualTo(Cause.NO_ADDRESS);
                assertThat(failure.why()).contains(wrong, "it");
            });
        }
        assertThat(address("10.0.0.1:6443")).isEqualTo("https://10.0.0.1:6443");
        assertThat(address("[::1]:6443")).isEqualTo("https://[::1]:6443");
        assertThat(address("https://host/prefix//")).isEqualTo("https://host/prefix");
    }

    private String address(String server) throws Exception {
        var context = context(Kubeconfigs.withToken("it", server, CA.certificatePem(), "t"));
        return ServerAddress.of(
                        java.util.Objects.requireNonNull(context.cluster()),
                        java.util.Objects.requireNonNull(context.user()))
                .toString();
    }

    private HttpWire wire(String address) throws Exception {
        var context = context(Kubeconfigs.withToken("it", address, CA.certificatePem(), "t"));
        return new HttpWire(
                java.util.Objects.requireNonNull(context.cluster()),
                Opened.token("t"),
                dev.vigie.kube.config.Impersonation.NONE,
                new HttpWire.Route(java.net.URI.create(address), ProxyWay.DIRECT),
                () -> {});
    }

    private void assertUnreachable(String address, Cause cause) {
        KubeFailure failure = failure(Kubeconfigs.withToken("it", address, CA.certificatePem(), "t"));
        assertThat(failure).isInstanceOfSatisfying(KubeFailure.Unreachable.class, f -> {
            assertThat(f.cause()).as(f.detail()).isEqualTo(cause);
            assertThat(f.address()).isEqualTo(address);
        });
    }

    private KubeFailure.Untrusted assertUntrusted(Pki.Identity identity, Cause cause) {
        try (ScriptedServer server = new ScriptedServer(identity, ConnectingTest::version)) {
            KubeFailure failure = failure(Kubeconfigs.withToken("it", server.address(), CA.certificatePem(), "t"));
            assertThat(failure).isInstanceOf(KubeFailure.Untrusted.class);
            KubeFailure.Untrusted untrusted = (KubeFailure.Untrusted) failure;
            assertThat(untrusted.cause()).as(untrusted.detail()).isEqualTo(cause);
            assertThat(server.asked()).as("what was sent").isEmpty();
            return untrusted;
        }
    }

    private KubeFailure failure(String config) {
        long began = System.nanoTime();
        KubeException thrown =
                catchThrowableOfType(KubeException.class, () -> open(config).close());
        assertThat(thrown).isNotNull();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(HONEST);
        return thrown.failure();
    }

    private KubeCluster open(String config) throws Exception {
        var context = context(config);
        return KubeCluster.open(
                context,
                dev.vigie.kube.config.CredentialSource.of(
                        java.util.Objects.requireNonNull(context.user()),
                        java.util.Objects.requireNonNull(context.cluster()),
                        dev.vigie.kube.config.Consent.NEVER));
    }

    private dev.vigie.kube.config.Context context(String config) throws IOException {
        return Opened.only(Files.writeString(folder.resolve("config"), config));
    }

    private static Pki.Identity good() {
        return CA.issue("CN=server", "127.0.0.1", "localhost");
    }

    private static Answer version(ScriptedServer.Asked asked) {
        return Answer.of(200, "{\"gitVersion\":\"v1.36.3\"}");
    }

    private static String status(int code, String message) {
        return "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"code\":" + code + ",\"message\":\"" + message + "\"}";
    }
}
