package dev.vigie.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.vigie.kube.KubeFailure.Cause;
import dev.vigie.promises.Shows;
import dev.vigie.testbed.Kubeconfigs;
import dev.vigie.testbed.Pki;
import dev.vigie.testbed.ScriptedServer;
import dev.vigie.testbed.TunnelProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// Through proxies; and what the log says of all that.
class ProxyTest {
    private static final Pki CA = new Pki("ours");
    private static final String TOKEN = "canary-9f2c71";

    @TempDir
    private Path folder;

    @Test
    @Shows("S21")
    void calls_and_streams_go_through_the_proxy_and_keep_the_token_inside() throws Exception {
        try (ScriptedServer server = server();
                TunnelProxy proxy = new TunnelProxy("200 OK");
                KubeCluster cluster = open(server, proxy.url())) {
            assertThat(cluster.version()).isEqualTo("v1.36.3");
            cluster.wire().stream("/watch", "application/json", Duration.ofSeconds(5))
                    .close();
            String target = server.address().substring("https://".length());
            assertThat(proxy.asked())
                    .hasSizeGreaterThanOrEqualTo(2)
                    .allSatisfy(asked -> assertThat(asked)
                            .startsWith("CONNECT " + target + " ")
                            .doesNotContain(TOKEN, "Vigie"));
            assertThat(server.asked())
                    .allSatisfy(request ->
                            assertThat(request.header("Proxy-Authorization")).isEmpty());
        }
    }

    @Test
    void a_proxy_that_wants_a_password_or_is_down_or_unknown_to_us_is_said() {
        String gone;
        try (TunnelProxy proxy = new TunnelProxy("407 Proxy Authentication Required")) {
            assertThat(failure(proxy.url())).isEqualTo(Cause.PROXY);
            gone = proxy.url();
        }
        assertThat(failure(gone)).isEqualTo(Cause.PROXY);
        assertThat(failure("socks5://127.0.0.1:1080")).isEqualTo(Cause.PROXY);
    }

    @Test
    void a_proxy_url_that_is_none_is_said_with_the_cluster_and_the_field_and_without_a_password() throws Exception {
        try (ScriptedServer server = server()) {
            for (String wrong : new String[] {
                "socks5://",
                "http://a b",
                "http://host:99999",
                "ftp://host",
                "http://::1:3128",
                "http://[::1",
                ":",
                "  "
            }) {
                assertThat(said(server, wrong)).as(wrong).contains("“" + wrong, "proxy-url", "“it”");
            }
            assertThat(said(server, "ftp://ada:wr0ng@host"))
                    .contains("“ftp://host”")
                    .doesNotContain("wr0ng");
            assertThat(said(server, "http://ada:wr0ng@a b"))
                    .contains("“http://a b”")
                    .doesNotContain("wr0ng");
            assertThat(said(server, "ada:wr0@ng@")).doesNotContain("wr0", "ng");
        }
    }

    @Test
    void the_door_to_a_proxy_opens_to_nobody_else_on_this_computer() throws Exception {
        try (TunnelProxy proxy = new TunnelProxy("200 OK");
                ProxyBridge bridge = new ProxyBridge(
                        "a.example:443",
                        new HttpProxyDial(
                                Objects.requireNonNull(ProxyAddress.of(proxy.url())), "a.example:443", null))) {
            String key = "Proxy-Authorization: " + bridge.authorization() + "\r\n";
            assertThat(asked(bridge, "CONNECT a.example:443 HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 403 ");
            assertThat(asked(bridge, "CONNECT a.example:443 HTTP/1.1\r\n" + key.replace("Vigie", "Basic") + "\r\n"))
                    .startsWith("HTTP/1.1 403 ");
            assertThat(asked(bridge, "CONNECT b.example:443 HTTP/1.1\r\n" + key + "\r\n"))
                    .startsWith("HTTP/1.1 403 ");
            assertThat(asked(bridge, "GET http://a.example/ HTTP/1.1\r\n" + key + "\r\n"))
                    .isEmpty();
            assertThat(proxy.asked()).isEmpty();
        }
    }

    private static String asked(ProxyBridge bridge, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), bridge.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (SocketException reset) {
            return "";
        }
    }

