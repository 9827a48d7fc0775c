package dev.vigie.feature.browse;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.base.Messages;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Namespaces;
import dev.vigie.kube.KubeFailure;
import dev.vigie.kube.Row;
import dev.vigie.kube.Rows;
import dev.vigie.live.FakeRow;
import dev.vigie.live.Fx;
import dev.vigie.live.Order;
import dev.vigie.promises.Shows;
import dev.vigie.ui.Theme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class BrowseViewTest {
    private final FakeCluster cluster = new FakeCluster().serves(Shop.PODS, Shop.COLUMNS);
    private final List<Intent> asked = new CopyOnWriteArrayList<>();
    private @Nullable BrowseView opened;

    @Start
    void start(Stage stage) {
        Messages.speak(Locale.ENGLISH);
        BrowseView view = new BrowseView(
                Fx.live(), cluster, Shop.PODS, Namespaces.named("shop", "test"), BrowseMemory.none(), asked::add);
        opened = view;
        Scene scene = new Scene(view, 900, 700);
        new Theme(Theme.Shade.DARK, 1).dress(scene);
        stage.setScene(scene);
        stage.show();
        view.focusTable();
    }

    @AfterEach
    void close() throws Exception {
        fx(() -> {
            view().close();
            return "";
        });
    }

    private BrowseView view() {
        return Objects.requireNonNull(opened);
    }

    private static <T> T fx(Callable<T> call) throws Exception {
        return WaitForAsyncUtils.waitFor(10, SECONDS, WaitForAsyncUtils.asyncFx(call));
    }

    private List<Row> shown() throws Exception {
        return fx(() ->
                view().lookup("#rows") instanceof RowsTable table ? List.copyOf(table.getItems()) : List.<Row>of());
    }

    private String text(String id) throws Exception {
        return fx(() -> switch (view().lookup(id)) {
            case Labeled label -> label.getText();
            case TextField field -> field.getText();
            case null -> "";
            default -> "?";
        });
    }

    private String focus() throws Exception {
        return fx(() -> {
            Node owner = view().getScene().getFocusOwner();
            return owner == null || owner.getId() == null ? "" : owner.getId();
        });
    }

    private void pods() {
        cluster.opened.getFirst().live(Shop.pods());
        await().atMost(5, SECONDS)
                .until(() -> shown().size() == 27 && text("#count").equals("27"));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    @Shows("B5")
    void rows_are_found_while_typing_and_conditions_become_chips(FxRobot robot) throws Exception {
        pods();
        robot.write("/");
        robot.write("mongo");
        await().atMost(5, SECONDS).until(() -> shown().size() == 4);
        assertThat(text("#count")).isEqualTo("4 of 27");
        assertThat(text("#shown")).isEqualTo("4 shown, 23 hidden by the filter");
        robot.write(" ns:shop ");
        await().atMost(5, SECONDS).until(() -> shown().size() == 3);
        assertThat(robot.lookup(".chip").queryAll()).hasSize(1);
        robot.clickOn(robot.lookup(".chip-cross").<Node>query());
        await().atMost(5, SECONDS).until(() -> shown().size() == 4);
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        await().atMost(5, SECONDS).until(() -> shown().size() == 27);
        assertThat(fx(() -> view().lookup("#rows").isFocused())).isTrue();
    }

    @Test
    void a_chip_goes_by_the_keyboard_too(FxRobot robot) throws Exception {
        pods();
        robot.write("/");
        robot.write("status:!Running ");
        await().atMost(5, SECONDS).until(() -> shown().size() == 9);
        robot.push(KeyCode.LEFT).push(KeyCode.DELETE);
        await().atMost(5, SECONDS).until(() -> shown().size() == 27);
    }

    @Test
    @Shows("B5")
    void a_click_on_a_head_sorts_up_then_down_then_as_the_server_does(FxRobot robot) throws Exception {
        pods();
        List<Row> before = shown();
        robot.clickOn("RESTARTS");
        await().atMost(5, SECONDS).until(() -> shown().getLast().cell(3).startsWith("12"));
        robot.clickOn("RESTARTS");
        await().atMost(5, SECONDS).until(() -> shown().getFirst().cell(3).startsWith("12"));
        assertThat(view().memoryProperty().get().sort()).hasSize(1);
        robot.clickOn("RESTARTS");
        await().atMost(5, SECONDS).until(() -> shown().equals(before));
    }

    @Test
    void keys_move_the_choice_and_copy_takes_the_rows_as_they_are_seen(FxRobot robot) throws Exception {
        pods();
        robot.push(KeyCode.HOME);
        robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        await().atMost(5, SECONDS).until(() -> text("#selected").equals("2 selected"));
        robot.push(KeyCode.CONTROL, KeyCode.C);
        String copied = fx(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).isEqualTo("""
                        NAME\tNAMESPACE\tREADY\tSTATUS\tRESTARTS\tAGE
                        api-6c5f7bd9c8-4kq7z\tshop\t1/1\tRunning\t0\t3d4h
                        api-6c5f7bd9c8-h2vwd\tshop\t1/1\tRunning\t0\t3d4h
                        """);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        await().atMost(5, SECONDS).until(() -> text("#selected").equals("27 selected"));
    }

    @Test
    void a_changed_row_is_drawn_anew_where_it_stands(FxRobot robot) throws Exception {
        pods();
        List<FakeRow> changed = new ArrayList<>(Shop.pods());
        changed.set(3, Shop.pod("shop", "mongo-0", "0/1 Error 99 12d"));
        cluster.last().live(changed);
        await().atMost(5, SECONDS).until(() -> !robot.lookup("Error").queryAll().isEmpty());
        Node cell = robot.lookup("Error").query();
        assertThat(cell.getStyleClass()).contains("tone-error");
    }

    @Test
    void what_hides_everything_is_named_and_one_press_undoes_it(FxRobot robot) throws Exception {
        pods();
        robot.write("/nothing-is-called-so");
        await().atMost(5, SECONDS)
                .until(() ->
                        !robot.lookup("No pod matches this filter").queryAll().isEmpty());
        robot.clickOn("#clear-filter");
        await().atMost(5, SECONDS)
                .until(() -> shown().size() == 27 && text("#filter-input").isEmpty());
    }

    @Test
    void an_empty_namespace_offers_to_look_everywhere(FxRobot robot) {
        cluster.last().live(List.of());
        await().atMost(5, SECONDS)
                .until(() -> !robot.lookup("#look-everywhere").queryAll().isEmpty());
        robot.clickOn("#look-everywhere");
        assertThat(asked).containsExactly(new Intent.ChooseNamespaces(Namespaces.all()));
    }

    @Test
    @Shows("B5")
    void the_keyboard_sorts_too(FxRobot robot) throws Exception {
        pods();
        List<String> before = names();
        robot.moveTo("#selected"); // a menu would choose what it opens under
        robot.write("o");
        until(() -> Window.getWindows().size() == 2);
        robot.push(KeyCode.ENTER); // the first column
        until(() -> view().memoryProperty().get().sort().equals(List.of(new Order.By("Name", false))));
        until(() -> Window.getWindows().size() == 1 && !names().equals(before));
        List<String> up = names();
        robot.write("o");
        until(() -> Window.getWindows().size() == 2);
        robot.push(KeyCode.ENTER); // the first column
        until(() -> view().memoryProperty().get().sort().equals(List.of(new Order.By("Name", true))));
        until(() -> names().equals(up.reversed()));
    }

    private List<String> names() throws Exception {
        return shown().stream().map(Row::name).toList();
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(5, SECONDS).until(() -> fx(condition));
    }

    @Test
    void the_keyboard_stays_where_the_rows_are_whatever_stands_in_their_place(FxRobot robot) throws Exception {
        pods();
        cluster.last().say(new Rows.State.Forbidden(new KubeFailure.Forbidden("eve", "list", "pods", "", "")));
        await().atMost(5, SECONDS).until(() -> focus().equals("namespaces-by-hand"));
        robot.write("test").push(KeyCode.ENTER);
        fx(() -> {
            view().look(Namespaces.named("test"));
            return "";
        });
        cluster.last().live(List.of(Shop.pod("test", "only-1", "1/1 Running 0 1h")));
        await().atMost(5, SECONDS).until(() -> focus().equals("rows"));
    }

    @Test
    @Shows("A07")
    void what_may_not_be_listed_is_said_with_verb_and_resource_and_a_typed_namespace_works(FxRobot robot)
            throws Exception {
        cluster.last().say(new Rows.State.Forbidden(new KubeFailure.Forbidden("eve", "list", "pods", "", "")));
        await().atMost(5, SECONDS)
                .until(() -> !robot.lookup("#namespaces-by-hand").queryAll().isEmpty());
        assertThat(robot.lookup("You may not list pods in all namespaces").queryAll())
                .isNotEmpty();
        assertThat(robot.lookup("The server knows you as eve, who lacks the verb list on pods (403).")
                        .queryAll())
                .isNotEmpty();
        robot.clickOn("#namespaces-by-hand").write("shop, test").push(KeyCode.ENTER);
        assertThat(asked).containsExactly(new Intent.ChooseNamespaces(Namespaces.named("shop", "test")));
        robot.clickOn("#copy-request");
        assertThat(fx(() -> Clipboard.getSystemClipboard().getString()))
                .contains("eve", "list", "pods", "shop-staging");
    }

    @Test
    @Shows("A08")
    void what_may_be_listed_but_not_watched_is_said_and_never_called_hidden() throws Exception {
        pods();
        var noWatch = new KubeFailure.Forbidden("eve", "watch", "pods", "shop", "");
        var noList = new KubeFailure.Forbidden("eve", "list", "pods", "test", "");
        banner("You may not watch pods in shop: they are listed again every 15 seconds instead.", noWatch);
        banner(
                "You may not list pods in test. The other namespaces are shown. You may not watch pods in shop: they are listed again every 15 seconds instead.",
                noWatch,
                noList);
        banner(
                "You may not watch pods: they are listed again every 15 seconds instead.",
                new KubeFailure.Forbidden("eve", "watch", "pods", "", ""));
        banner("policy says no", new KubeFailure.Forbidden("", "", "", "", "policy says no"));
        cluster.last().say(new Rows.State.Live(Instant.now(), List.of()));
        until(() -> !Objects.requireNonNull(view().lookup("#refused")).isVisible());
        assertThat(shown()).hasSize(27);
    }

    private void banner(String words, KubeFailure.Forbidden... refused) {
        cluster.last().say(new Rows.State.Live(Instant.now(), List.of(refused)));
        until(() -> view().lookup("#refused") instanceof RefusedBanner banner
                && banner.isVisible()
                && banner.getChildren().getLast() instanceof Labeled label
                && label.getText().equals(words));
    }

    @Test
    void stale_rows_stay_lose_their_colour_and_can_be_tried_now(FxRobot robot) throws Exception {
        pods();
        var lost = new KubeFailure.Unreachable("https://x", KubeFailure.Cause.REFUSED, "");
        cluster.last().say(new Rows.State.Stale(Instant.now(), Instant.now().plusSeconds(30), lost));
        await().atMost(5, SECONDS).until(() -> fx(() -> view().lookup("#stale").isVisible()));
        assertThat(shown()).hasSize(27);
        assertThat(robot.lookup(".icon-error").queryAll()).isEmpty();
        robot.clickOn("#try-now");
        await().atMost(5, SECONDS).until(() -> cluster.last().tries() == 1);
    }

    @Test
    void the_kubectl_line_follows_what_is_shown(FxRobot robot) throws Exception {
        pods();
        robot.write("/label:app=mongo ");
        await().atMost(5, SECONDS).until(() -> shown().size() == 4);
        assertThat(fx(() -> view().kubectlProperty().get()))
                .containsExactly(
                        "kubectl --context shop-staging get pods -n shop -l app=mongo",
                        "kubectl --context shop-staging get pods -n test -l app=mongo");
    }

    @Test
    void other_namespaces_open_other_rows_and_give_the_old_ones_back(FxRobot robot) throws Exception {
        pods();
        fx(() -> {
            view().look(Namespaces.named("test"));
            return "";
        });
        assertThat(cluster.opened.getFirst().closed()).isTrue();
        assertThat(cluster.last().namespaces()).isEqualTo(Namespaces.named("test"));
        cluster.last().live(List.of(Shop.pod("test", "only-1", "1/1 Running 0 1h")));
        await().atMost(5, SECONDS).until(() -> shown().size() == 1);
        await().atMost(5, SECONDS)
                .until(() -> robot.lookup("NAMESPACE").queryAll().isEmpty()); // after the next layout
        assertThat(view().memoryProperty().get().recentNamespaces()).containsExactly("test");
    }

    @Test
    void a_namespace_is_chosen_by_keyboard_also_when_they_may_not_be_listed(FxRobot robot) throws Exception {
        pods();
        robot.write("n");
        await().atMost(5, SECONDS).until(() -> cluster.opened.size() == 2);
        cluster.last().say(new Rows.State.Forbidden(new KubeFailure.Forbidden("eve", "list", "namespaces", "", "")));
        await().atMost(5, SECONDS)
                .until(() -> !robot.lookup("You may not list namespaces here. Type their names.")
                        .queryAll()
                        .isEmpty());
        robot.write("hidden").push(KeyCode.ENTER);
        await().atMost(5, SECONDS).until(() -> !asked.isEmpty());
        assertThat(asked).containsExactly(new Intent.ChooseNamespaces(Namespaces.named("hidden")));
        assertThat(cluster.last().closed()).isTrue();
    }

    @Test
    void only_widths_that_the_person_set_are_remembered() throws Exception {
        pods();
        assertThat(view().memoryProperty().get()).isEqualTo(BrowseMemory.none());
        fx(() -> {
            if (view().lookup("#rows") instanceof RowsTable table)
                table.resizeColumn(table.getColumns().get(2), 30);
            return "";
        });
        assertThat(view().memoryProperty().get().layout().widths()).containsOnlyKeys("Ready");
    }

    @Test
    void closing_gives_the_rows_back() throws Exception {
        pods();
        close();
        assertThat(cluster.opened).allMatch(rows -> rows.closed() && rows.bells() == 0);
    }
}
