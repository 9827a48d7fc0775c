package dev.vigie.demo.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the real API server refuses, the demo refuses in the same words, in the same order.
@RealCluster
class FaultsOnRealClusterTest {
    private static final String STRICT = "?dryRun=All&fieldValidation=Strict";

    private final Trial trial;

    FaultsOnRealClusterTest(TestCluster bed) {
        trial = new Trial(bed);
    }

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void faulty_pods_are_refused_in_the_real_servers_words() throws IOException {
        assertThat(trial.creates("faulty-pods.yaml", STRICT)).isGreaterThanOrEqualTo(40);
    }

    @Test
    void faulty_workloads_are_refused_in_the_real_servers_words() throws IOException {
        assertThat(trial.creates("faulty-workloads.yaml", STRICT)).isGreaterThanOrEqualTo(30);
    }

    @Test
    void faulty_objects_of_other_kinds_are_refused_in_the_real_servers_words() throws IOException {
        assertThat(trial.creates("faulty-others.yaml", STRICT)).isGreaterThanOrEqualTo(50);
    }

    @Test
    void unknown_fields_are_dropped_with_warnings_where_nobody_asks_for_more() throws IOException {
        assertThat(trial.creates("unknown-fields.yaml", "?dryRun=All")).isPositive();
        assertThat(trial.creates("unknown-fields.yaml", "?dryRun=All&fieldValidation=Ignore"))
                .isPositive();
    }

    @Test
    void what_may_not_change_is_refused_in_the_real_servers_words() throws IOException {
        assertThat(trial.changes("changes.yaml")).isGreaterThanOrEqualTo(45);
    }
}
