package dev.vigie.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.demo.DemoCluster;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The real kubectl types the same lines to two clusters that live, and must print the same.
@RealCluster
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubectlAliveTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final DemoCluster demo = DemoCluster.start();
    private final DemoCluster shaken = DemoCluster.start();
    private final Typist alone;
    private final Map<String, CompletableFuture<String>> differences = new LinkedHashMap<>();

    /// All scripts are begun at once.
    KubectlAliveTest(TestCluster bed, @TempDir Path folder) throws IOException {
        Path kubectl = bed.program("kubectl");
        bed.nodes("alive-1", "alive-2");
        Living real = living(kubectl, bed.adminKubeconfig(), folder.resolve("real"), "alive-1");
        begin(LivingLines.ALL, real, living(kubectl, file(demo, folder.resolve("demo")), folder, "worker-1"));
        Path home = Files.createDirectories(folder.resolve("alone"));
        alone = new Typist(kubectl, file(demo, folder.resolve("measured")), home, PATIENCE);
        begin(LivingLines.NODES, real, living(kubectl, file(shaken, folder.resolve("shaken")), folder, "worker-1"));
    }

    private static Path file(DemoCluster demo, Path file) throws IOException {
        return Files.writeString(file, demo.kubeconfig());
    }

    private static Living living(Path kubectl, Path kubeconfig, Path home, String node) throws IOException {
        return new Living(new Typist(kubectl, kubeconfig, Files.createDirectories(home), PATIENCE), node);
    }

    private void begin(List<KubectlLines.Script> scripts, Living real, Living demo) {
        for (KubectlLines.Script script : scripts) {
            String namespace = "living-" + differences.size();
            differences.put(script.name(), difference(script, real, demo, namespace));
        }
    }

    static CompletableFuture<String> difference(
            KubectlLines.Script script, Living real, Living demo, String namespace) {
        CompletableFuture<String> there =
                CompletableFuture.supplyAsync(() -> real.printed(script, namespace), Thread::startVirtualThread);
        CompletableFuture<String> here =
                CompletableFuture.supplyAsync(() -> demo.printed(script, namespace), Thread::startVirtualThread);
        return there.thenCombine(here, Difference::of);
    }

    @AfterAll
    void end() {
        demo.close();
        shaken.close();
    }

    @TestFactory
    Stream<DynamicTest> kubectl_prints_the_same() {
        return differences.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey(),
                        () -> assertThat(each.getValue().join())
                                .as("- real, + demo")
                                .isEmpty()));
    }

    /// The nodes of the bed measure nothing, so that only the form can be held against what kubectl prints anywhere.
    @Test
    void what_pods_and_nodes_use_is_told_and_an_autoscaler_goes_by_it() {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(alone.out("top", "nodes", "--no-headers").lines())
                    .hasSize(3)
                    .allMatch(line -> line.matches("\\S+ +\\d+m +\\d+% +\\d+Mi +\\d+% *"));
            assertThat(alone.out("top", "pods", "-n", "shop", "--no-headers").lines())
                    .isNotEmpty()
                    .allMatch(line -> line.matches("\\S+ +\\d+m +\\d+Mi *"));
            assertThat(alone.out("get", "hpa", "-A", "--no-headers")).matches("(?s).*cpu: \\d+%/\\d+%.*");
        });
    }
}
