package dev.vigie.kube.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.base.Messages;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.Opened;
import dev.vigie.promises.Shows;
import dev.vigie.testbed.FaultProxy;
import dev.vigie.testbed.Kubeconfigs;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import dev.vigie.text.Lines;
import dev.vigie.text.SpillFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Logs of many pods on the real API server; each container of its nodes prints one file, which the tests write.
@RealCluster
class LogTailOnRealClusterTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final TestCluster bed;
    private final String namespace;
    private final FaultProxy proxy;
    private final Cluster cluster;
    private final Lines lines;
    private final Locale before = Messages.language();
    private final String mark = "said-" + Long.toString(System.nanoTime(), 36);

    LogTailOnRealClusterTest(TestCluster bed, @TempDir Path folder) throws Exception {
        Messages.speak(Locale.ENGLISH);
        this.bed = bed.nodes("node-23");
        namespace = bed.newNamespace();
        proxy = new FaultProxy("127.0.0.1", bed.server().getPort());
        String config = Kubeconfigs.withToken(
                "it", "https://127.0.0.1:" + proxy.port(), bed.pki().certificatePem(), bed.adminToken());
        cluster = Opened.withToken(Files.writeString(folder.resolve("config"), config), bed.adminToken());
        lines = new Lines(new SpillFolder(folder.resolve("spill")));
    }

    @AfterEach
    void close() throws IOException {
        cluster.close();
        proxy.close();
        lines.close();
        Messages.speak(before);
        bed.kubectl().run("delete", "namespace", namespace, "--wait=false");
    }

    private void say(int from, int to) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = from; i <= to; i++)
            text.append(Instant.now().plusNanos(i))
                    .append(" stdout F ")
                    .append(mark)
                    .append(' ')
                    .append(i)
                    .append('\n');
        Files.writeString(bed.podLog(), text, StandardOpenOption.APPEND);
    }

    /// What a source said in this test, in order.
    private List<String> of(LogSource source) {
        return IntStream.range(0, lines.count())
                .filter(i -> lines.source(i) == source.number() && !lines.isNote(i))
                .mapToObj(i -> lines.line(i, 100).text())
                .filter(text -> text.startsWith(mark))
                .map(text -> text.substring(mark.length() + 1))
                .toList();
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(String::valueOf).toList();
    }

    private LogTail tail() {
        return LogTail.start(
                cluster, LogRequest.of(new LogRequest.Pods.Selected(namespace, "app=web")), lines, () -> {});
    }

    private void deployment(int replicas) {
        bed.kubectl().out("create", "deployment", "web", "--image=web:1", "--replicas=" + replicas, "-n", namespace);
        bed.kubectl().out("rollout", "status", "deployment/web", "-n", namespace, "--timeout=60s");
    }

    private static long reading(LogTail tail) {
        return tail.sources().stream()
                .filter(source -> tail.state(source) instanceof LogState.Reading)
                .count();
    }

    @Test
    @Shows("L11")
    void pods_that_come_join_and_pods_that_go_stay_to_be_read() throws Exception {
        deployment(2);
        try (LogTail tail = tail()) {
            await().atMost(SOON).until(() -> reading(tail) == 2);
            say(1, 100);
            await().atMost(SOON).untilAsserted(() -> {
                for (LogSource source : tail.sources()) assertThat(of(source)).isEqualTo(numbers(1, 100));
            });
            bed.kubectl().out("scale", "deployment/web", "--replicas=12", "-n", namespace);
            await().atMost(SOON).until(() -> reading(tail) == 12);
            say(101, 200);
            await().atMost(SOON).untilAsserted(() -> {
                for (LogSource source : tail.sources()) assertThat(of(source)).isEqualTo(numbers(1, 200));
            });
            bed.kubectl().out("scale", "deployment/web", "--replicas=1", "-n", namespace);
            await().atMost(SOON)
                    .until(() -> tail.sources().stream()
                                    .filter(source -> tail.state(source).equals(new LogState.Gone()))
                                    .count()
                            == 11);
            assertThat(notes()).filteredOn(note -> note.endsWith("is gone")).hasSize(11);
            say(201, 210);
            List<LogSource> all = new ArrayList<>(tail.sources());
            all.removeIf(source -> tail.state(source).equals(new LogState.Gone()));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(of(all.getFirst())).isEqualTo(numbers(1, 210)));
        }
    }

    private List<String> notes() {
        return IntStream.range(0, lines.count())
                .filter(lines::isNote)
                .mapToObj(i -> lines.line(i, 200).text())
                .toList();
    }

    @Test
    @Shows({"L04", "L03"})
    void a_link_that_carries_nothing_is_told_from_a_quiet_program_and_no_line_is_lost_or_doubled() throws Exception {
        deployment(2);
        try (LogTail tail = tail()) {
            await().atMost(SOON).until(() -> reading(tail) == 2);
            say(1, 50);
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(of(tail.sources().getFirst())).hasSize(50));
            proxy.mode(FaultProxy.Mode.BLACK_HOLE);
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> cluster.reachability().trouble() != null);
            say(51, 100);
            proxy.mode(FaultProxy.Mode.PASS);
            await().atMost(SOON).untilAsserted(() -> {
                for (LogSource source : tail.sources()) assertThat(of(source)).isEqualTo(numbers(1, 100));
            });
            for (int i = 0; i < 5; i++) {
                proxy.reset();
                say(101 + i * 10, 110 + i * 10);
            }
            await().atMost(SOON).untilAsserted(() -> {
                for (LogSource source : tail.sources()) assertThat(of(source)).isEqualTo(numbers(1, 150));
            });
        }
    }

    @Test
    void a_pod_of_which_one_may_not_read_the_log_says_so() throws Exception {
        deployment(1);
        bed.kubectl().out("create", "serviceaccount", "looker", "-n", namespace);
        bed.kubectl().out("create", "role", "looker", "--verb=get,list,watch", "--resource=pods", "-n", namespace);
        bed.kubectl()
                .out(
                        "create",
                        "rolebinding",
                        "looker",
                        "--role=looker",
                        "--serviceaccount=" + namespace + ":looker",
                        "-n",
                        namespace);
        String token =
                bed.kubectl().out("create", "token", "looker", "-n", namespace).strip();
        try (Cluster limited = Opened.withToken(bed.adminKubeconfig(), token);
                LogTail tail = LogTail.start(
                        limited, LogRequest.of(new LogRequest.Pods.Selected(namespace, "app=web")), lines, () -> {})) {
            await().atMost(SOON)
                    .until(() -> tail.sources().size() == 1
                            && tail.state(tail.sources().getFirst()) instanceof LogState.Failed);
            assertThat(((LogState.Failed) tail.state(tail.sources().getFirst()))
                            .why()
                            .title())
                    .isEqualTo("You may not get pods/log in " + namespace);
        }
    }
}
