package dev.vigie.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.kube.KubeFailure;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The frame by keyboard: where the focus is, and what keys do there.
class WorkbenchKeysTest extends OnTheWorkbench {
    @Start
    void start(Stage stage) {
        begin(stage);
    }

    @Test
    void clusters_are_switched_by_their_number_and_closed_from_the_rail(FxRobot robot) throws Exception {
        frame().contexts("lab", "market");
        open(robot, "lab");
        open(robot, "market");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        until(() -> text("#strip-context").equals("lab"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        until(() -> text("#strip-context").equals("market"));

        palette(robot, "close market");
        until(() -> find("#clusters-list") != null && find("#rail-2") == null);
        until(() -> frame().cluster("market").closed);
        assertThat(frame().cluster("lab").closed).isFalse();
        robot.clickOn("#back");
        until(() -> text("#strip-context").equals("lab"));
    }

    @Test
    void a_tile_keeps_the_focus_while_the_seconds_pass(FxRobot robot) throws Exception {
        frame().contexts("lab");
        open(robot, "lab");
        Node tile = Objects.requireNonNull(find("#rail-1"));
        fx(() -> {
            tile.requestFocus();
            return "";
        });
        StandIn lab = frame().cluster("lab");
        lab.away(Instant.now(), new KubeFailure.Unreachable(lab.server(), KubeFailure.Cause.REFUSED, "refused"));
        until(() -> !Objects.toString(tile.getAccessibleText(), "").contains("live"));
        assertThat(find("#rail-1")).isSameAs(tile);
        assertThat(focus()).isEqualTo("rail-1");
    }

    @Test
    void the_palette_gives_the_focus_back(FxRobot robot) throws Exception {
        frame().contexts("lab");
        open(robot, "lab");
        robot.push(KeyCode.CONTROL, KeyCode.K);
        until(() -> focus().equals("palette-field"));
        robot.push(KeyCode.ESCAPE);
        until(() -> focus().equals("rows"));
        assertThat(find("#palette")).isNull();
    }

    @Test
    void letters_act_in_the_table_and_are_letters_elsewhere(FxRobot robot) throws Exception {
        frame().contexts("lab");
        open(robot, "lab");
        robot.push(KeyCode.G).push(KeyCode.D);
        until(() -> text("#path").endsWith("Deployments") && focus().equals("rows"));
        robot.push(KeyCode.SLASH);
        until(() -> focus().equals("filter-input"));
        robot.write("gp");
        until(() -> rows().isEmpty());
        assertThat(text("#path")).endsWith("Deployments");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        assertThat(fx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("kubectl get deployments -A");
    }

    @Test
    void every_region_is_reached_by_f6_and_left_again(FxRobot robot) throws Exception {
        frame().contexts("lab");
        open(robot, "lab");
        List<String> visited = new java.util.ArrayList<>();
        for (int i = 0; i < 5; i++) {
            robot.push(KeyCode.F6);
            visited.add(focus());
        }
        assertThat(visited)
                .isEqualTo(List.of("command-copy", "rail-1", "navigation-list", "command-field", visited.get(4)));
        robot.push(KeyCode.SHIFT, KeyCode.F6);
        assertThat(focus()).isEqualTo("command-field");
    }

    @Test
    void the_keyboard_goes_to_what_can_be_done_about_a_failure(FxRobot robot) throws Exception {
        frame().contexts("lab", "dead");
        open(robot, "lab");
        palette(robot, "dead");
        until(() -> find("#connecting-failed") != null && focus().equals("connecting-again"));
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        until(() -> focus().equals("rows"));
    }

    @Test
    void a_page_tells_the_keys_and_goes_again(FxRobot robot) throws Exception {
        frame().contexts("lab");
        open(robot, "lab");
        robot.push(KeyCode.SHIFT, KeyCode.SLASH);
        until(() -> find("#keys") != null && focus().equals("keys-close"));
        robot.push(KeyCode.ESCAPE);
        until(() -> find("#keys") == null && focus().equals("rows"));
        robot.push(KeyCode.F1);
        until(() -> find("#keys") != null);
    }

    @Test
    void objects_and_what_can_be_done_with_the_chosen_one_are_found_by_typing(FxRobot robot) throws Exception {
        frame().contexts("lab");
        open(robot, "lab");
        robot.push(KeyCode.CONTROL, KeyCode.K);
        until(() -> focus().equals("palette-field"));
        robot.write("lab-deployment-shop");
        until(() -> find("#palette-list") instanceof javafx.scene.control.ListView<?> list
                && !list.getItems().isEmpty()
                && list.getItems().getFirst().toString().contains("lab-deployment-shop"));
        robot.push(KeyCode.ENTER);
        until(() -> find("#details") != null);

        robot.push(KeyCode.ESCAPE);
        until(() -> find("#details") == null && focus().equals("rows"));
        robot.push(KeyCode.DOWN);
        palette(robot, "copy the name");
        until(() -> fx(() -> Clipboard.getSystemClipboard().getString()).startsWith("lab-pod-"));
    }
}
