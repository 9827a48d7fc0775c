package dev.vigie.feature.browse;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.base.Messages;
import dev.vigie.kind.Layout;
import dev.vigie.kind.Namespaces;
import dev.vigie.kube.Row;
import dev.vigie.live.FakeRow;
import dev.vigie.live.Fx;
import dev.vigie.live.Order;
import dev.vigie.promises.Shows;
import dev.vigie.ui.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The columns of a table, arranged to taste.
@ExtendWith(ApplicationExtension.class)
class ColumnsOfBrowseTest {
    private final FakeCluster cluster = new FakeCluster().serves(Shop.PODS, Shop.COLUMNS);
    private @Nullable BrowseView opened;

    @Start
    void start(Stage stage) {
        Messages.speak(Locale.ENGLISH);
        BrowseView view = new BrowseView(
                Fx.live(), cluster, Shop.PODS, Namespaces.named("shop", "test"), BrowseMemory.none(), _ -> {});
        opened = view;
        Scene scene = new Scene(view, 900, 700);
        new Theme(Theme.Shade.DARK, 1).dress(scene);
        stage.setScene(scene);
        stage.show();
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

    private RowsTable table() {
        return (RowsTable) Objects.requireNonNull(view().lookup("#rows"));
    }

    private List<String> heads() throws Exception {
        return fx(() -> view().lookup("#rows") == null
                ? List.<String>of()
                : table().getColumns().stream().map(TableColumn::getText).toList());
    }

    private void pods() {
        cluster.opened.getFirst().live(Shop.pods());
        await().atMost(5, SECONDS).until(() -> heads().size() == 6);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Opens the menu of the columns and fires what stands in it under these titles or ids, one below the other.
    private void choose(String... path) throws Exception {
        fx(() -> {
            ColumnsMenu menu = (ColumnsMenu) Objects.requireNonNull(view().lookup("#columns"));
            menu.show();
            List<MenuItem> items = menu.getItems();
            for (String step : path) {
                MenuItem found = items.stream()
                        .filter(item -> step.equals(item.getId()) || step.equals(item.getText()))
                        .findFirst()
                        .orElseThrow();
                if (found instanceof Menu below) items = below.getItems();
                else {
                    if (found instanceof CheckMenuItem check) check.setSelected(!check.isSelected());
                    found.getOnAction().handle(null);
                }
            }
            menu.hide();
            return "";
        });
    }

    @Test
    @Shows("B5")
    void columns_are_moved_hidden_and_added_for_labels_and_can_be_as_they_were() throws Exception {
        pods();
        List<String> before = heads();
        assertThat(before).containsExactly("NAME", "NAMESPACE", "READY", "STATUS", "RESTARTS", "AGE");
        fx(() -> {
            table().getColumns()
                    .setAll(Stream.of(0, 1, 5, 2, 3, 4)
                            .map(table().getColumns()::get)
                            .toList());
            return "";
        });
        assertThat(heads()).containsExactly("NAME", "NAMESPACE", "AGE", "READY", "STATUS", "RESTARTS");

        choose("columns-right", "AGE");
        assertThat(heads()).containsExactly("NAME", "NAMESPACE", "READY", "AGE", "STATUS", "RESTARTS");
        choose("columns-labels", "app");
        assertThat(heads()).containsExactly("NAME", "NAMESPACE", "READY", "AGE", "STATUS", "RESTARTS", "app");
        choose("RESTARTS");
        assertThat(heads()).containsExactly("NAME", "NAMESPACE", "READY", "AGE", "STATUS", "app");
        assertThat(fx(() -> view().kubectlProperty().get())).allMatch(line -> line.endsWith("-L app"));
        Layout kept = fx(() -> view().memoryProperty().get().layout());
        assertThat(kept.hidden()).containsExactly("Restarts");
        assertThat(kept.labels()).containsExactly("app");
        assertThat(kept.order()).startsWith("Name", "Namespace", "Ready", "Age", "Status");

        choose("columns-reset");
        assertThat(heads()).isEqualTo(before);
        assertThat(fx(() -> view().memoryProperty().get().layout())).isEqualTo(Layout.NONE);
    }

    @Test
    void rows_are_sorted_by_several_columns_and_by_a_label() throws Exception {
        pods();
        sortBy(3, 5);
        await().atMost(5, SECONDS).until(() -> first().cell(2).equals("Completed"));
        assertThat(fx(() -> view().memoryProperty().get().sort()))
                .containsExactly(new Order.By("Status", false), new Order.By("Age", false));
        choose("columns-labels", "app");
        sortBy(6, 0);
        await().atMost(5, SECONDS).until(() -> "api".equals(first().labels().get("app")));
        List<String> labels = fx(() -> table().getItems().stream()
                .map(row -> row.labels().getOrDefault("app", ""))
                .toList());
        assertThat(labels).isSorted().startsWith("api").endsWith("unicorn-front");
    }

    private Row first() throws Exception {
        return fx(() -> table().getItems().getFirst());
    }

    private void sortBy(int one, int two) throws Exception {
        fx(() -> {
            table().getSortOrder().clear();
            table().getSortOrder().add(table().getColumns().get(one));
            table().getSortOrder().add(table().getColumns().get(two));
            return "";
        });
    }

    @Test
    @Shows("B5")
    void an_annotation_has_a_column_that_is_searched_copied_and_kept() throws Exception {
        pods();
        type("#columns-annotations", "#columns-annotation-key", "example.com/owner");
        assertThat(cluster.last().annotations()).containsExactly("example.com/owner");
        List<FakeRow> pods = new ArrayList<>(Shop.pods());
        pods.set(0, pods.getFirst().annotations(Map.of("example.com/owner", "team blue")));
        cluster.last().live(pods);
        assertThat(heads()).endsWith("example.com/owner");
        await().atMost(5, SECONDS)
                .until(() -> fx(() -> table().printed().tabbed()).contains("\tteam blue\n"));
        fx(() -> {
            view().focusFilter();
            ((TextField) Objects.requireNonNull(view().lookup("#filter-input"))).setText("\"team blue\"");
            return "";
        });
        await().atMost(5, SECONDS).until(() -> fx(() -> table().getItems().size()) == 1);
        assertThat(fx(() -> view().memoryProperty().get().layout().annotations()))
                .containsExactly("example.com/owner");
        assertThat(fx(() -> view().unsaidProperty().get()))
                .containsExactly("\"team blue\"", "annotation:example.com/owner");
    }

    /// Types into the field of a menu below the menu of the columns.
    private void type(String menu, String field, String text) throws Exception {
        fx(() -> {
            ColumnsMenu columns = (ColumnsMenu) Objects.requireNonNull(view().lookup("#columns"));
            columns.show();
            Menu below = (Menu) columns.getItems().stream()
                    .filter(item -> menu.equals("#" + item.getId()))
                    .findFirst()
                    .orElseThrow();
            CustomMenuItem item = (CustomMenuItem) below.getItems().getLast();
            TextField typed = (TextField) item.getContent();
            assertThat("#" + typed.getId()).isEqualTo(field);
            typed.setText(text);
            typed.fireEvent(new ActionEvent());
            columns.hide();
            return "";
        });
    }

    @Test
    @Shows("B5")
    void the_keyboard_marks_a_column_and_moves_widens_and_hides_it() throws Exception {
        pods();
        fx(() -> {
            view().focusTable();
            return "";
        });
        keys("RIGHT RIGHT RIGHT RIGHT Ctrl+LEFT");
        assertThat(heads()).containsExactly("NAME", "NAMESPACE", "STATUS", "READY", "RESTARTS", "AGE");
        double before = fx(() -> table().getColumns().get(2).getWidth());
        keys("Shift+RIGHT Shift+RIGHT Shift+LEFT");
        assertThat(fx(() -> view().memoryProperty().get().layout().widths())).containsOnlyKeys("Status");
        assertThat(fx(() -> table().getColumns().get(2).getWidth())).isEqualTo(before + 16);
        keys("H");
        assertThat(heads()).containsExactly("NAME", "NAMESPACE", "READY", "RESTARTS", "AGE");
        keys("ESCAPE H");
        assertThat(heads()).hasSize(5);
    }

    @Test
    @Shows("B5")
    void rows_apart_from_each_other_are_chosen_by_keyboard() throws Exception {
        pods();
        fx(() -> {
            view().focusTable();
            return "";
        });
        keys("HOME Ctrl+DOWN Ctrl+DOWN Ctrl+SPACE");
        List<String> chosen = fx(() -> table().printed().names().lines().toList());
        List<Row> rows = fx(() -> List.copyOf(table().getItems()));
        assertThat(chosen)
                .containsExactly(
                        "pod/" + rows.get(0).name(), "pod/" + rows.get(2).name());
    }

    /// Keys of the table, without a keyboard that repeats what is held too long.
    private void keys(String keys) throws Exception {
        fx(() -> {
            for (String key : keys.split(" ")) {
                KeyCode code = KeyCode.valueOf(key.substring(key.indexOf('+') + 1));
                boolean shift = key.startsWith("Shift");
                boolean ctrl = key.startsWith("Ctrl");
                Event.fireEvent(table(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, ctrl, false, false));
            }
            return "";
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void which_column_counts_first_stands_in_the_heads() throws Exception {
        pods();
        assertThat(places()).isEmpty();
        sortBy(3, 5);
        assertThat(places()).containsExactly("STATUS 1", "AGE 2");
    }

    private List<String> places() throws Exception {
        return fx(() -> table().getColumns().stream()
                .filter(column -> column.getGraphic() instanceof Label)
                .map(column -> column.getText() + " " + ((Label) column.getGraphic()).getText())
                .toList());
    }
}
