package dev.vigie.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.base.Gvk;
import dev.vigie.base.Ref;
import dev.vigie.kind.Guard;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Part;
import dev.vigie.kind.Screen;
import dev.vigie.kube.Row;
import dev.vigie.live.FakeRow;
import dev.vigie.live.FakeRows;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Several windows on the same clusters.
class WindowsOnTheWorkbenchTest extends OnTheWorkbench {
    @Start
    void start(Stage stage) {
        begin(stage);
    }

    @SuppressWarnings("unchecked")
    private TableView<Row> table() throws Exception {
        return (TableView<Row>) Objects.requireNonNull(find("#rows"));
    }

    private FakeRows pods(String context) {
        return (FakeRows) frame().cluster(context).opened.stream()
                .filter(rows -> rows.kind().equals(StandIn.PODS))
                .findFirst()
                .orElseThrow();
    }

    private void filter(FxRobot robot, String text) {
        robot.push(KeyCode.CONTROL, KeyCode.F);
        until(() -> focus().equals("filter-input"));
        robot.write(text).push(KeyCode.ENTER);
        until(() -> focus().equals("rows"));
    }

    /// A window of its own for what the first one shows, by key.
    private void tearOff(FxRobot robot) throws Exception {
        int before = windows();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        until(() -> windows() == before + 1);
        speakOf(before);
        until(() -> focus().equals("rows"));
    }

    private String title(int window) throws Exception {
        return fx(() -> window(window).stage().getTitle());
    }

    private void carryOut(int window, Intent intent) throws Exception {
        fx(() -> {
            window(window).carryOut(intent);
            return "";
        });
    }

    private void close(int window) throws Exception {
        fx(() -> {
            window(window).stage().hide();
            return "";
        });
    }

    @Test
    void a_torn_off_table_keeps_filter_selection_and_scroll_place(FxRobot robot) throws Exception {
        frame().contexts("lab");
        open(robot, "lab");
        FakeRows rows = pods("lab");
        fx(() -> {
            rows.live(IntStream.range(0, 500)
                    .mapToObj(i -> FakeRow.of("shop", "lab-pod-%03d".formatted(i), "lab-pod-%03d".formatted(i)))
                    .toList());
            return "";
        });
        robot.push(KeyCode.CONTROL, KeyCode.T);
        until(() -> find("#tab-1") != null && rows().size() > 1);
        robot.push(KeyCode.CONTROL, KeyCode.TAB);
        filter(robot, "lab-pod");
        until(() -> rows().size() == 500);
        TableView<Row> before = table();
        until(() -> {
            robot.push(KeyCode.PAGE_DOWN);
            return fx(() -> top(before)) > 5;
        });
        int top = fx(() -> top(before));
        Ref chosen = fx(() -> current(0));
        int watches = frame().cluster("lab").opened.size();

        tearOff(robot);

        TableView<Row> after = table();
        assertThat(after).as("the very same table").isSameAs(before);
        assertThat(fx(() -> after.getScene().getWindow())).isEqualTo(window(1).stage());
        // without the row of tabs there is room for one more
        until(() -> Math.abs(top(after) - top) <= 1);
        assertThat(chosen).isNotNull();
        assertThat(fx(() -> current(1))).isEqualTo(chosen);
        assertThat(rows()).hasSize(500);
        assertThat(frame().cluster("lab").opened.stream()
                        .skip(watches)
                        .map(one -> one.kind().plural())
                        .toList())
                .as("what the new window counts and offers, and no second table")
                .doesNotContain("deployments")
                .hasSizeLessThanOrEqualTo(2);
        speakOf(0);
        assertThat(find("#tab-0")).as("one tab is left, which is none").isNull();
        assertThat(rows()).isNotEmpty();
    }

    private @Nullable Ref current(int window) {
        Filling filling = window(window).desk().places().filling();
        return filling == null ? null : filling.current();
    }

    private static int top(TableView<Row> table) {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getFirstVisibleCell() != null
                ? flow.getFirstVisibleCell().getIndex()
                : -1;
    }

    @Test
    void a_window_has_its_own_places_details_and_keys(FxRobot robot) throws Exception {
        frame().contexts("lab", "market");
        open(robot, "lab");
        tearOff(robot); // the only tab stays, and is shown once more
        robot.push(KeyCode.G).push(KeyCode.D);
        until(() -> text("#path").endsWith("Deployments"));
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        until(() -> find("#details") != null);
        palette(robot, "market");
        until(() -> text("#strip-context").equals("market"));
        assertThat(find("#details")).as("details of another cluster").isNull();
        assertThat(List.of(title(0), title(1)))
                .isEqualTo(List.of("lab · Pods · all – Vigie", "market · Pods · all – Vigie"));

        speakOf(0);
        assertThat(List.of(text("#path"), text("#strip-context"), text("#command-line")))
                .isEqualTo(List.of("lab  ›  Workloads  ›  Pods", "lab", "kubectl get pods -A"));
        assertThat(find("#details")).isNull();
        robot.push(KeyCode.CONTROL, KeyCode.N);
        until(() -> windows() == 3);
        assertThat(title(2)).as("told apart from the one on the same").isEqualTo(title(1).replace(" –", " (2) –"));
    }

