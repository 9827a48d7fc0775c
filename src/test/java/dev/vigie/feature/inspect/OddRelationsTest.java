package dev.vigie.feature.inspect;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.base.Messages;
import dev.vigie.base.Ref;
import dev.vigie.kind.Part;
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

/// Every side of the details of an odd object.
@ExtendWith(ApplicationExtension.class)
class OddRelationsTest {
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
        OddCluster cluster = new OddCluster();
        Ref ref = new Ref(cluster.context(), OddCluster.PODS.gvk(), OddCluster.TURNED, OddCluster.LONG, "");
        InspectView view = fx(() -> {
            InspectView made = new InspectView(
                    Fx.live(),
                    new InspectView.Looking(cluster, OddCluster.PODS, ref, cluster.discovery(), ""),
                    Part.FACTS,
                    _ -> {});
            Scene scene = new Scene(made, 400, 700);
            new Theme(Theme.Shade.DARK, 1).dress(scene);
            Stage window = java.util.Objects.requireNonNull(stage);
            window.setScene(scene);
            window.show();
            return made;
        });
        for (Part part : new Part[] {Part.FACTS, Part.EVENTS, Part.RELATED}) {
            fx(() -> {
                view.turn(part);
                return "";
            });
            await().dontCatchUncaughtExceptions()
                    .atMost(10, SECONDS)
                    .until(() -> fx(() -> !view.lookupAll(".label").isEmpty()));
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(fx(() -> Onlooker.acting(view))).as("%s", part).isEmpty();
            assertThat(fx(() -> Onlooker.outside(view))).as("%s", part).isEmpty();
        }
        fx(() -> {
            view.close();
            return "";
        });
    }
}
