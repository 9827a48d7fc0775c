package dev.vigie;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.display.Picture;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class PortraitTest {

    @BeforeAll
    static void open_the_toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void a_scene_is_pictured_as_it_is_painted() {
        Picture picture = WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> Portrait.of(new Scene(new Group(), 30, 20, Color.rgb(10, 20, 30))));
        int[] pixels = new int[30 * 20];
        Arrays.fill(pixels, 0xFF0A141E);
        assertThat(picture).isEqualTo(new Picture(30, 20, pixels));
    }
}