    @Test
    void closing_a_window_closes_only_what_it_showed(FxRobot robot) throws Exception {
        frame().contexts("lab");
        open(robot, "lab");
        tearOff(robot);
        robot.push(KeyCode.G).push(KeyCode.N);
        until(() -> text("#path").endsWith("Nodes"));
        FakeRows nodes = (FakeRows) frame().cluster("lab").opened.stream()
                .filter(rows -> rows.kind().equals(StandIn.NODES))
                .findFirst()
                .orElseThrow();
        close(1);
        until(() -> windows() == 1);
        speakOf(0);
        until(nodes::closed);
        assertThat(pods("lab").closed()).isFalse();
        assertThat(frame().cluster("lab").closed).isFalse();
        assertThat(rows()).isEqualTo(List.of("lab-pod-shop", "lab-pod-test"));
        robot.clickOn("#rows").push(KeyCode.G).push(KeyCode.D);
        until(() -> text("#path").endsWith("Deployments"));
    }

    @Test
    void a_closed_window_is_forgotten_by_everybody(FxRobot robot) throws Exception {
        frame().contexts("lab");
        open(robot, "lab");
        tearOff(robot);
        WeakReference<Node> gone = new WeakReference<>(window(1).view());
        close(1);
        speakOf(0);
        until(() -> windows() == 1);
        robot.clickOn("#rows").push(KeyCode.DOWN);
        until(() -> {
            System.gc();
            return gone.get() == null;
        });
    }

    @Test
    void a_closed_context_takes_its_tabs_from_every_window(FxRobot robot) throws Exception {
        frame().contexts("lab", "market");
        open(robot, "lab");
        open(robot, "market");
        tearOff(robot); // a window on market
        carryOut(0, new Intent.OpenContext("lab"));
        until(() -> windows() == 2);
        speakOf(0);
        until(() -> text("#strip-context").equals("lab"));
        carryOut(0, new Intent.CloseContext("market"));
        until(() -> windows() == 1 && frame().cluster("market").closed);
        assertThat(text("#strip-context")).isEqualTo("lab");

        carryOut(0, new Intent.OpenContextInWindow("market"));
        until(() -> windows() == 2);
        speakOf(1);
        until(() -> text("#strip-context").equals("market"));
        carryOut(1, new Intent.CloseContext("lab"));
        until(() -> frame().cluster("lab").closed && windows() == 1);
        speakOf(0);
        assertThat(text("#strip-context")).as("where it was asked for").isEqualTo("market");
    }

    @Test
    void guards_looks_and_removed_contexts_are_the_same_in_every_window(FxRobot robot) throws Exception {
        frame().contexts("lab", "market");
        open(robot, "lab");
        tearOff(robot);
        carryOut(1, new Intent.GuardContext("lab", new Guard(Guard.Level.READ_ONLY, true)));
        for (int i = 0; i < 2; i++) {
            speakOf(i);
            assertThat(text("#strip-guard")).isEqualTo("Read-only");
            Node root = window(i).view();
            assertThat(fx(() -> root.getPseudoClassStates().contains(PseudoClass.getPseudoClass("production"))))
                    .isTrue();
        }
        assertThat(frame().cluster("lab").readOnly).isTrue();

        String dark = fx(() -> window(0).scene().getStylesheets().getFirst());
        carryOut(1, new Intent.SwitchTheme());
        assertThat(fx(() -> window(0).scene().getStylesheets().getFirst()))
                .isNotEqualTo(dark)
                .isEqualTo(fx(() -> window(1).scene().getStylesheets().getFirst()));

        frame().contexts("market");
        for (int i = 0; i < 2; i++) {
            speakOf(i);
            until(() -> text("#strip-notice").equals("The context lab is no longer in any kubeconfig file"));
        }
    }

