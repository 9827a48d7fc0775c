package dev.vigie.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RailTileTest {
    @Test
    void initials_are_two_letters_whatever_the_name() {
        assertThat(Stream.of(
                                "shop-staging",
                                "lab",
                                "arn:aws:eks:eu-west-1:1234:cluster/x",
                                "k",
                                " ",
                                "é-ü",
                                "🦄",
                                "🦄-🐎")
                        .map(RailTile::initials))
                .containsExactly("SS", "LA", "AA", "K", "", "ÉÜ", "🦄", "🦄-");
    }
}
