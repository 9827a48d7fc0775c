package dev.vigie.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.promises.Shows;
import dev.vigie.testbed.HttpFaults;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Five hundred custom kinds on a real API server. What they cost us is printed, and guarded by how much is asked, not
/// by
/// the clock of a busy machine.
@RealCluster
class ManyCustomKindsTest {
    private static final int MANY = 500;
    private static final String CRD = """
            ---
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: toysNUMBER.manyGROUP.vigie.dev, labels: {many: "yes"}}
            spec:
              group: manyGROUP.vigie.dev
              scope: Namespaced
              names: {plural: toysNUMBER, singular: toyNUMBER, kind: ToyNUMBER, shortNames: [tNUMBER]}
              versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}]
            """;

    private final TestCluster second;

    ManyCustomKindsTest(TestCluster bed) {
        second = bed.second();
    }

    @AfterEach
    void remove() {
        second.kubectl().out("delete", "crd", "-l", "many=yes", "--wait=false");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    @Shows("E19")
    void are_discovered_in_two_requests_and_far_less_than_three_seconds_of_our_own_time() throws Exception {
        StringBuilder yaml = new StringBuilder();
        for (int i = 0; i < MANY; i++) yaml.append(CRD.replace("NUMBER", "" + i).replace("GROUP", "" + i % 25));
        second.kubectl().create(yaml.toString());
        try (HttpFaults faults = new HttpFaults(second);
                KubeCluster cluster = Opened.withToken(faults.kubeconfig(), second.adminToken())) {
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> toys(cluster.discovery()) == MANY);
            List<Long> whole = new ArrayList<>();
            List<Long> bytes = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                faults.forgetAsked();
                long began = System.nanoTime();
                assertThat(toys(cluster.discovery())).isEqualTo(MANY);
                whole.add((System.nanoTime() - began) / 1_000_000);
                assertThat(faults.asked().stream()
                                .map(HttpFaults.Asked::path)
                                .filter(path -> path.startsWith("/api"))
                                .toList())
                        .as("requests of one discovery")
                        .containsExactlyInAnyOrder("/api", "/apis");
                bytes.add(read(cluster));
            }
            long ours = median(whole) - median(bytes);
            System.out.println("E19: " + MANY + " custom kinds discovered in " + median(whole) + " ms, of which "
                    + median(bytes) + " ms is the server's and the way's; our own " + ours + " ms");
            assertThat(ours).as("our own milliseconds").isLessThan(3000);
        }
    }

    private static long toys(Cluster.Discovery discovery) {
        return discovery.kinds().stream()
                .filter(kind -> kind.gvk().group().startsWith("many"))
                .count();
    }

    /// The same bytes, read by nobody.
    private static long read(KubeCluster cluster) throws KubeException, IOException {
        long began = System.nanoTime();
        for (String path : List.of("/api", "/apis")) {
            try (Wire.Answer answer = cluster.wire()
                    .get(
                            path,
                            "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList",
                            Duration.ofSeconds(20))) {
                assertThat(answer.body().readAllBytes()).isNotEmpty();
            }
        }
        return (System.nanoTime() - began) / 1_000_000;
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
