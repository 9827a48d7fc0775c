package dev.vigie.feature.overview;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.base.Messages;
import dev.vigie.kind.Namespaces;
import dev.vigie.live.Fx;
import dev.vigie.live.OddCluster;
import dev.vigie.promises.Shows;
import dev.vigie.ui.Onlooker;
import dev.vigie.ui.Theme;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The overview of a cluster of odd objects.
@ExtendWith(ApplicationExtension.class)
class OddOverviewTest {
    private @org.jspecify.annotations.Nullable Stage stage;

    @Start
    void start(Stage first) {
        Messages.speak(Locale.ENGLISH);
        stage = first;
    }

    private static <T> T fx(Callable<T> call) throws Exception {
        return WaitForAsyncUtils.waitFor(10, SECONDS, WaitForAsyncUtils.asyncFx(call));
    }

    @Test
    @Shows({"S9", "S12"})
    void nothing_of_it_acts_on_the_screen_or_pushes_the_rest_out_of_it() throws Exception {
        OverviewView view = fx(() -> {
            OverviewView made = new OverviewView(
                    Fx.live(),
                    new OddCluster(),
                    OddCluster.KINDS,
                    Namespaces.named(OddCluster.ESCAPED, "b"),
                    "",
                    _ -> {});
            Scene scene = new Scene(made, 900, 900);
            new Theme(Theme.Shade.DARK, 1).dress(scene);
            Stage window = java.util.Objects.requireNonNull(stage);
            window.setScene(scene);
            window.show();
            return made;
        });
        await().dontCatchUncaughtExceptions()
                .atMost(10, SECONDS)
                .until(() -> fx(() -> view.lookupAll(".overview-line").size() > 8));
        assertThat(fx(() -> Onlooker.acting(view))).isEmpty();
        assertThat(fx(() -> Onlooker.outside(view))).isEmpty();
        assertThat(fx(() -> String.join("\n", Onlooker.texts(view)))).contains("⟨U+202E⟩", "␛[31mred", OddCluster.LONG);
        fx(() -> {
            view.close();
            return "";
        });
    }
}
