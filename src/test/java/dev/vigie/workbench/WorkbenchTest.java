package dev.vigie.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.kube.KubeFailure;
import dev.vigie.promises.Shows;
import dev.vigie.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The frame alone: clusters, places, what is said.
class WorkbenchTest extends OnTheWorkbench {
    @Start
    void start(Stage stage) {
        begin(stage);
    }

    @Test
    void nothing_is_connected_before_a_person_opens_a_context() throws Exception {
        frame().contexts("lab", "market");
        until(() -> find("#clusters-list") != null);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(frame().opened).isEmpty();
        assertThat(text("#strip-context")).isEqualTo("No cluster open");
    }

    @Test
    @Shows("C2")
    void a_context_is_made_kubectls_own_from_the_list_of_clusters(FxRobot robot) throws Exception {
        frame().contexts("lab", "market");
        until(() -> find("#clusters-list") != null);
        until(() -> text("#command-line").endsWith("config config get-contexts"));
        robot.clickOn("market");
        until(() -> text("#command-line").endsWith("config config use-context market"));
        robot.clickOn("#cluster-make-current");

        Path config = frame().folder.resolve("config");
        until(() -> Files.readString(config).contains("current-context: market\n"));
        until(() -> text("#strip-notice").contains("before it was lab"));
        assertThat(text("#strip-notice"))
                .isEqualTo("market is now kubectl’s current context, written to " + config + "; before it was lab");
    }

    @Test
    @Shows("S18")
    void a_kubeconfig_that_somebody_else_is_writing_is_left_alone_and_that_is_said(FxRobot robot) throws Exception {
        frame().contexts("lab", "market");
        Path config = frame().folder.resolve("config");
        String before = Files.readString(config);
        Files.createFile(frame().folder.resolve("config.lock"));
        until(() -> find("#clusters-list") != null);
        robot.clickOn("market").clickOn("#cluster-make-current");

        until(() -> text("#strip-notice").startsWith(config + " is locked: " + config + ".lock exists"));
        assertThat(Files.readString(config)).isEqualTo(before);
        assertThat(frame().folder.resolve("config.lock")).exists();
    }

    @Test
    @Shows("C1")
    void the_merged_kubeconfig_is_a_click_away_from_the_clusters_and_copied_as_yaml(FxRobot robot) throws Exception {
        frame().contexts("lab", "market");
        until(() -> find("#clusters-list") != null);
        robot.clickOn("#clusters-kubeconfig");
        until(() -> find("#entries-contexts") != null);
        assertThat(text("#command-line")).isEqualTo("kubectl config view");

        robot.clickOn("#kubeconfig-copy");
        assertThat(fx(() -> Clipboard.getSystemClipboard().getString()))
                .contains("current-context: lab\n", "token: REDACTED");
        frame().contexts("lab");
        robot.clickOn("#clusters-contexts");
        until(() -> find("#clusters-list") != null);
    }

    @Test
    @Shows("C6")
    void the_strip_says_context_namespaces_identity_latency_and_since_when_it_is_stale(FxRobot robot) throws Exception {
        frame().contexts("lab", "market");
        open(robot, "lab");
        until(() -> text("#strip-state").equals("Live"));
        assertThat(List.of(text("#strip-namespaces"), text("#strip-identity"), text("#strip-latency")))
                .isEqualTo(List.of("Namespaces: all", "ada", "7 ms"));
        assertThat(text("#strip-insecure")).isEmpty();

        Instant since = Instant.now().minusSeconds(90);
        StandIn lab = frame().cluster("lab");
        lab.away(since, new KubeFailure.Unreachable(lab.server(), KubeFailure.Cause.REFUSED, "refused"));
        lab.insecure = true;
        String clock = DateTimeFormatter.ofPattern("HH:mm:ss")
                .withZone(ZoneId.systemDefault())
                .format(since);
        until(() -> text("#strip-state").equals("Stale since " + clock));
        assertThat(text("#strip-latency")).isEmpty();
        assertThat(text("#strip-insecure")).isEqualTo("certificate not verified");
    }

