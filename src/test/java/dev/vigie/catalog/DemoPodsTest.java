package dev.vigie.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.base.Messages;
import dev.vigie.catalog.pods.PodPage;
import dev.vigie.demo.DemoCluster;
import dev.vigie.kind.Page;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// The teaching pods of the demo cluster, each with its cause; the others are well.
class DemoPodsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:07:00Z");
    private final Locale before = Messages.language();

    @AfterEach
    void asBefore() {
        Messages.speak(before);
    }

    @Test
    void every_teaching_pod_says_its_cause_and_no_other_pod_says_any() {
        Messages.speak(Locale.ENGLISH);
        Map<String, String> causes = new TreeMap<>();
        try (DemoCluster demo = DemoCluster.start(InstantSource.fixed(NOW))) {
            for (ObjectNode pod : demo.objects().list("pods", "")) {
                Page page = PodPage.of(pod, NOW);
                if (page.why() != null)
                    causes.put(app(pod), page.why().tone() + " " + page.why().title());
            }
        }
        assertThat(causes)
                .containsExactly(
                        Map.entry("test/big-data", "ERROR No node has enough memory left"),
                        Map.entry("test/catalog", "ERROR catalog was stopped, most likely by its liveness probe"),
                        Map.entry("test/checkout", "ERROR checkout runs, but its readiness probe fails"),
                        Map.entry("test/mailer", "ERROR mailer ends with exit code 1"),
                        Map.entry("test/scrapbook", "ERROR Its claim is not bound to a volume"),
                        Map.entry("test/stock-import", "ERROR import ends with exit code 2"),
                        Map.entry("test/thumbnailer", "ERROR Out of memory: thumbnailer was killed"),
                        Map.entry("test/unicorn-front", "ERROR unicorn-front runs, but its readiness probe fails"),
                        Map.entry("test/vault-sync", "ERROR private.registry.example does not hand out the image"),
                        Map.entry("test/welcome", "ERROR Key SUBTITLE is missing in ConfigMap welcome"));
    }

    private static String app(ObjectNode pod) {
        return pod.at("/metadata/namespace").asString() + "/"
                + pod.at("/metadata/labels/app")
                        .asString(pod.at("/metadata/name").asString());
    }
}
