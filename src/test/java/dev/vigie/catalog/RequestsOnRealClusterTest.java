package dev.vigie.catalog;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.base.Amount;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What pods reserve, beside the sums of `kubectl describe nodes`.
@RealCluster
class RequestsOnRealClusterTest {
    private static final Pattern ALLOCATED = Pattern.compile("(?m)^ {2}(cpu|memory) +(\\S+) \\(");
    private static final String PODS = """
            apiVersion: v1
            kind: Pod
            metadata: {name: plain}
            spec:
              containers:
              - {name: a, image: x, resources: {requests: {cpu: 250m, memory: 64Mi}}}
              - {name: b, image: x, resources: {requests: {cpu: "1", memory: 1G}}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: prepared}
            spec:
              initContainers:
              - {name: sidecar, image: x, restartPolicy: Always, resources: {requests: {cpu: 100m, memory: 32Mi}}}
              - {name: large, image: x, resources: {requests: {cpu: "2", memory: 16Mi}}}
              containers: [{name: a, image: x, resources: {requests: {cpu: 300m, memory: 256Mi}}}]
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: none}
            spec: {containers: [{name: a, image: x}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: nowhere}
            spec:
              nodeSelector: {no: such}
              containers: [{name: a, image: x, resources: {requests: {cpu: "7", memory: 7Gi}}}]
            """;

    private final TestCluster bed;

    RequestsOnRealClusterTest(TestCluster bed) {
        this.bed = bed;
    }

    @Test
    void what_pods_reserve_together_is_what_kubectl_sums_node_by_node() {
        String namespace = bed.newNamespace();
        bed.nodes("node-25");
        bed.kubectl().apply(PODS, "-n", namespace);
        await().atMost(30, SECONDS)
                .until(() -> bed.kubectl()
                                .out("get", "pods", "-n", namespace, "-o", "jsonpath={.items[*].spec.nodeName}")
                                .split(" ")
                                .length
                        == 3);
        List<JsonNode> pods = new ArrayList<>();
        bed.kubectl().json("get", "pods", "-A").path("items").forEach(pods::add);
        Requests requests = Requests.of(pods);
        String described = bed.kubectl().out("describe", "nodes");
        assertThat(requests.cpu()).isEqualByComparingTo(sum(described, "cpu"));
        assertThat(requests.memory()).isEqualByComparingTo(sum(described, "memory"));

        List<JsonNode> mine = pods.stream()
                .filter(pod ->
                        pod.path("metadata").path("namespace").asString("").equals(namespace))
                .toList();
        Requests here = Requests.of(mine);
        assertThat(here.cpu()).isEqualByComparingTo("3.35");
        assertThat(here.pods()).isEqualTo(3);
    }

    private static BigDecimal sum(String described, String resource) {
        BigDecimal sum = BigDecimal.ZERO;
        Matcher lines = ALLOCATED.matcher(described);
        while (lines.find()) {
            BigDecimal amount = lines.group(1).equals(resource) ? Amount.parse(lines.group(2)) : null;
            if (amount != null) sum = sum.add(amount);
        }
        return sum;
    }
}
