package dev.vigie.promises.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.vigie.promises.Shows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One test of each fate.
@Shows("B1")
public class Planted {

    @Test
    @Shows({"B2", "B3"})
    void passes() {}

    @Test
    @Shows("B2")
    void fails() {
        assertThat("planted").isEqualTo("a failure");
    }

    @Test
    @Shows("B4")
    void is_not_for_here() {
        assumeThat("planted").isEqualTo("a skip");
    }

    @Disabled("on purpose")
    @Test
    @Shows("B4")
    void is_disabled() {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    @Shows("B5")
    void passes_twice_of_three(int turn) {
        assertThat(turn).isLessThan(3);
    }

    @Nested
    @Shows("B6")
    class Inside {
        @Test
        void passes() {}
    }

    /// Never gets as far as its tests.
    public static class Doomed {
        @BeforeAll
        static void fails() {
            throw new IllegalStateException("planted");
        }

        @Test
        @Shows("B7")
        void has_no_turn() {}
    }

    /// Claims what is on no list.
    @Shows("B99")
    public static class Boaster {
        @Test
        @Shows("Q1")
        void passes() {}
    }
}
