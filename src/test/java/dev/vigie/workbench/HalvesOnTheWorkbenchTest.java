package dev.vigie.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.kind.Guard;
import dev.vigie.kind.Intent;
import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Two tabs seen side by side in one window.
class HalvesOnTheWorkbenchTest extends OnTheWorkbench {
    @Start
    void start(Stage stage) {
        begin(stage);
    }

    private boolean is(String id, String state) throws Exception {
        Node node = find(id);
        return node != null && fx(() -> node.getPseudoClassStates().contains(PseudoClass.getPseudoClass(state)));
    }

    private String title(int half) throws Exception {
        return fx(() -> Objects.requireNonNull(find("#half-" + half)).lookup(".half-title") instanceof Labeled label
                ? label.getText()
                : "");
    }

    private List<String> rowsOf(int half) throws Exception {
        return fx(() -> Objects.requireNonNull(find("#half-" + half)).lookup("#rows") instanceof TableView<?> table
                ? table.getItems().stream()
                        .map(row -> ((dev.vigie.kube.Row) row).name())
                        .toList()
                : List.of());
    }

    /// Pods of lab on the left, of market on the right, which is looked at.
    private void twoClusters(FxRobot robot, String first, String second) throws Exception {
        frame().contexts(first, second);
        open(robot, first);
        robot.push(KeyCode.CONTROL, KeyCode.T);
        until(() -> find("#tab-1") != null && focus().equals("rows"));
        open(robot, second);
        robot.push(KeyCode.CONTROL, KeyCode.TAB);
        until(() -> text("#strip-context").equals(first) && focus().equals("rows"));
        robot.push(KeyCode.CONTROL, KeyCode.B);
        until(() -> find("#halves") != null && focus().equals("rows"));
    }

    @Test
    void two_clusters_side_by_side_each_say_whose_they_are_and_keys_act_on_the_half_with_the_focus(FxRobot robot)
            throws Exception {
        twoClusters(robot, "lab", "market");
        assertThat(List.of(title(1), title(2))).isEqualTo(List.of("Pods · lab", "Pods · market"));
        assertThat(List.of(rowsOf(1), rowsOf(2)))
                .isEqualTo(List.of(
                        List.of("lab-pod-shop", "lab-pod-test"), List.of("market-pod-shop", "market-pod-test")));
        assertThat(List.of(text("#strip-context"), is("#half-1", "active"), is("#half-2", "active")))
                .isEqualTo(List.of("market", false, true));

        robot.push(KeyCode.SHIFT, KeyCode.F6);
        until(() -> text("#strip-context").equals("lab"));
        assertThat(List.of(is("#half-1", "active"), is("#half-2", "active"))).isEqualTo(List.of(true, false));
        assertThat(text("#command-line")).isEqualTo("kubectl get pods -A");

        fx(() -> {
            Objects.requireNonNull(find("#half-1")).lookup("#rows").requestFocus();
            return "";
        });
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        until(() -> find("#details") != null);
        fx(() -> {
            Objects.requireNonNull(find("#half-2")).lookup("#rows").requestFocus();
            return "";
        });
        until(() -> text("#strip-context").equals("market") && find("#details") == null);
        robot.push(KeyCode.G).push(KeyCode.D);
        until(() -> title(2).equals("Deployments · market"));
        assertThat(title(1)).isEqualTo("Pods · lab");
        assertThat(text("#command-line")).isEqualTo("kubectl --context market get deployments -A");
        assertThat(frame().cluster("lab").wrong).isEmpty();
        assertThat(frame().cluster("market").wrong).isEmpty();
    }

