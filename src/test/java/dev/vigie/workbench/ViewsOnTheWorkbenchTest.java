package dev.vigie.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Tables saved under a name.
class ViewsOnTheWorkbenchTest extends OnTheWorkbench {
    @Start
    void start(Stage stage) {
        begin(stage);
    }

    @Test
    void a_filtered_table_is_saved_found_again_after_a_restart_and_forgotten(FxRobot robot) throws Exception {
        frame().contexts("lab", "market");
        open(robot, "lab");
        robot.push(KeyCode.CONTROL, KeyCode.F);
        until(() -> focus().equals("filter-input"));
        robot.write("shop").push(KeyCode.ENTER);
        until(() -> rows().size() == 1);
        palette(robot, "save this view");
        until(() -> focus().equals("naming-field"));
        robot.write("mine").push(KeyCode.ENTER);
        until(() -> find("#naming") == null && focus().equals("rows"));
        assertThat(rows()).hasSize(1);

        navigate(robot, "Nodes");
        until(() -> text("#path").contains("Nodes"));
        navigate(robot, "Pods");
        until(() -> text("#path").contains("Pods") && rows().size() == 2);
        robot.clickOn("mine");
        until(() -> rows().size() == 1);

        again();
        frame().contexts("lab", "market");
        until(() -> text("#strip-context").equals("lab") && rows().size() == 1);
        navigate(robot, "Pods");
        until(() -> rows().size() == 2);
        robot.clickOn("mine");
        until(() -> rows().size() == 1);
        open(robot, "market");
        assertThat(robot.lookup("mine").queryAll())
                .as("it is a view of the other cluster")
                .isEmpty();
        open(robot, "lab");
        palette(robot, "forget the view mine");
        until(() -> robot.lookup("mine").queryAll().isEmpty());
    }

    /// The path and the title may say the same.
    private static void navigate(FxRobot robot, String kind) {
        robot.clickOn(robot.lookup(".navigation-name")
                .match(node -> node instanceof Labeled name && name.getText().equals(kind))
                .<Node>query());
    }
}
