package dev.vigie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.kind.Namespaces;
import dev.vigie.kube.KubeCluster;
import dev.vigie.kube.Row;
import dev.vigie.kube.Rows;
import dev.vigie.kube.config.Consent;
import dev.vigie.kube.config.Context;
import dev.vigie.kube.config.CredentialSource;
import dev.vigie.kube.config.KubeconfigLoading;
import dev.vigie.workbench.Demo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo as the program keeps it, read through the same layer as any cluster.
class DemoHostTest {
    @TempDir
    private Path settings;

    @Test
    void the_demo_is_a_cluster_like_any_other_and_is_gone_at_the_end() throws Exception {
        Demo.Running running;
        try (DemoHost host = new DemoHost(settings)) {
            host.expect();
            running = host.start();
            assertThat(host.start()).as("started again").isEqualTo(running);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(running.kubeconfig())))
                    .isEqualTo("rw-------");
            Context context = KubeconfigLoading.load(List.of(running.kubeconfig()))
                    .contexts()
                    .getFirst();
            assertThat(context.name()).isEqualTo(running.context());
            try (KubeCluster cluster = opened(context);
                    Rows rows = cluster.rows(
                            Objects.requireNonNull(cluster.discovery().find("pods")), Namespaces.named("test"))) {
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> rows.snapshot().state() instanceof Rows.State.Live);
                List<String> names =
                        rows.snapshot().rows().stream().map(Row::name).toList();
                assertThat(names).hasSizeGreaterThan(10).anyMatch(name -> name.startsWith("unicorn-front-"));
            }
        }
        assertThat(running.kubeconfig()).doesNotExist();
    }

    @Test
    void a_file_that_a_dead_run_left_behind_is_taken_away_and_that_of_a_living_one_stays() throws Exception {
        Path folder = Files.createDirectories(settings.resolve("demo"));
        Path dead = Files.writeString(folder.resolve("999999999.kubeconfig"), "");
        Path alive = Files.writeString(folder.resolve("1.kubeconfig"), "");
        try (DemoHost host = new DemoHost(settings)) {
            host.start();
            assertThat(dead).doesNotExist();
            assertThat(alive).exists();
        }
    }

    private static KubeCluster opened(Context context) throws Exception {
        return KubeCluster.open(
                context,
                CredentialSource.of(
                        Objects.requireNonNull(context.user()),
                        Objects.requireNonNull(context.cluster()),
                        Consent.NEVER));
    }
}
