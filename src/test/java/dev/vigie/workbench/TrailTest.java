package dev.vigie.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.kind.Namespaces;
import dev.vigie.kind.Screen;
import org.junit.jupiter.api.Test;

class TrailTest {
    private static final Place PODS = new Place("lab", new Screen.Table(StandIn.PODS), Namespaces.all());
    private static final Place NODES = new Place("lab", new Screen.Table(StandIn.NODES), Namespaces.all());
    private static final Place THERE = new Place("shop", new Screen.Table(StandIn.PODS), Namespaces.all());

    private final Trail trail = new Trail();

    @Test
    void back_and_forward_follow_the_steps() {
        trail.step(PODS);
        trail.step(NODES);
        trail.step(NODES);
        trail.step(THERE);
        assertThat(trail.back()).isEqualTo(NODES);
        assertThat(trail.back()).isEqualTo(PODS);
        assertThat(trail.back()).isNull();
        assertThat(trail.forward()).isEqualTo(NODES);
    }

    @Test
    void a_new_step_forgets_what_was_ahead() {
        trail.step(PODS);
        trail.step(NODES);
        trail.back();
        trail.step(THERE);
        assertThat(trail.canGoForward()).isFalse();
        assertThat(trail.back()).isEqualTo(PODS);
    }

    @Test
    void who_left_comes_back_to_where_they_were() {
        trail.step(PODS);
        trail.step(NODES);
        trail.leave();
        assertThat(trail.back()).isEqualTo(NODES);
        assertThat(trail.back()).isEqualTo(PODS);
    }

    @Test
    void places_of_a_closed_context_are_gone() {
        trail.step(PODS);
        trail.step(THERE);
        trail.step(NODES);
        trail.forget("shop");
        assertThat(trail.back()).isEqualTo(PODS);
        trail.forget("lab");
        trail.leave();
        assertThat(trail.canGoBack()).isFalse();
    }
}
