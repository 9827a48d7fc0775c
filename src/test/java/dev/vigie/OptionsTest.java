package dev.vigie;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.workbench.Asked;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void quotes_hold_words_together() {
        assertThat(Options.words(" --picture \"/a b/c.png\" '--stay'  x "))
                .isEqualTo(List.of("--picture", "/a b/c.png", "--stay", "x"));
    }

    @Test
    void what_is_read_can_be_said_again() {
        List<String> words = List.of("--picture", "a.png", "--stay");
        assertThat(Options.of(words))
                .isEqualTo(new Options(Path.of("a.png"), true, false, false, List.of(), Asked.NOTHING, List.of()));
        assertThat(Options.of(words).words()).isEqualTo(words);
    }

    @Test
    void words_nobody_knows_are_kept_apart() {
        assertThat(Options.of(List.of("--stay", "--pictures", "--picture")))
                .isEqualTo(new Options(
                        null, true, false, false, List.of(), Asked.NOTHING, List.of("--pictures", "--picture")));
    }

    @Test
    void what_to_open_first_may_be_said() {
        List<String> words = List.of("--context", "lab", "--kind", "deploy", "-n", "shop", "-n", "test");
        Options read = Options.of(words);
        assertThat(read.asked()).isEqualTo(new Asked("lab", "deploy", List.of("shop", "test")));
        assertThat(read.words()).isEqualTo(words);
    }
}
