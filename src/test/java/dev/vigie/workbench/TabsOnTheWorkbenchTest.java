package dev.vigie.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Several things looked at in turn, each in its tab.
class TabsOnTheWorkbenchTest extends OnTheWorkbench {
    @Start
    void start(Stage stage) {
        begin(stage);
    }

    private List<String> titles() throws Exception {
        return fx(() -> frame().workbench.scene().getRoot().lookupAll(".tab-of-place").stream()
                .map(tab -> ((Label) Objects.requireNonNull(tab.lookup(".label"))).getText())
                .toList());
    }

    @Test
    void a_tab_keeps_its_place_its_filter_and_its_way_back(FxRobot robot) throws Exception {
        frame().contexts("lab");
        open(robot, "lab");
        assertThat(titles()).as("one tab is no tab").isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.F);
        until(() -> focus().equals("filter-input"));
        robot.write("shop").push(KeyCode.ENTER);
        until(() -> rows().size() == 1);

        robot.push(KeyCode.CONTROL, KeyCode.T);
        until(() -> titles().equals(List.of("Pods · all", "Pods · all")));
        until(() -> focus().equals("rows"));
        robot.push(KeyCode.G).push(KeyCode.N);
        until(() -> titles().equals(List.of("Pods · all", "Nodes · all")));

        robot.push(KeyCode.CONTROL, KeyCode.TAB);
        until(() -> text("#path").contains("Pods") && focus().equals("rows"));
        assertThat(rows()).as("still filtered").hasSize(1);
        robot.push(KeyCode.CONTROL, KeyCode.TAB);
        until(() -> text("#path").contains("Nodes"));
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        until(() -> text("#path").contains("Pods"));
        assertThat(rows()).as("the filter is the other tab's").hasSize(2);

        robot.push(KeyCode.CONTROL, KeyCode.W);
        until(() -> titles().isEmpty());
        assertThat(rows()).hasSize(1);
        robot.push(KeyCode.CONTROL, KeyCode.W);
        assertThat(text("#path")).as("the last one stays").contains("Pods");
    }

    @Test
    void tabs_of_two_clusters_say_whose_they_are_and_go_with_their_cluster(FxRobot robot) throws Exception {
        frame().contexts("lab", "market");
        open(robot, "lab");
        robot.push(KeyCode.CONTROL, KeyCode.T);
        until(() -> titles().size() == 2);
        open(robot, "market");
        until(() -> titles().equals(List.of("Pods · lab", "Pods · market")));

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        until(() -> text("#strip-context").equals("lab"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        until(() -> text("#strip-context").equals("market"));
        palette(robot, "close market");
        until(() -> text("#strip-context").equals("lab") && titles().isEmpty());
        assertThat(frame().cluster("market").closed).isTrue();
        assertThat(frame().cluster("lab").closed).isFalse();
    }

    @Test
    void screens_that_are_not_of_one_kind_are_found_in_the_navigation(FxRobot robot) throws Exception {
        frame().contexts("lab");
        open(robot, "lab");
        robot.clickOn("Overview");
        until(() -> find("#overview") != null);
        assertThat(text("#path")).isEqualTo("lab  ›  Overview");
        robot.clickOn("API resources");
        until(() -> find("#resources-table") != null);
        assertThat(text("#command-line")).contains("kubectl").endsWith("api-resources -o wide");
        robot.clickOn("Everything");
        until(() -> find("#everything-lines") != null);
        again();
        frame().contexts("lab");
        until(() -> find("#everything-lines") != null);
    }
}
