package dev.vigie;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.promises.Shows;
import dev.vigie.testbed.FaultProxy;
import dev.vigie.testbed.Kubeconfigs;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import dev.vigie.testbed.Vitals;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a person sees when the way to the API server, or the server, goes wrong: said at once, nothing lost, and in the
/// end what kubectl says.
@RealCluster
class NetworkFaultsInTheWindowTest extends InTheWindow {
    private final FaultProxy proxy;
    private final String namespace;

    NetworkFaultsInTheWindowTest(TestCluster bed) {
        super(bed);
        proxy = new FaultProxy("127.0.0.1", bed.server().getPort());
        namespace = bed.newNamespace();
        bed.kubectl()
                .create(
                        IntStream.range(0, 12)
                                .mapToObj(
                                        i -> "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: map-" + i + "}\n")
                                .collect(Collectors.joining()),
                        "-n",
                        namespace);
    }

    @BeforeEach
    void open() throws Exception {
        String config = Kubeconfigs.withToken(
                "faulty", "https://127.0.0.1:" + proxy.port(), bed.pki().certificatePem(), bed.adminToken());
        start(
                Files.writeString(folder.resolve("config"), config),
                "--context",
                "faulty",
                "--kind",
                "configmaps",
                "-n",
                namespace);
        equal(SOON, "configmaps", namespace);
        select("map-7");
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    /// Since when it is old stands in the strip and above the rows, which stay, without colour, with what was chosen.
    private void old() {
        assertThat(text("#strip-state")).matches("Stale since \\d\\d:\\d\\d:\\d\\d");
        until(() -> pale() && words("#stale").contains("since") && selected().equals(List.of("map-7")));
        assertThat(names()).contains("map-7");
    }

    private void stale(Duration within) {
        until(within, () -> text("#strip-state").startsWith("Stale since"));
        old();
    }

    private void still() {
        assertThat(selected()).containsExactly("map-7");
    }

    @Test
    @Shows({"N01", "P4"})
    void the_api_server_is_killed_and_comes_back() throws Exception {
        try (Vitals vitals = watched()) {
            bed.killApiServer();
            try {
                stale(Duration.ofSeconds(2));
                // what is there goes on being of use, and what is typed meanwhile stays
                type("#filter-input", "map-1");
                until(() -> names().equals(List.of("map-1", "map-10", "map-11")));
            } finally {
                bed.startApiServer();
            }
            bed.kubectl().out("create", "configmap", "map-100", "-n", namespace);
            until(
                    Duration.ofSeconds(5),
                    () -> live() && names().equals(List.of("map-1", "map-10", "map-100", "map-11")));
            robot.clickOn("#filter-input").push(KeyCode.CONTROL, KeyCode.A).type(KeyCode.DELETE);
            equal(Duration.ofSeconds(5), "configmaps", namespace);
            still();
            vitals.assertWell();
        }
    }

    @Test
    @Shows("N03")
    void every_connection_is_reset_again_and_again() {
        try (Vitals vitals = watched()) {
            for (int i = 0; i < 5; i++) {
                proxy.reset();
                bed.kubectl().out("create", "configmap", "reset-" + i, "-n", namespace);
                equal(Duration.ofSeconds(3), "configmaps", namespace);
                still();
            }
            vitals.assertWell();
        }
    }

    @Test
    @Shows({"N04", "P5"})
    void everything_is_swallowed_for_a_while() {
        try (Vitals vitals = watched()) {
            proxy.mode(FaultProxy.Mode.BLACK_HOLE);
            stale(Duration.ofSeconds(15));
            bed.kubectl().out("delete", "configmap", "map-3", "-n", namespace);
            proxy.mode(FaultProxy.Mode.PASS);
            equal(Duration.ofSeconds(3), "configmaps", namespace);
            still();
            vitals.assertWell();
        }
    }

    @Test
    @Shows({"N09", "P1"})
    void the_server_forgets_its_history_while_it_is_away() {
        try (Vitals vitals = watched()) {
            proxy.mode(FaultProxy.Mode.REFUSE);
            proxy.reset();
            stale(Duration.ofSeconds(3));
            bed.kubectl().out("delete", "configmap", "map-4", "-n", namespace);
            bed.kubectl().out("create", "configmap", "meanwhile", "-n", namespace);
            bed.forgetHistory();
            proxy.mode(FaultProxy.Mode.PASS);
            equal(Duration.ofSeconds(6), "configmaps", namespace);
            still();
            vitals.assertWell();
        }
    }
}