    @Test
    void every_kind_is_in_the_navigation_with_its_count_and_broken_groups_are_said(FxRobot robot) throws Exception {
        frame().contexts("lab");
        open(robot, "lab");
        until(() -> frame().workbench.scene().getRoot().lookupAll(".navigation-count").stream()
                .anyMatch(node -> ((Labeled) node).getText().equals("11")));
        List<String> lines = fx(() -> frame().workbench.scene().getRoot().lookupAll(".navigation-cell").stream()
                .map(cell -> Objects.toString(cell.getAccessibleText(), ""))
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList());
        assertThat(lines)
                .isEqualTo(List.of(
                        "Overview",
                        "Cluster, open",
                        "Nodes 5",
                        "Namespaces 10",
                        "Workloads, open",
                        "Everything",
                        "Pods 2", // the open table's own, not what was counted
                        "Deployments 11, 1 failing, 2 with a warning",
                        "example.com, open",
                        "Unicorns ",
                        "API resources",
                        "metrics.k8s.io/v1beta1 could not be asked: 503"));
        assertThat(text("#navigation-version")).isEqualTo("v1.36.3 · 5 nodes");

        StandIn lab = frame().cluster("lab");
        lab.away(Instant.now(), new KubeFailure.Unreachable(lab.server(), KubeFailure.Cause.REFUSED, "refused"));
        until(() -> text("#navigation-version").equals("v1.36.3"));
        assertThat(fx(() -> frame().workbench.scene().getRoot().lookupAll(".navigation-count").stream()
                        .allMatch(node -> ((Labeled) node).getText().isEmpty())))
                .isTrue();
    }

    @Test
    @Shows("S22")
    void who_goes_elsewhere_while_a_cluster_connects_is_left_there(FxRobot robot) throws Exception {
        frame().contexts("lab", "slow");
        open(robot, "lab");
        CountDownLatch answer = frame().hold("slow");
        palette(robot, "slow");
        until(() -> find("#connecting-cancel") != null);

        robot.push(KeyCode.ALT, KeyCode.LEFT);
        until(() -> rows().equals(List.of("lab-pod-shop", "lab-pod-test")));
        answer.countDown();
        until(() -> frame().opened.size() == 2 && frame().cluster("slow").closed);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(text("#strip-context")).isEqualTo("lab");
        assertThat(rows()).isEqualTo(List.of("lab-pod-shop", "lab-pod-test"));
        assertThat(find("#rail-2")).isNull();
    }

    @Test
    @Shows("S22")
    void going_back_to_another_cluster_offers_that_clusters_namespaces(FxRobot robot) throws Exception {
        frame().contexts("lab", "market");
        open(robot, "lab");
        open(robot, "market");
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        until(() -> text("#strip-context").equals("lab"));
        StandIn market = frame().cluster("market");
        int asked = market.opened.size();

        palette(robot, "test");
        until(() -> text("#strip-namespaces").equals("Namespaces: test"));

        assertThat(text("#command-line")).isEqualTo("kubectl get pods -n test");
        assertThat(text("#strip-context")).isEqualTo("lab");
        assertThat(market.opened).hasSize(asked);
    }

    @Test
    void back_leads_from_the_clusters_to_where_one_was(FxRobot robot) throws Exception {
        frame().contexts("lab");
        open(robot, "lab");
        palette(robot, "deploy");
        until(() -> text("#path").endsWith("Deployments"));
        robot.clickOn("#rail-clusters");
        until(() -> find("#clusters-list") != null);

        robot.clickOn("#back");
        until(() -> text("#path").endsWith("Deployments"));
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        until(() -> text("#path").endsWith("Pods"));
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        until(() -> text("#path").equals("lab  ›  Workloads  ›  Deployments"));
    }

    @Test
    @Shows("O08")
    void a_storm_of_errors_is_one_line_that_counts(FxRobot robot) throws Exception {
        frame().contexts("lab");
        open(robot, "lab");
        IntStream.range(0, 1_000)
                .forEach(_ -> Platform.runLater(() -> {
                    throw new IllegalStateException("planted");
                }));
        until(() -> text("#strip-trouble").contains("1,000 times"));
        assertThat(text("#strip-trouble")).contains("planted");
        assertThat(fx(() -> javafx.stage.Window.getWindows().size()))
                .as("no dialog")
                .isEqualTo(1);
        palette(robot, "deploy"); // and goes on working
        until(() -> text("#path").endsWith("Deployments"));
    }

    @Test
    @Shows("C09")
    void a_context_that_is_gone_says_so_and_its_table_stays(FxRobot robot) throws Exception {
        frame().contexts("lab", "market");
        open(robot, "lab");
        frame().contexts("market");
        until(() -> text("#strip-notice").equals("The context lab is no longer in any kubeconfig file"));
        assertThat(rows()).isEqualTo(List.of("lab-pod-shop", "lab-pod-test"));
    }

