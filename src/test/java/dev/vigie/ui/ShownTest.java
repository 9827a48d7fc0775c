package dev.vigie.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            value = {
                "RAW                      | SHOWN",
                "plain ünï 🦄 text         | plain ünï 🦄 text",
                "a\u001b[31mred           | a␛[31mred",
                "a\u001b]0;title\u0007end | a␛]0;title␇end",
                "over\rwritten            | over␍written",
                "del\u007f c1\u009b31m    | del␡ c1⟨U+009B⟩31m",
                "safe\u202egnp.exe        | safe⟨U+202E⟩gnp.exe",
                "zero\u200bwidth\ufeff    | zero⟨U+200B⟩width⟨U+FEFF⟩",
                "iso\u2066late\u2069d     | iso⟨U+2066⟩late⟨U+2069⟩d",
            })
    void what_would_act_on_a_screen_is_shown_as_a_sign(String raw, String shown) {
        assertThat(Shown.text(raw)).isEqualTo(shown);
    }
}