    @Test
    void a_proxy_that_never_answers_is_said_to_be_silent() throws Exception {
        try (ScriptedServer server = server();
                ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String proxy = "127.0.0.1:" + silent.getLocalPort();
            for (String scheme : new String[] {"http://", "https://", "socks5://"})
                assertThat(said(server, scheme + proxy)).contains(scheme + proxy + ": it does not answer");
        }
    }

    private String said(ScriptedServer server, String proxy) {
        KubeException thrown = catchThrowableOfType(
                KubeException.class, () -> open(server, proxy).close());
        assertThat(thrown).as(proxy).isNotNull();
        assertThat(thrown.failure())
                .as(proxy)
                .isInstanceOfSatisfying(
                        KubeFailure.Unreachable.class,
                        u -> assertThat(u.cause()).as(proxy).isEqualTo(Cause.PROXY));
        return thrown.failure().why();
    }

    @Test
    void no_proxy_names_hosts_that_are_reached_directly() {
        Map<String, String> environment =
                Map.of("HTTPS_PROXY", "proxy:3128", "NO_PROXY", "a.example,.b.example,10.0.0.0/8,c.example:6443");
        for (String direct : new String[] {
            "a.example", "x.a.example", "x.b.example", "10.7.1.2", "c.example:6443", "127.0.0.1", "localhost"
        }) {
            assertThat(proxied(direct, environment)).as(direct).isFalse();
        }
        for (String far : new String[] {"b.example", "aa.example", "11.7.1.2", "c.example:443"}) {
            assertThat(proxied(far, environment)).as(far).isTrue();
        }
    }

    @Test
    @Shows("S14")
    void no_log_line_holds_a_token_whatever_happens() throws Exception {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Logger fabric8 = (Logger) LoggerFactory.getLogger("io.fabric8");
        Level before = fabric8.getLevel();
        lines.start();
        root.addAppender(lines);
        fabric8.setLevel(Level.TRACE);
        try (ScriptedServer server = server();
                KubeCluster cluster = open(server, "")) {
            LoggerFactory.getLogger("io.fabric8.here").trace("heard");
            for (int status : new int[] {200, 401, 403, 500, 429, 0}) {
                server.script(asked -> ScriptedServer.Answer.of(
                        status, "{\"kind\":\"Status\",\"code\":" + status + ",\"message\":\"no\"}"));
                var _ = catchThrowableOfType(KubeException.class, cluster::version);
            }
        } finally {
            fabric8.setLevel(before);
            root.detachAppender(lines);
        }
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .contains("heard")
                .noneMatch(line -> line.contains(TOKEN));
    }

    private static boolean proxied(String host, Map<String, String> environment) {
        return !Proxies.url(URI.create("https://" + host), "", environment).isEmpty();
    }

    private Cause failure(String proxy) {
        try (ScriptedServer server = server()) {
            KubeException thrown = catchThrowableOfType(
                    KubeException.class, () -> open(server, proxy).close());
            assertThat(thrown).isNotNull();
            return thrown.failure() instanceof KubeFailure.Unreachable u ? u.cause() : Cause.OTHER;
        }
    }

    private KubeCluster open(ScriptedServer server, String proxy) throws IOException, KubeException {
        String config = Kubeconfigs.withToken("it", server.address(), CA.certificatePem(), TOKEN);
        if (!proxy.isEmpty()) config = config.replace("server:", "proxy-url: \"" + proxy + "\", server:");
        return Opened.withToken(Files.writeString(folder.resolve("config"), config), TOKEN);
    }

    private static ScriptedServer server() {
        return new ScriptedServer(
                CA.issue("CN=server", "127.0.0.1"),
                asked -> ScriptedServer.Answer.of(200, "{\"gitVersion\":\"v1.36.3\"}"));
    }
}
