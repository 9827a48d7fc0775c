package dev.vigie.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.settings.Settings.Window;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

/// Where the window opens.
class WindowPlaceTest {
    private static final Rectangle2D SCREEN = new Rectangle2D(0, 30, 1920, 1170);

    @Test
    void a_window_opens_where_it_was() {
        Window was = new Window(100, 200, 1000, 700, true);
        assertThat(WindowPlace.fitted(was, SCREEN)).isEqualTo(was);
    }

    @Test
    void the_first_window_stands_in_the_middle() {
        assertThat(WindowPlace.fitted(new Window(0, 0, 0, 0, false), SCREEN))
                .isEqualTo(new Window(240, 120, 1440, 900, false));
    }

    @Test
    void a_window_that_is_out_of_reach_or_too_large_is_brought_onto_the_screen() {
        assertThat(WindowPlace.fitted(new Window(-900, 4000, 1000, 700, false), SCREEN))
                .isEqualTo(new Window(0, 500, 1000, 700, false));
        assertThat(WindowPlace.fitted(new Window(50, 50, 3840, 2160, false), SCREEN))
                .isEqualTo(new Window(0, 30, 1920, 1170, false));
    }
}
