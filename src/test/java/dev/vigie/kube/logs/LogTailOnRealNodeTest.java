package dev.vigie.kube.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.base.Messages;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.Opened;
import dev.vigie.promises.Shows;
import dev.vigie.testbed.ContainerNode;
import dev.vigie.testbed.FaultProxy;
import dev.vigie.testbed.Kubeconfigs;
import dev.vigie.testbed.RealNode;
import dev.vigie.testbed.TestCluster;
import dev.vigie.text.Lines;
import dev.vigie.text.SpillFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Logs of real containers.
@RealNode
class LogTailOnRealNodeTest {
    private static final Duration LONG = Duration.ofSeconds(90);
    private final TestCluster bed;
    private final String namespace;
    private final FaultProxy proxy;
    private final Cluster cluster;
    private final Lines lines;
    private final Locale before = Messages.language();

    LogTailOnRealNodeTest(ContainerNode node, @TempDir Path folder) throws Exception {
        Messages.speak(Locale.ENGLISH);
        bed = node.cluster();
        namespace = bed.newNamespace();
        proxy = new FaultProxy(bed.server().getHost(), bed.server().getPort());
        String config = Kubeconfigs.withToken(
                "it", "https://127.0.0.1:" + proxy.port(), bed.pki().certificatePem(), bed.adminToken());
        cluster = Opened.withToken(Files.writeString(folder.resolve("config"), config), bed.adminToken());
        lines = new Lines(new SpillFolder(folder.resolve("spill")));
    }

    @AfterEach
    void close() throws Exception {
        cluster.close();
        proxy.close();
        lines.close();
        Messages.speak(before);
        bed.kubectl().run("delete", "namespace", namespace, "--wait=false");
    }

    private void pod(String name, String restarts, String script) {
        bed.kubectl().apply("""
                apiVersion: v1
                kind: Pod
                metadata: {namespace: %s, name: %s}
                spec:
                  restartPolicy: %s
                  nodeSelector: {real: "true"}
                  terminationGracePeriodSeconds: 0
                  volumes: [{name: scratch, emptyDir: {}}]
                  containers:
                  - name: main
                    image: registry.example/busybox:1
                    volumeMounts: [{name: scratch, mountPath: /scratch}]
                    command: [sh, -c, '%s']
                """.formatted(namespace, name, restarts, script));
    }

    private LogTail tail(String pod) {
        return LogTail.start(cluster, LogRequest.of(new LogRequest.Pods.Named(namespace, pod, "")), lines, () -> {});
    }

    private List<String> said() {
        return IntStream.range(0, lines.count())
                .mapToObj(
                        i -> (lines.isNote(i) ? "-- " : "") + lines.line(i, 200).text())
                .toList();
    }

    private static List<String> numbered(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(String::valueOf).toList();
    }

    @Test
    @Shows("L02")
    void a_container_that_starts_again_is_followed_with_a_line_that_says_how_it_had_ended() {
        pod(
                "again",
                "OnFailure",
                "n=$(cat /scratch/n || echo 0); echo $((n+1)) > /scratch/n; for i in 1 2 3; do echo run $n line $i; done;"
                        + " [ $n = 2 ] || exit 3");
        try (LogTail tail = tail("again")) {
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(said().stream().filter(line -> !line.startsWith("cat:")))
                            .containsExactly(
                                    "run 0 line 1",
                                    "run 0 line 2",
                                    "run 0 line 3",
                                    "-- main was started again; it had ended: exit code 3",
                                    "run 1 line 1",
                                    "run 1 line 2",
                                    "run 1 line 3",
                                    "-- main was started again; it had ended: exit code 3",
                                    "run 2 line 1",
                                    "run 2 line 2",
                                    "run 2 line 3",
                                    "-- main has ended: exit code 0"));
            assertThat(tail.sources()).extracting(LogSource::container).containsExactly("main");
        }
    }

    @Test
    @Shows("L01")
    void a_pod_that_is_deleted_is_said_to_be_gone_and_what_it_said_stays() {
        pod("doomed", "Always", "echo here; sleep 1000");
        try (LogTail tail = tail("doomed")) {
            await().atMost(LONG).until(() -> said().contains("here"));
            bed.kubectl().out("delete", "pod", "doomed", "-n", namespace, "--wait=true");
            await().atMost(Duration.ofSeconds(2))
                    .untilAsserted(() -> assertThat(said()).containsExactly("here", "-- The pod doomed is gone"));
            assertThat(tail.state(tail.sources().getFirst())).isEqualTo(new LogState.Gone());
        }
    }

    @Test
    @Shows("L03")
    @Timeout(180)
    void through_resets_and_a_restart_of_the_api_server_every_line_comes_once_and_in_order() {
        // below the ten megabytes at which the kubelet rotates: what is rotated away while nobody listens is gone
        int last = 180_000;
        pod(
                "counts",
                "Never",
                "i=0; while [ $i -lt " + last / 1000
                        + " ]; do seq $((i*1000+1)) $((i*1000+1000)); i=$((i+1)); sleep 0.03; done");
        try (LogTail tail = tail("counts")) {
            for (int i = 1; i <= 3; i++) {
                int some = i * 15_000;
                await().atMost(LONG).until(() -> lines.count() > some);
                proxy.reset();
            }
            await().atMost(LONG).until(() -> lines.count() > 70_000);
            bed.killApiServer();
            bed.startApiServer();
            await().atMost(LONG).untilAsserted(() -> assertThat(lines.count()).isEqualTo(last + 1));
            List<String> all = said();
            assertThat(all.getLast()).isEqualTo("-- main has ended: exit code 0");
            assertThat(all.subList(0, all.size() - 1)).isEqualTo(numbered(1, last));
            assertThat(tail.trouble()).isNull();
        }
    }

    @Test
    void what_is_kept_is_to_the_byte_what_kubectl_prints() {
        pod(
                "bytes",
                "Never",
                "printf \"a\\\\r\\\\nb\\\\033[31mred\\\\000\\\\377\\\\n\\\\n\"; head -c 3000000 /dev/zero | tr \"\\\\0\" x; echo;"
                        + " head -c 20000 /dev/urandom; printf \"no end\"");
        try (LogTail tail = tail("bytes")) {
            await().atMost(LONG)
                    .until(() -> tail.sources().size() == 1
                            && tail.state(tail.sources().getFirst()) instanceof LogState.Ended
                            && lines.count() > 0
                            && lines.isNote(lines.count() - 1));
            String kubectl = bed.kubectl().out("logs", "bytes", "-n", namespace);
            assertThat(kept()).isEqualTo(kubectl);
        }
    }

    /// As text, with what is no UTF-8 replaced, which is how kubectl's answer is read here, too.
    private String kept() {
        List<byte[]> parts = new ArrayList<>();
        for (int i = 0; i < lines.count(); i++) {
            if (lines.isNote(i)) continue;
            parts.add(lines.bytes(i));
            if (!lines.goesOn(i)) parts.add(new byte[] {'\n'});
        }
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toString(StandardCharsets.UTF_8);
    }
}
