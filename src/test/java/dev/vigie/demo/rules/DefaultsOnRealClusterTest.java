package dev.vigie.demo.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the demo makes of a small manifest is what the real API server makes of it.
@RealCluster
class DefaultsOnRealClusterTest {
    private static final String REHEARSED = "?dryRun=All";

    private final Trial trial;

    DefaultsOnRealClusterTest(TestCluster bed) {
        trial = new Trial(bed);
    }

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void pods_are_filled_as_the_real_server_fills_them() throws IOException {
        assertThat(trial.creates("pods.yaml", REHEARSED)).isGreaterThanOrEqualTo(14);
    }

    @Test
    void workloads_are_filled_as_the_real_server_fills_them() throws IOException {
        assertThat(trial.creates("workloads.yaml", REHEARSED)).isGreaterThanOrEqualTo(23);
    }

    @Test
    void services_and_what_stands_around_them_are_filled_as_the_real_server_fills_them() throws IOException {
        assertThat(trial.creates("network.yaml", REHEARSED)).isGreaterThanOrEqualTo(19);
    }

    @Test
    void all_other_kinds_are_filled_as_the_real_server_fills_them() throws IOException {
        assertThat(trial.creates("others.yaml", REHEARSED)).isGreaterThanOrEqualTo(32);
    }

    @Test
    void what_is_odd_is_accepted_with_the_real_servers_warnings() throws IOException {
        assertThat(trial.creates("warned.yaml", REHEARSED)).isGreaterThanOrEqualTo(10);
    }
}