    @Test
    void windows_come_back_as_they_were(FxRobot robot) throws Exception {
        frame().contexts("lab", "market");
        open(robot, "lab");
        carryOut(0, new Intent.OpenContextInWindow("market"));
        until(() -> windows() == 2);
        speakOf(1);
        until(() -> text("#strip-context").equals("market") && focus().equals("rows"));
        palette(robot, "deploy");
        palette(robot, "test");
        until(() -> text("#strip-namespaces").equals("Namespaces: test"));
        filter(robot, "test");
        carryOut(1, new Intent.ShowInTab(new Screen.Overview()));
        fx(() -> {
            Stage stage = window(1).stage();
            stage.setX(60);
            stage.setY(80);
            stage.setWidth(640);
            stage.setHeight(520);
            return "";
        });
        until(() -> fx(() -> window(1).kept().where().width()) == 640);

        again();
        frame().contexts("lab", "market");
        until(() -> windows() == 2 && text("#strip-context").equals("lab"));
        assertThat(rows()).isEqualTo(List.of("lab-pod-shop", "lab-pod-test"));
        speakOf(1);
        until(() -> find("#overview") != null);
        assertThat(fx(() -> window(1).stage().getWidth())).isEqualTo(640);
        assertThat(fx(() -> window(1).stage().getHeight())).isEqualTo(520);
        fx(() -> {
            window(1).desk().places().select(0);
            return "";
        });
        until(() -> rows().equals(List.of("market-deployment-test")));
        assertThat(text("#command-line")).endsWith("get deployments -n test");
        assertThat(frame().opened).as("one connection a context").hasSize(2);
    }

    @Test
    void a_window_that_was_closed_stays_away_and_one_on_a_screen_that_is_gone_comes_into_sight(FxRobot robot)
            throws Exception {
        frame().contexts("lab");
        open(robot, "lab");
        tearOff(robot);
        tearOff(robot);
        close(1);
        until(() -> windows() == 2);
        frame().settings
                .change(now -> now.with(now.windows().stream()
                        .map(one -> new dev.vigie.settings.Settings.Opened(
                                new dev.vigie.settings.Settings.Window(9000, -4000, 700, 500, false),
                                one.tabs(),
                                one.seen()))
                        .toList()));
        frame().settings.close();
        again();
        frame().contexts("lab");
        until(() -> windows() == 2);
        var screen = javafx.stage.Screen.getPrimary().getVisualBounds();
        assertThat(fx(() -> screen.contains(
                        window(1).stage().getX(), window(1).stage().getY(), 700, 500)))
                .isTrue();
    }

    @Test
    void the_last_window_comes_back_too(FxRobot robot) throws Exception {
        frame().contexts("lab");
        open(robot, "lab");
        robot.push(KeyCode.CONTROL, KeyCode.T).push(KeyCode.G).push(KeyCode.N);
        until(() -> text("#path").endsWith("Nodes"));
        close(0);
        again();
        frame().contexts("lab");
        until(() -> text("#path").endsWith("Nodes") && find("#tab-1") != null);
    }

    @Test
    void a_tab_moves_by_menu_and_by_drag_and_back_into_another_window(FxRobot robot) throws Exception {
        frame().contexts("lab");
        fx(() -> {
            Stage first = window(0).stage();
            first.setX(20);
            first.setY(20);
            first.setWidth(700);
            first.setHeight(420);
            return "";
        });
        open(robot, "lab");
        robot.push(KeyCode.CONTROL, KeyCode.T);
        until(() -> find("#tab-1") != null);
        robot.push(KeyCode.G).push(KeyCode.N);
        until(() -> text("#path").endsWith("Nodes"));
        double x = fx(() -> window(0).stage().getX()) + 300;
        double below = fx(() -> window(0).stage().getY() + window(0).stage().getHeight()) + 60;
        robot.drag("#tab-1").dropTo(new javafx.geometry.Point2D(x, below));
        until(() -> windows() == 2);
        assertThat(List.of(title(0), title(1)))
                .isEqualTo(List.of("lab · Pods · all – Vigie", "lab · Nodes · all – Vigie"));

        fx(() -> {
            window(1).desk().move(0, window(0).desk());
            return "";
        });
        until(() -> windows() == 1 && find("#tab-1") != null);
        robot.rightClickOn("#tab-0").clickOn("#tab-window");
        until(() -> windows() == 2);
        assertThat(List.of(title(0), title(1)))
                .isEqualTo(List.of("lab · Nodes · all – Vigie", "lab · Pods · all – Vigie"));
    }

    @Test
    void an_intent_on_an_object_of_another_cluster_is_refused_in_each_window(FxRobot robot) throws Exception {
        frame().contexts("lab", "market");
        open(robot, "lab");
        carryOut(0, new Intent.OpenContextInWindow("market"));
        until(() -> windows() == 2);
        speakOf(1);
        until(() -> text("#strip-context").equals("market"));
        Ref ofLab = new Ref("lab", new Gvk("", "v1", "Pod"), "shop", "lab-pod-shop", "");
        carryOut(1, new Intent.Inspect(ofLab, Part.FACTS));
        until(() -> text("#strip-notice").startsWith("lab-pod-shop is in lab"));
        assertThat(find("#details")).isNull();
        assertThat(frame().cluster("market").wrong).isEmpty();
    }
}