    @Test
    void only_the_half_of_a_production_cluster_is_framed(FxRobot robot) throws Exception {
        twoClusters(robot, "lab", "shop-prod");
        until(() -> is("#half-2", "production"));
        assertThat(List.of(is("#workbench", "production"), is("#half-1", "production")))
                .isEqualTo(List.of(false, false));
        assertThat(text("#strip-production")).isEqualTo("PRODUCTION");
        robot.push(KeyCode.SHIFT, KeyCode.F6);
        until(() -> text("#strip-context").equals("lab"));
        assertThat(text("#strip-production")).isEmpty();
        assertThat(is("#half-2", "production")).as("seen all the same").isTrue();

        fx(() -> {
            window(0).carryOut(new Intent.GuardContext("lab", new Guard(Guard.Level.NORMAL, true)));
            return "";
        });
        until(() -> is("#workbench", "production"));
        assertThat(List.of(is("#half-1", "production"), is("#half-2", "production")))
                .isEqualTo(List.of(false, false));
    }

    @Test
    void one_tab_is_split_filtered_apart_turned_and_made_whole_again(FxRobot robot) throws Exception {
        frame().contexts("lab");
        open(robot, "lab");
        robot.push(KeyCode.CONTROL, KeyCode.B);
        until(() -> find("#halves") != null && is("#half-2", "active") && focus().equals("rows"));
        robot.push(KeyCode.CONTROL, KeyCode.F).write("shop").push(KeyCode.ENTER);
        until(() -> rowsOf(2).equals(List.of("lab-pod-shop")));
        assertThat(rowsOf(1)).hasSize(2);
        assertThat(fx(() -> ((SplitPane) Objects.requireNonNull(find("#halves"))).getOrientation()))
                .isEqualTo(Orientation.HORIZONTAL);

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
        until(() -> fx(() -> ((SplitPane) Objects.requireNonNull(find("#halves"))).getOrientation())
                == Orientation.VERTICAL);
        assertThat(rowsOf(2)).isEqualTo(List.of("lab-pod-shop"));
        robot.clickOn("#half-1-leave");
        until(() -> find("#halves") == null && rows().equals(List.of("lab-pod-shop")));
        assertThat(find("#tab-1")).as("both are tabs still").isNotNull();
    }

    @Test
    void a_press_in_a_half_looks_at_it_and_a_tab_dropped_on_a_side_is_seen_there(FxRobot robot) throws Exception {
        frame().contexts("lab");
        open(robot, "lab");
        robot.push(KeyCode.CONTROL, KeyCode.T);
        until(() -> find("#tab-1") != null && focus().equals("rows"));
        robot.push(KeyCode.G).push(KeyCode.N);
        until(() -> text("#path").endsWith("Nodes"));
        Node middle = Objects.requireNonNull(find("#middle"));
        Point2D left = fx(() -> middle.localToScreen(40, 200));
        robot.drag("#tab-1").dropTo(left);
        until(() -> find("#halves") != null);
        assertThat(List.of(title(1), title(2))).isEqualTo(List.of("Nodes · lab", "Pods · lab"));
        assertThat(is("#half-1", "active")).isTrue();

        robot.clickOn("lab-pod-shop");
        until(() -> is("#half-2", "active"));
        assertThat(text("#path")).endsWith("Pods");
        assertThat(List.of(is("#tab-0", "active"), is("#tab-1", "beside"))).isEqualTo(List.of(true, true));
    }

    @Test
    void both_halves_come_back_and_a_cluster_that_does_not_answer_says_so_in_its_half(FxRobot robot) throws Exception {
        twoClusters(robot, "lab", "market");
        again();
        frame().contexts("lab", "market");
        until(() ->
                find("#halves") != null && rowsOf(1).size() == 2 && rowsOf(2).size() == 2);
        assertThat(List.of(title(1), title(2), text("#strip-context")))
                .isEqualTo(List.of("Pods · lab", "Pods · market", "market"));

        again();
        frame().hold("lab");
        frame().contexts("lab", "market");
        until(() -> find("#half-open") != null);
        assertThat(List.of(title(1), title(2))).isEqualTo(List.of("pods · lab", "Pods · market"));
    }
}
