package dev.vigie.feature.browse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kube.KubeCluster;
import dev.vigie.kube.KubeException;
import dev.vigie.kube.Opened;
import dev.vigie.kube.Row;
import dev.vigie.kube.Rows;
import dev.vigie.live.Fx;
import dev.vigie.promises.Shows;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What the filter shows, beside what kubectl prints for the line that is said to show the same.
@RealCluster
class FilterOnRealClusterTest {
    private final KubeCluster cluster;

    FilterOnRealClusterTest(TestCluster bed) throws KubeException {
        cluster = Opened.withToken(bed.adminKubeconfig(), bed.adminToken());
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    private static String pod(String name, String labels, String node) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, labels: %s}
                spec:
                  nodeName: %s
                  schedulerName: nobody
                  terminationGracePeriodSeconds: 0
                  containers: [{name: c, image: registry.example/c}]
                ---
                """.formatted(name, labels, node);
    }

    @Test
    @Shows({"B5", "A16"})
    void labels_and_fields_show_what_kubectl_shows_and_what_it_cannot_say_is_said(TestCluster bed) throws Exception {
        String namespace = bed.newNamespace();
        bed.kubectl()
                .apply(
                        pod("web-1", "{app: web, tier: front}", "no-such-node")
                                + pod("web-2", "{app: web}", "''")
                                + pod("db-1", "{app: db, example.com/x: z}", "''")
                                + pod("plain", "{}", "''"),
                        "-n",
                        namespace);
        status(bed, namespace, "web-2", "Running");
        status(bed, namespace, "db-1", "Succeeded");
        Kind pods = Objects.requireNonNull(cluster.discovery().find("pods"));
        List<String> wrong = new ArrayList<>();
        for (String filter : List.of(
                "",
                "label:app=web",
                "label:app=web,db -label:tier",
                "label:app!=web",
                "label:!app",
                "label:example.com/x=z",
                "label:app=web label:tier=front name=web-1",
                "node=no-such-node",
                "node!=no-such-node",
                "name!=plain label:app",
                "ns=" + namespace,
                "status:Running",
                "status:Pending",
                "status:!Succeeded web",
                "web")) wrong.addAll(differences(bed, pods, namespace, filter));
        assertThat(wrong).isEmpty();
    }

    private static void status(TestCluster bed, String namespace, String pod, String phase) {
        bed.kubectl()
                .out(
                        "patch",
                        "pod",
                        pod,
                        "-n",
                        namespace,
                        "--subresource=status",
                        "--type=merge",
                        "-p",
                        "{\"status\":{\"phase\":\"" + phase + "\"}}");
    }

    /// Where kubectl's line shows other objects than the table; more is right only where that is said.
    private List<String> differences(TestCluster bed, Kind kind, String namespace, String filter) throws Exception {
        Set<String> ours = new TreeSet<>();
        List<String> line = new ArrayList<>();
        List<String> unsaid = new ArrayList<>();
        try (Rows rows = cluster.rows(kind, Namespaces.named(namespace))) {
            await().atMost(Duration.ofSeconds(10)).until(() -> rows.snapshot().state() instanceof Rows.State.Live);
            BrowseModel model = new BrowseModel(
                    Fx.inline(),
                    cluster,
                    kind,
                    Namespaces.named(namespace),
                    BrowseMemory.none().filter(filter));
            for (Row row : model.rows()) ours.add(row.name());
            line.addAll(model.kubectlProperty().get());
            unsaid.addAll(model.unsaidProperty().get());
            model.close();
        }
        Set<String> kubectls = new TreeSet<>();
        List<String> words = new ArrayList<>(List.of(line.getFirst().split(" (?=(?:[^']*'[^']*')*[^']*$)")));
        words.replaceAll(word -> word.replace("'", ""));
        words.removeFirst();
        if (words.contains("--context"))
            words.subList(words.indexOf("--context"), words.indexOf("--context") + 2)
                    .clear();
        words.addAll(List.of("-o", "json"));
        for (JsonNode item : bed.kubectl().json(words.toArray(String[]::new)).path("items"))
            kubectls.add(item.path("metadata").path("name").asString());
        boolean right = unsaid.isEmpty() ? kubectls.equals(ours) : kubectls.containsAll(ours);
        return right ? List.of() : List.of(filter + ": " + ours + " but " + line + " shows " + kubectls);
    }
}
