package dev.vigie.demo.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.demo.model.Json;
import dev.vigie.testbed.Commands;
import dev.vigie.testbed.Kubectl;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whether the real API server takes what stands in the demo cluster, to the letter: unknown fields are faults.
@RealCluster
class ContentOnRealClusterTest {
    private final Kubectl kubectl;

    @TempDir
    private Path folder;

    ContentOnRealClusterTest(TestCluster bed) {
        TestCluster empty = bed.second();
        kubectl = empty.kubectl();
    }

    @Test
    void everything_is_accepted_in_its_order_by_the_real_api_server() throws Exception {
        List<String> faults = new ArrayList<>();
        List<Step> batch = new ArrayList<>();
        for (Step step : Content.steps()) {
            boolean custom = batch.stream()
                    .anyMatch(each -> Json.text(each.object(), "kind").equals("CustomResourceDefinition"));
            boolean late = !batch.isEmpty() && !batch.getLast().at().equals(step.at());
            boolean other = custom && !Json.text(step.object(), "kind").equals("CustomResourceDefinition");
            if (late || other) faults.addAll(apply(batch));
            if (other) established();
            batch.add(step);
        }
        faults.addAll(apply(batch));
        assertThat(faults).isEmpty();
    }

    private List<String> apply(List<Step> batch) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Step step : batch) all.append(step.object()).append('\n');
        batch.clear();
        Path file = Files.writeString(folder.resolve("objects.json"), all);
        Commands.Output done =
                kubectl.run("apply", "--server-side", "--force-conflicts", "--validate=strict", "-f", file.toString());
        return done.exit() == 0
                ? List.of()
                : done.err().lines().filter(line -> !line.startsWith("Warning")).toList();
    }

    private void established() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> kubectl.run("get", "unicorns,certificates,clusterissuers,applications.argoproj.io", "-A")
                                .exit()
                        == 0);
    }
}
