package dev.vigie.feature.palette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.kind.Intent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final List<Choice> CHOICES = List.of(
            choice("Pods", "v1", "po", "pods", "pod"),
            choice("PodDisruptionBudgets", "policy/v1", "pdb", "poddisruptionbudgets"),
            choice("Deployments", "apps/v1", "deploy", "deployments", "deployments.apps"),
            choice("Events", "v1", "ev", "events"),
            choice("Events", "events.k8s.io/v1", "ev", "events.events.k8s.io"),
            choice("NetworkPolicies", "networking.k8s.io/v1", "netpol", "networkpolicies"),
            choice("shop", "namespace", "-n shop"),
            choice("shop-staging", "https://10.0.4.12:6443"),
            choice("old-shop", "https://10.0.4.13:6443"),
            choice("workshop", "https://10.0.4.14:6443"));

    private static Choice choice(String name, String hint, String... words) {
        return new Choice("", name, hint, List.of(words), new Intent.OpenContext(name));
    }

    private static List<String> found(String typed) {
        return Ranking.of(CHOICES, typed).stream().map(Choice::name).toList();
    }

    @Test
    void what_is_meant_stands_first() {
        assertThat(found("po").getFirst()).isEqualTo("Pods");
        assertThat(found("pdb").getFirst()).isEqualTo("PodDisruptionBudgets");
        assertThat(found("DEPLOY").getFirst()).isEqualTo("Deployments");
        assertThat(found("netpol").getFirst()).isEqualTo("NetworkPolicies");
        assertThat(found("deployments.apps").getFirst()).isEqualTo("Deployments");
    }

    @Test
    void the_whole_name_comes_before_its_beginning_the_beginning_of_a_word_and_its_inside() {
        assertThat(found("shop")).isEqualTo(List.of("shop", "shop-staging", "old-shop", "workshop"));
    }

    @Test
    void letters_in_order_are_enough_and_others_are_not() {
        assertThat(found("dplmnt")).isEqualTo(List.of("Deployments"));
        assertThat(found("zzz")).isEmpty();
    }

    @Test
    void several_words_must_all_fit() {
        assertThat(found("events k8s")).isEqualTo(List.of("Events"));
        assertThat(found("staging shop")).isEqualTo(List.of("shop-staging"));
        assertThat(found("shop nowhere")).isEmpty();
    }

    @Test
    void nothing_typed_offers_everything_in_its_order() {
        assertThat(Ranking.of(CHOICES, "  ")).isEqualTo(CHOICES);
    }

    @Test
    void a_thousand_contexts_and_five_hundred_kinds_are_ranked_within_a_frame() {
        List<Choice> many = new ArrayList<>();
        IntStream.range(0, 500)
                .forEach(i -> many.add(choice("Custom" + i + "Resources", "g" + i + "/v1", "cr" + i, "cust" + i)));
        IntStream.range(0, 1000)
                .forEach(i -> many.add(choice("arn:aws:eks:eu-west-1:123456789012:cluster/shop-" + i, "https://" + i)));
        List<String> typed = List.of("s", "sh", "sho", "shop", "shop-", "shop-9", "shop-99", "clstr", "custom 42");
        for (int i = 0; i < 20; i++) typed.forEach(text -> Ranking.of(many, text)); // as warm as after some use
        long began = System.nanoTime();
        typed.forEach(text -> Ranking.of(many, text));
        Duration each = Duration.ofNanos((System.nanoTime() - began) / typed.size());
        assertThat(each).isLessThan(Duration.ofMillis(16));
        assertThat(Ranking.of(many, "shop-999").getFirst().name()).endsWith("shop-999");
    }
}
