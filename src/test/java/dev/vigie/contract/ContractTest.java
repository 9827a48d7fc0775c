package dev.vigie.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.demo.DemoCluster;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/// Plays every case on both and compares all that was heard.
@RealCluster
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {
    private final Side real;
    private final DemoCluster cluster = DemoCluster.still();
    private final Side demo = Side.demo(cluster);
    private final Contract contract;

    ContractTest(TestCluster bed) {
        real = Side.real(bed.second());
        contract = new Contract(real, demo);
    }

    @AfterAll
    void end() {
        cluster.close();
    }

    @TestFactory
    Stream<DynamicTest> the_demo_answers_as_the_real_server_does() {
        List<Case> cases = Cases.all();
        return IntStream.range(0, cases.size())
                .mapToObj(i ->
                        DynamicTest.dynamicTest(cases.get(i).name(), () -> contract.hold(cases.get(i), "case-" + i)));
    }

    @Test
    void every_gap_that_is_owned_up_to_is_a_case() {
        assertThat(Cases.all().stream().map(Case::name)).doesNotHaveDuplicates().containsAll(NotYet.WHY.keySet());
    }
}
