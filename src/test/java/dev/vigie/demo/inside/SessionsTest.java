package dev.vigie.demo.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.vigie.demo.DemoCluster;
import dev.vigie.demo.model.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

@Timeout(60)
class SessionsTest {
    private static final String V5 = "v5.channel.k8s.io";
    private static final String V4 = "v4.channel.k8s.io";

    @TempDir
    private Path folder;

    private static DemoCluster demo;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        demo = DemoCluster.start();
        client = Dial.client(demo);
    }

    @AfterAll
    static void end() {
        client.close();
        demo.close();
    }

    /// A running pod of the front end, in `test`.
    private static ObjectNode pod() {
        List<ObjectNode> found = demo.objects().list("pods", "test").stream()
                .filter(each -> Json.name(each).startsWith("unicorn-front"))
                .filter(each -> !Pods.life(each, "unicorn-front").isEmpty())
                .toList();
        assertThat(found).isNotEmpty();
        return found.getFirst();
    }

    private static String path(ObjectNode pod, String part) {
        return "/api/v1/namespaces/" + Json.namespace(pod) + "/pods/" + Json.name(pod) + "/" + part;
    }

    private static String exec(ObjectNode pod, String streams, String... command) {
        StringBuilder path = new StringBuilder(path(pod, "exec")).append('?').append(streams);
        for (String word : command) path.append("&command=").append(URLEncoder.encode(word, StandardCharsets.UTF_8));
        return path.toString();
    }

    private static Dial open(String protocol, String path) {
        return Dial.open(client, demo, protocol, path);
    }

    private static Dial sh(String protocol, String script) {
        return open(protocol, exec(pod(), "stdin=true&stdout=true&stderr=true", "sh", "-c", script));
    }

    @Test
    void a_command_says_what_it_says_and_its_exit_code_comes_last() throws Exception {
        Dial dial = sh(V5, "echo out; echo err >&2; exit 7");
        assertThat(dial.end()).isEqualTo(1000);
        assertThat(dial.first()).isEqualTo(1);
        assertThat(dial.text(1)).isEqualTo("out\n");
        assertThat(dial.text(2)).isEqualTo("err\n");
        assertThat(dial.text(3))
                .isEqualTo(
                        "{\"metadata\":{},\"status\":\"Failure\","
                                + "\"message\":\"command terminated with non-zero exit code: command terminated with exit code 7\","
                                + "\"reason\":\"NonZeroExitCode\",\"details\":{\"causes\":[{\"reason\":\"ExitCode\",\"message\":\"7\"}]}}");
        assertThat(dial.socket().getSubprotocol()).isEqualTo(V5);
    }

    @Test
    void success_is_said_too() throws Exception {
        Dial dial = sh(V4, "true");
        dial.end();
        assertThat(dial.text(3)).isEqualTo("{\"metadata\":{},\"status\":\"Success\"}");
    }

    @Test
    void what_cannot_be_started_is_an_internal_error() throws Exception {
        Dial dial = open(V5, exec(pod(), "stdout=true", "nosuch"));
        dial.end();
        assertThat(dial.text(3).replaceAll("[0-9a-f]{64}", "ID"))
                .startsWith(
                        "{\"metadata\":{},\"status\":\"Failure\",\"message\":\"Internal error occurred: Internal error"
                                + " occurred: error executing command in container: failed to exec in container: failed to start"
                                + " exec \\\"ID\\\": OCI runtime exec failed: exec failed: unable to start container process: exec:"
                                + " \\\"nosuch\\\": executable file not found in $PATH\",\"reason\":\"InternalError\"");
    }

    @Test
    void one_side_may_end_while_the_other_goes_on() throws Exception {
        Dial dial = sh(V5, "cat; echo over");
        dial.send(0, "typed\n");
        await().untilAsserted(() -> assertThat(dial.text(1)).isEqualTo("typed\n"));
        dial.send(255, new byte[] {0}).join();
        dial.end();
        assertThat(dial.text(1)).isEqualTo("typed\nover\n");
    }

    @Test
    void a_terminal_has_the_size_it_is_told() throws Exception {
        Dial dial = open(V4, exec(pod(), "stdin=true&stdout=true&tty=true", "sh"));
        dial.send(4, "{\"Width\":101,\"Height\":33}");
        dial.send(0, "stty size\r");
        await().untilAsserted(() -> assertThat(dial.text(1)).endsWith("\r\n33 101\r\n/ # "));
        dial.send(0, "exit 3\r");
        dial.end();
        assertThat(dial.text(3)).contains("\"message\":\"3\"");
    }

    @Test
    void what_a_container_was_given_is_there() throws Exception {
        Dial dial = sh(V5, "echo $KUBERNETES_SERVICE_HOST; hostname; cat /etc/hostname");
        dial.end();
        String name = dial.text(1).lines().toList().get(1);
        assertThat(dial.text(1)).isEqualTo("10.96.0.1\n" + name + "\n" + name + "\n");
        assertThat(name).startsWith("unicorn-front-");
    }

    @Test
    void a_container_that_is_not_there_is_refused_before_anything_flows() {
        refused(400, exec(pod(), "stdout=true&container=nope", "ls"));
        refused(400, exec(pod(), "stdout=false", "ls"));
        refused(404, "/api/v1/namespaces/test/pods/nope/exec?command=ls&stdout=true");
        ObjectNode waiting = demo.objects().list("pods", "test").stream()
                .filter(each -> Json.name(each).startsWith("vault-sync"))
                .findFirst()
                .orElseThrow();
        refused(500, exec(waiting, "stdout=true", "ls"));
    }

    private static void refused(int code, String path) {
        assertThatThrownBy(() -> open(V5, path))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        e -> assertThat(e.getResponse().statusCode()).isEqualTo(code));
    }

    @Test
    void a_port_answers_with_a_page_and_a_closed_one_is_refused() throws Exception {
        Dial dial = open(V4, path(pod(), "portforward") + "?ports=3000&ports=81");
        dial.send(0, "GET / HTTP/1.0\r\nHost: x\r\n\r\n");
        await().untilAsserted(() -> assertThat(dial.text(0)).contains("</html>"));
        dial.end();
        assertThat(dial.bytes(0)).startsWith(0xb8, 0x0b);
        assertThat(dial.text(0).substring(2)).contains("HTTP/1.1 200 OK\r\n", "Hello from unicorn-front-");
        assertThat(dial.bytes(1)).containsExactly(0xb8, 0x0b);
        assertThat(dial.bytes(2)).containsExactly(81, 0);
        assertThat(dial.text(3).substring(2))
                .startsWith("error forwarding port 81 to pod ")
                .contains("IPv4: dial tcp4 127.0.0.1:81: connect: connection refused");
    }

    @Test
    void a_command_ends_with_its_container_which_is_started_again() throws Exception {
        ObjectNode pod = demo.objects().list("pods", "default").getFirst();
        int before = restarts(pod);
        Dial asleep = open(V5, exec(pod, "stdout=true", "sleep", "1000"));
        Dial kills = open(V5, exec(pod, "stdout=true", "kill", "1"));
        kills.end();
        asleep.end();
        assertThat(asleep.text(3)).contains("\"message\":\"137\"");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(restarts(pod)).isEqualTo(before + 1));
    }

    private static int restarts(ObjectNode pod) {
        ObjectNode now = demo.objects().get("pods", Json.namespace(pod), Json.name(pod));
        return Json.number(-1, java.util.Objects.requireNonNull(now).at("/status/containerStatuses/0"), "restartCount");
    }

    @Test
    void a_client_that_floods_is_held_back_and_leaves_nothing_behind() {
        Dial dial = sh(V5, "sleep 1000");
        byte[] piece = new byte[64 * 1024];
        CompletableFuture<?> last = CompletableFuture.completedFuture(null);
        List<CompletableFuture<?>> sent = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            last = last.thenCompose(any -> dial.send(0, piece));
            sent.add(last);
        }
        await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
        assertThat(sent.stream().filter(CompletableFuture::isDone).count()).isLessThan(400);
        dial.socket().abort();
        nothingRuns();
    }

    @Test
    void a_client_that_does_not_read_is_waited_for_without_piling_up() {
        long before = used();
        Dial dial = Dial.open(client, demo, V5, exec(pod(), "stdout=true", "yes"), false);
        await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
        assertThat(used() - before).isLessThan(60L * 1024 * 1024);
        dial.socket().abort();
        nothingRuns();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void a_hundred_sessions_leave_no_thread_behind() {
        List<Dial> dials = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            dials.add(
                    switch (i % 4) {
                        case 0 -> open(V5, exec(pod(), "stdin=true&stdout=true&tty=true", "sh"));
                        case 1 -> sh(V5, "sleep 1000 & while true; do sleep 1; done | cat");
                        case 2 -> open(V4, path(pod(), "portforward") + "?ports=3000");
                        default -> sh(V5, "while true; do :; done");
                    });
        }
        Dial beside = sh(V5, "echo alive");
        await().untilAsserted(() -> assertThat(beside.text(1)).isEqualTo("alive\n"));
        dials.forEach(each -> each.socket().abort());
        nothingRuns();
    }

    @Test
    void closing_the_demo_ends_all_sessions() {
        DemoCluster other = DemoCluster.start();
        try (other;
                HttpClient its = Dial.client(other)) {
            String pod = other.objects().list("pods", "students").stream()
                    .map(Json::name)
                    .findFirst()
                    .orElseThrow();
            String path = "/api/v1/namespaces/students/pods/" + pod;
            Dial shell = Dial.open(its, other, V5, path + "/exec?command=sleep&command=1000&stdout=true");
            Dial port = Dial.open(its, other, V4, path + "/portforward?ports=80");
            await().until(() -> shell.first() >= 0 && port.first() >= 0);
            other.close();
            nothingRuns();
        }
    }

    private void nothingRuns() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(running()).isEmpty());
    }

    /// The threads of sessions, by name.
    private List<String> running() {
        try {
            Path dump = folder.resolve("threads.txt");
            Files.deleteIfExists(dump);
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(dump.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
            try (var lines = Files.lines(dump)) {
                return lines.filter(
                                line -> line.matches("#\\d+ \"demo-(exec|job|forward|tunnel|heartbeat|last-word)\".*"))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
