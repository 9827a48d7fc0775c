package dev.vigie.gates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.gates.Gate.Reach;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each gate stands, and each is proved by the fault planted in `src/test/resources/planted/<gate>`.
class GatesTest {
    private static final Path PLANTED = Path.of("src/test/resources/planted");

    private static House program;
    private static House programAndTests;

    @BeforeAll
    static void look_at_the_house() {
        program = House.program();
        programAndTests = House.programAndTests();
    }

    static Stream<Gate> gates() {
        return Stream.of(
                        Floors.gates(),
                        Outside.gates(),
                        Sizes.gates(),
                        Names.gates(),
                        Bans.gates(),
                        Shells.gates(),
                        Leaks.gates(),
                        Texts.gates())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("gates")
    void the_house_keeps_within(Gate gate) {
        House house = gate.reach() == Reach.PROGRAM ? program : programAndTests;
        assertThat(gate.faults().apply(house)).as(gate.name()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("gates")
    void a_planted_fault_is_caught_by(Gate gate, @TempDir Path classes) {
        House planted = House.planted(PLANTED.resolve(gate.name()), classes);
        assertThat(gate.faults().apply(planted))
                .anySatisfy(fault -> assertThat(fault).containsIgnoringCase("planted"))
                .noneSatisfy(fault -> assertThat(fault).containsIgnoringCase("innocent"));
    }

    @Test
    void the_gates_see_the_whole_house() {
        assertThat(program.classes().contain("dev.vigie.Launcher")).isTrue();
        assertThat(programAndTests.classes().contain(GatesTest.class)).isTrue();
        assertThat(program.sources().files()).contains(Path.of("src/main/java/dev/vigie/Launcher.java"));
        assertThat(Bundle.all(program.messages())).containsKeys("kube", "kube_fr");
    }

    @Test
    void every_planted_fault_has_its_gate() throws Exception {
        try (Stream<Path> folders = Files.list(PLANTED)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(gates().map(Gate::name).toList());
        }
    }
}
