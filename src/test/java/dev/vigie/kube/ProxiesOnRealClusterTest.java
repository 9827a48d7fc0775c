package dev.vigie.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.vigie.kind.Namespaces;
import dev.vigie.kube.KubeFailure.Cause;
import dev.vigie.kube.config.ClusterEntry;
import dev.vigie.kube.config.Context;
import dev.vigie.kube.config.Credentials;
import dev.vigie.promises.Shows;
import dev.vigie.testbed.Kubeconfigs;
import dev.vigie.testbed.Pki;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.SocksProxy;
import dev.vigie.testbed.TestCluster;
import dev.vigie.testbed.TunnelProxy;
import io.fabric8.kubernetes.client.http.WebSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real API server under a name that only the proxy knows, so that nothing can reach it past the proxy. kubectl
/// goes
/// the same way with the same kubeconfig.
@RealCluster
class ProxiesOnRealClusterTest {
    private static final String NAME = "api.vigie.invalid";
    private static final String PAIR = "ada:l0ve%lace";

    @TempDir
    private Path folder;

    private final TestCluster bed;

    ProxiesOnRealClusterTest(TestCluster bed) {
        this.bed = bed;
    }

    @Test
    @Shows({"S21", "N18"})
    void every_sort_of_proxy_carries_calls_streams_and_web_sockets() throws Exception {
        Pki.Identity identity = bed.pki().issue("CN=proxy", "127.0.0.1", "localhost");
        try (TunnelProxy http = new TunnelProxy("200 OK");
                TunnelProxy wanting = TunnelProxy.wanting(PAIR);
                TunnelProxy secure = TunnelProxy.secure(identity, "");
                TunnelProxy both = TunnelProxy.secure(identity, PAIR);
                SocksProxy socks = new SocksProxy("", 0);
                SocksProxy known = new SocksProxy(PAIR, 0)) {
            through("http://" + http.address(), http::asked);
            through("http://ada:l0ve%25lace@" + wanting.address(), wanting::asked);
            through("https://" + secure.address(), secure::asked);
            through("https://ada:l0ve%25lace@" + both.address(), both::asked);
            through("socks5://" + socks.address(), socks::asked);
            through("socks5://ada:l0ve%25lace@" + known.address(), known::asked);
        }
    }

    private void through(String url, Supplier<List<String>> asked) throws Exception {
        Path file = kubeconfig(url);
        String names = bed.kubectl(file).out("get", "namespaces", "-o", "name");
        int before = asked.get().size();
        assertThat(before).as("kubectl by " + url).isPositive();
        try (KubeCluster cluster = Opened.withToken(file, bed.adminToken());
                Rows rows = cluster.rows(
                        Objects.requireNonNull(cluster.discovery().find("namespaces")), Namespaces.all())) {
            await().atMost(Duration.ofSeconds(10)).until(() -> rows.snapshot().state() instanceof Rows.State.Live);
            assertThat(rows.snapshot().rows().stream()
                            .map(row -> "namespace/" + row.name())
                            .sorted()
                            .toList())
                    .isEqualTo(names.lines().sorted().toList());
        }
        List<String> ours = asked.get().subList(before, asked.get().size());
        assertThat(ours).as("by " + url).isNotEmpty().allMatch(line -> line.contains(NAME + ":"));
        assertThat(firstEventOfAWebSocket(file)).as("by " + url).contains("\"ADDED\"", "\"Namespace\"");
    }

    private String firstEventOfAWebSocket(Path file) throws Exception {
        Context context = Opened.only(file);
        ClusterEntry entry = Objects.requireNonNull(context.cluster());
        URI server = ServerAddress.of(entry, Objects.requireNonNull(context.user()));
        Credentials token = new Credentials(null, new Credentials.Bearer(bed.adminToken()));
        CompletableFuture<String> first = new CompletableFuture<>();
        try (ProxyWay way = Proxies.of(entry, server, Map.of());
                Clients clients = Clients.of(entry, token, way)) {
            WebSocket socket = clients.streams()
                    .newWebSocketBuilder()
                    .uri(URI.create(server + "/api/v1/namespaces?watch=1"))
                    .setHeader("Authorization", token.authorization().header())
                    .setHeader("Origin", server.toString()) // watches want one
                    .buildAsync(new WebSocket.Listener() {
                        @Override
                        public void onMessage(WebSocket from, String text) {
                            first.complete(text);
                        }
                    })
                    .get(10, TimeUnit.SECONDS);
            String event = first.get(10, TimeUnit.SECONDS);
            socket.sendClose(1000, "seen");
            return event;
        }
    }

    @Test
    @Shows({"N18", "S14"})
    void a_proxy_that_does_not_do_it_is_said_within_two_seconds_without_its_password() throws Exception {
        Pki.Identity strange = new Pki("strangers").issue("CN=proxy", "127.0.0.1", "localhost");
        try (TunnelProxy wanting = TunnelProxy.wanting(PAIR);
                TunnelProxy unknown = TunnelProxy.secure(strange, "");
                SocksProxy known = new SocksProxy(PAIR, 0);
                SocksProxy ruled = new SocksProxy("", 2);
                TunnelProxy forbidding = new TunnelProxy("403 Forbidden");
                ServerSocket ssh = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> ConnectingTest.greet(ssh));
            for (String scheme : List.of("http", "https", "socks5"))
                assertThat(said(scheme + "://ada:wr0ng@127.0.0.1:" + ssh.getLocalPort()))
                        .contains(scheme + "://127.0.0.1:" + ssh.getLocalPort() + ": ");
            assertThat(said("http://" + forbidding.address()))
                    .contains("http://" + forbidding.address() + ": HTTP/1.1 403 Forbidden");
            assertThat(said("http://127.0.0.1:9")).contains("http://127.0.0.1:9: Connection refused");
            assertThat(said("http://ada:wr0ng@" + wanting.address())).contains("407 Proxy Authentication Required");
            assertThat(said("https://" + unknown.address())).contains("https://" + unknown.address() + ": ");
            assertThat(said("socks5://ada:wr0ng@" + known.address()))
                    .contains("does not accept the user name and password");
            assertThat(said("socks5://" + known.address())).contains("wants a password");
            assertThat(said("socks5://" + ruled.address())).contains("not allowed by its rules");
            assertThat(said("socks5://ada:wr0ng@127.0.0.1:9")).contains("socks5://127.0.0.1:9: ");
        }
    }

    private String said(String url) throws IOException {
        Path file = kubeconfig(url);
        long began = System.nanoTime();
        KubeException thrown = catchThrowableOfType(
                KubeException.class,
                () -> Opened.withToken(file, bed.adminToken()).close());
        assertThat(Duration.ofNanos(System.nanoTime() - began)).as(url).isLessThan(Duration.ofSeconds(2));
        assertThat(thrown.failure())
                .isInstanceOfSatisfying(
                        KubeFailure.Unreachable.class,
                        failure -> assertThat(failure.cause()).as(url).isEqualTo(Cause.PROXY));
        assertThat(thrown.failure().toString() + thrown.failure().why()).doesNotContain("wr0ng");
        return thrown.failure().why();
    }

    private Path kubeconfig(String proxy) throws IOException {
        String text = Kubeconfigs.withToken(
                        "far",
                        "https://" + NAME + ":" + bed.server().getPort(),
                        bed.pki().certificatePem(),
                        bed.adminToken())
                .replace("server:", "tls-server-name: localhost, proxy-url: \"" + proxy + "\", server:");
        return Files.writeString(folder.resolve("config"), text);
    }
}
