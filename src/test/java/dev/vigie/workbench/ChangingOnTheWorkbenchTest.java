package dev.vigie.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.base.Ref;
import dev.vigie.kind.Guard;
import dev.vigie.kind.Intent;
import dev.vigie.promises.Shows;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Changes on the whole window: on the right cluster only, by the guard of its context.
class ChangingOnTheWorkbenchTest extends OnTheWorkbench {
    @Start
    void start(Stage stage) {
        begin(stage);
    }

    private static Ref pod(String context) {
        String name = context + "-pod-shop";
        return new Ref(context, StandIn.PODS.gvk(), "shop", name, "uid-shop-" + name);
    }

    private void carryOut(Intent intent) throws Exception {
        fx(() -> {
            frame().workbench.carryOut(intent);
            return "";
        });
    }

    private List<String> made() {
        return frame().opened.stream().flatMap(one -> one.made.stream()).toList();
    }

    @Test
    @Shows("S22")
    void a_change_that_comes_late_from_a_menu_of_another_cluster_is_refused_in_words(FxRobot robot) throws Exception {
        frame().contexts("lab", "market");
        open(robot, "market");
        open(robot, "lab");
        carryOut(new Intent.Cordon(List.of(pod("lab"), pod("market"))));
        assertThat(text("#strip-notice")).contains("market-pod-shop").contains("market");
        assertThat(find("#change")).isNull();
        carryOut(new Intent.Cordon(List.of(pod("lab"))));
        until(() -> text("#change-title").equals("Cordon lab-pod-shop in lab?"));
        until(() -> focus().equals("change-act"));
        robot.push(KeyCode.ENTER);
        until(() -> made().equals(List.of("lab-pod-shop")) && find("#change") == null);
        assertThat(text("#strip-notice")).isEqualTo("lab-pod-shop is cordoned");
        until(() -> focus().equals("rows"));
    }

    @Test
    @Shows("S23")
    void the_guard_of_the_context_decides_how_it_is_asked(FxRobot robot) throws Exception {
        frame().contexts("lab");
        open(robot, "lab");
        carryOut(new Intent.GuardContext("lab", new Guard(Guard.Level.CONFIRM, true)));
        carryOut(new Intent.Cordon(List.of(pod("lab"))));
        until(() -> find("#change-name") != null && focus().equals("change-cancel"));
        robot.push(KeyCode.ESCAPE);
        until(() -> find("#change") == null && focus().equals("rows"));
        assertThat(made()).isEmpty();
    }
}
