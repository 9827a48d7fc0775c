package dev.vigie.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.text.Painted.Run;
import dev.vigie.text.Painted.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaintedTest {
    private static String signs(String text) {
        return text.replace('\u001b', '␛').replace('\u0007', '␇').replace('\r', '␍');
    }

    private static Style ink(int colour) {
        return new Style(colour, Painted.DEFAULT, false, false, false, false);
    }

    @Test
    void colours_become_runs_and_leave_the_text() {
        Painted painted = Painted.of(
                "a \u001b[31mred\u001b[0m and \u001b[1;38;5;208;48;2;1;2;3mmore\u001b[22;39m x", PaintedTest::signs);
        assertThat(painted)
                .isEqualTo(new Painted(
                        "a red and more x",
                        java.util.List.of(
                                new Run(2, 5, ink(1)),
                                new Run(10, 14, new Style(208, Painted.ofRgb(1, 2, 3), true, false, false, false)),
                                new Run(
                                        14,
                                        16,
                                        new Style(
                                                Painted.DEFAULT,
                                                Painted.ofRgb(1, 2, 3),
                                                false,
                                                false,
                                                false,
                                                false)))));
        assertThat(Painted.rgb(Painted.ofRgb(0, 0, 0))).isTrue();
        assertThat(Painted.rgb(255)).isFalse();
    }

    @Test
    void an_empty_sequence_and_a_bright_colour_are_understood() {
        assertThat(Painted.of("\u001b[92mok\u001b[m.", PaintedTest::signs))
                .isEqualTo(new Painted("ok.", java.util.List.of(new Run(0, 2, ink(10)))));
    }

    @ParameterizedTest
    @CsvSource({
        "'\u001b]52;c;aGFsbG8=\u0007', '␛]52;c;aGFsbG8=␇'",
        "'\u001b]0;title\u0007x', '␛]0;title␇x'",
        "'\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007', '␛]8;;https://evil.example␇link␛]8;;␇'",
        "'\u001b[2J', '␛[2J'",
        "'\u001b[31', '␛[31'",
        "'\u001b', '␛'",
        "'10%\r20%\r', '10%␍20%'"
    })
    void nothing_but_colours_has_an_effect(String raw, String shown) {
        assertThat(Painted.of(raw, PaintedTest::signs)).isEqualTo(new Painted(shown, java.util.List.of()));
    }

    @Test
    void strange_numbers_change_nothing_and_break_nothing() {
        assertThat(Painted.of("\u001b[99999999999;38;9;1mx\u001b[38;5m\u001b[;;my", PaintedTest::signs)
                        .text())
                .isEqualTo("xy");
    }
}
