package dev.vigie.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class VirtualDisplayTest {

    @Test
    void a_virtual_display_answers_until_it_is_closed() throws NoDisplayException {
        VirtualDisplay display = VirtualDisplay.start();
        try (display) {
            assertThat(Display.answers(display.name())).isTrue();
        }
        await().until(() -> !Display.answers(display.name()));
    }

    @Test
    void what_nobody_listens_behind_is_no_display() {
        assertThat(List.of("", "nonsense", ":64999", "no-such-host.invalid:0")).noneMatch(Display::answers);
        assertThat(Display.answers(null)).isFalse();
    }

    @Test
    void what_is_missing_is_named_with_the_command_that_installs_it() {
        assertThat(new Needs(List.of("xvfb", "libgtk-3-0")).sentence())
                .isEqualTo(
                        "There is no display, and for a virtual one this machine lacks xvfb, libgtk-3-0. "
                                + "On Debian or Ubuntu run: sudo apt-get install -y -q --no-install-recommends xvfb libgtk-3-0");
    }
}
