package dev.vigie.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.vigie.demo.DemoCluster;
import dev.vigie.testbed.Commands;
import dev.vigie.testbed.Kubectl;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The real kubectl types the same lines to both and must print the same.
@RealCluster
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubectlTest {
    private final DemoCluster cluster = DemoCluster.still();
    private final Kubectl real;
    private final Kubectl demo;

    KubectlTest(TestCluster bed, @TempDir Path folder) throws IOException {
        TestCluster second = bed.second();
        real = second.kubectl();
        Side.demo(cluster);
        Path config = Files.writeString(folder.resolve("demo.kubeconfig"), cluster.kubeconfig());
        demo = new Kubectl(bed.program("kubectl"), config, Files.createDirectories(folder.resolve("home")));
    }

    @AfterAll
    void end() {
        cluster.close();
    }

    @TestFactory
    Stream<DynamicTest> kubectl_prints_the_same() {
        List<KubectlLines.Script> scripts = KubectlLines.all();
        return IntStream.range(0, scripts.size())
                .mapToObj(
                        i -> DynamicTest.dynamicTest(scripts.get(i).name(), () -> hold(scripts.get(i), "typed-" + i)));
    }

    private void hold(KubectlLines.Script script, String namespace) {
        String difference = difference(real, demo, script, namespace);
        String why = NotYet.WHY.get(script.name());
        if (why == null) assertThat(difference).as("- real, + demo").isEmpty();
        else if (difference.isEmpty()) fail("It holds now: take \"" + script.name() + "\" off the list NotYet.");
    }

    /// Fields and their types, without the long descriptions.
    private static String withoutWords(String explained) {
        return explained
                .lines()
                .filter(line -> line.matches("(KIND|GROUP|VERSION|FIELD).*|  \\S.*"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    static String difference(Kubectl real, Kubectl demo, KubectlLines.Script script, String namespace) {
        CompletableFuture<String> there =
                CompletableFuture.supplyAsync(() -> printed(real, script, namespace), Thread::startVirtualThread);
        String here = printed(demo, script, namespace);
        return Difference.of(there.join(), here);
    }

    private static String printed(Kubectl kubectl, KubectlLines.Script script, String namespace) {
        kubectl.run("create", "namespace", namespace);
        kubectl.run("create", "serviceaccount", "default", "-n", namespace);
        StringBuilder all = new StringBuilder();
        for (String line : script.lines()) {
            all.append("$ kubectl ").append(line).append('\n');
            List<String> words = new ArrayList<>(List.of(line.split(" ")));
            words.replaceAll(word -> word.replace('~', ' '));
            if (!words.contains("--raw")) words.addAll(0, List.of("-n", namespace));
            Commands.Output out = kubectl.run(words.toArray(String[]::new));
            all.append(line.startsWith("explain") ? withoutWords(out.out()) : out.out())
                    .append(out.err());
            if (out.exit() != 0) all.append("exit ").append(out.exit()).append('\n');
        }
        return Plain.printed(all.toString());
    }
}