    @Test
    void what_was_open_comes_back_and_a_dead_cluster_says_why(FxRobot robot) throws Exception {
        frame().contexts("lab", "dead");
        open(robot, "lab");
        palette(robot, "deploy");
        palette(robot, "test");
        until(() -> text("#strip-namespaces").equals("Namespaces: test"));
        again();
        frame().contexts("lab", "dead");
        until(() -> text("#command-line").equals("kubectl get deployments -n test"));
        assertThat(frame().kept().contexts().last()).isEqualTo("lab");

        palette(robot, "dead");
        until(() -> find("#connecting-failed") != null);
    }

    @Test
    @Shows("S5")
    void a_plugin_that_was_not_allowed_is_not_asked_about_at_the_start(FxRobot robot) throws Exception {
        frame().settings
                .change(now ->
                        now.withContext("plugged").withPlace("plugged", new Settings.Place("pods", List.of(), true)));
        again();
        frame().contexts("lab", "plugged");
        until(() -> find("#clusters-list") != null);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(frame().opened).isEmpty();
        assertThat(find("#consent")).isNull();

        palette(robot, "plugged"); // a person opens it: now it is asked
        until(() -> find("#consent") != null && focus().equals("consent-refuse"));
        robot.push(KeyCode.ESCAPE);
        until(() -> find("#connecting-failed") != null);
        assertThat(frame().opened).isEmpty();
    }

    @Test
    void the_command_line_says_what_is_opened_first() throws Exception {
        againAsking(new Asked("market", "deploy", List.of("test")));
        frame().contexts("lab", "market");
        until(() -> text("#command-line").equals("kubectl --context market get deployments -n test"));
    }

    @Test
    void what_the_command_line_asks_for_without_a_context_is_shown_of_the_demo() throws Exception {
        againAsking(new Asked("", "deploy", List.of("test")));
        fx(() -> {
            frame().windows.openDemo();
            return "";
        });
        frame().contexts("lab", "demo");
        until(() -> text("#command-line").equals("kubectl --context demo get deployments -n test"));
    }

    @Test
    void in_a_narrow_window_the_groups_are_icons_with_menus(FxRobot robot) throws Exception {
        frame().contexts("lab");
        open(robot, "lab");
        fx(() -> {
            frame().theme.show(dev.vigie.ui.Theme.Shade.LIGHT);
            for (int i = 0; i < 10; i++) frame().theme.larger();
            return "";
        });
        until(() -> Objects.requireNonNull(find("#navigation-folded")).isVisible());
        assertThat(Objects.requireNonNull(find("#navigation")).isVisible()).isFalse();
        robot.clickOn("#folded-workloads");
        until(() -> fx(() -> javafx.stage.Window.getWindows().size()) == 2); // its menu
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER); // past everything and pods
        until(() -> text("#path").endsWith("Deployments"));
        robot.clickOn("#folded-overview");
        until(() -> text("#path").endsWith("Overview"));
    }

    @Test
    void what_was_said_stays_behind_the_bell_until_it_is_read(FxRobot robot) throws Exception {
        assertThat(Objects.requireNonNull(find("#notices-unread")).isVisible()).isFalse();
        frame().windows.notice("the first thing");
        frame().windows.notice("another\u202e thing");
        until(() -> text("#notices-unread").equals("2") && text("#strip-notice").startsWith("another"));
        robot.clickOn("#notices");
        until(() -> shownInPopups().containsAll(List.of("the first thing", "another⟨U+202E⟩ thing")));
        assertThat(shownInPopups().indexOf("another⟨U+202E⟩ thing"))
                .as("the newest stands first")
                .isLessThan(shownInPopups().indexOf("the first thing"));
        until(() -> !Objects.requireNonNull(find("#notices-unread")).isVisible());
        robot.push(KeyCode.ESCAPE);
    }

    private static List<String> shownInPopups() throws Exception {
        return fx(() -> javafx.stage.Window.getWindows().stream()
                .filter(javafx.stage.PopupWindow.class::isInstance)
                .flatMap(window -> window.getScene().getRoot().lookupAll(".notices-text").stream())
                .map(node -> ((Labeled) node).getText())
                .toList());
    }
}
