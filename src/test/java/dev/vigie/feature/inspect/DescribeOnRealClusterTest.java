package dev.vigie.feature.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.base.Messages;
import dev.vigie.base.Ref;
import dev.vigie.catalog.Pages;
import dev.vigie.kind.Kind;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.KubeCluster;
import dev.vigie.kube.config.CredentialSource;
import dev.vigie.kube.config.Credentials;
import dev.vigie.kube.config.KubeconfigLoading;
import dev.vigie.live.Fx;
import dev.vigie.promises.Shows;
import dev.vigie.testbed.Kubectl;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Whatever `kubectl describe` says of an object, Vigie's text says too, value by value.
@RealCluster
@Timeout(240)
class DescribeOnRealClusterTest {
    private final Kubectl kubectl;
    private final String namespace;
    private final KubeCluster cluster;

    DescribeOnRealClusterTest(TestCluster bed) throws Exception {
        Messages.speak(Locale.ENGLISH);
        kubectl = bed.kubectl();
        namespace = bed.newNamespace();
        var context = KubeconfigLoading.load(List.of(bed.adminKubeconfig()))
                .contexts()
                .getFirst();
        cluster = KubeCluster.open(context, token(bed.adminToken()));
        bed.nodes("node-21");
        kubectl.create(DescribedObjects.yaml(namespace));
    }

    @AfterEach
    void close() {
        cluster.close();
        kubectl.run("delete", "namespace", namespace, "--wait=false");
    }

    private static CredentialSource token(String token) {
        return new CredentialSource() {
            @Override
            public Credentials current() {
                return new Credentials(null, new Credentials.Bearer(token));
            }

            @Override
            public void rejected(Credentials which) {}

            @Override
            public void close() {}
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pod/all",
                "deployment/web",
                "replicaset/alone",
                "statefulset/store",
                "daemonset/agent",
                "job/once",
                "cronjob/nightly",
                "node/node-21",
                "namespace/",
                "service/front"
            })
    @Shows("U1")
    void what_kubectl_describes_is_said(String what) throws Exception {
        String[] words = what.endsWith("/") ? new String[] {"namespace", namespace} : what.split("/");
        settle(words);
        String theirs = kubectl.out("describe", words[0], words[1], "-n", namespace);
        String ours = text(words);
        List<String> missing = new Described(words[0], theirs).missing(ours);
        assertThat(missing).as("%n%s%n----%n%s", theirs, ours).isEmpty();
    }

    /// Until the controllers have done their work, and said so.
    private void settle(String[] words) {
        String wanted = switch (words[0]) {
            case "deployment" -> "{.status.availableReplicas}=1";
            case "daemonset" -> "{.status.numberReady}";
            case "job" -> "{.status.active}";
            case "replicaset" -> "{.status.readyReplicas}";
            case "statefulset" -> "{.status.replicas}";
            case "pod" -> "{.status.podIP}";
            default -> "{.metadata.name}";
        };
        String path = wanted.replaceFirst("=.*", "");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !kubectl.out("get", words[0], words[1], "-n", namespace, "-o", "jsonpath=" + path)
                        .isBlank());
    }

    private String text(String[] words) throws Exception {
        Cluster.Discovery discovery = cluster.discovery();
        Kind kind = Objects.requireNonNull(discovery.find(words[0]));
        JsonNode object = kubectl.json("get", words[0], words[1], "-n", namespace);
        JsonNode metadata = object.path("metadata");
        Ref ref = new Ref(
                cluster.context(),
                kind.gvk(),
                metadata.path("namespace").asString(""),
                words[1],
                metadata.path("uid").asString());
        List<JsonNode> events = new ArrayList<>();
        kubectl.json("get", "events", "-A", "--field-selector", "involvedObject.uid=" + ref.uid())
                .path("items")
                .forEach(events::add);
        try (RelatedModel related = new RelatedModel(Fx.inline(), cluster, discovery, kind, ref)) {
            related.object(object);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> related.circlesProperty().get().stream()
                            .noneMatch(circle -> circle.state() instanceof dev.vigie.kube.Rows.State.Loading));
            return PageText.of(
                    kind,
                    ref,
                    Pages.of(kind, object),
                    new PageText.Around(
                            Happened.all(events), related.circlesProperty().get()),
                    Instant.now());
        }
    }
}
