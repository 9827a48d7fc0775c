package dev.vigie.feature.browse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.kind.Namespaces;
import dev.vigie.kube.Row;
import dev.vigie.live.FakeRow;
import dev.vigie.live.FakeRows;
import dev.vigie.live.Fx;
import dev.vigie.live.LiveRows;
import dev.vigie.live.RowId;
import dev.vigie.promises.Shows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Three hundred rounds of random batches: the row that looks chosen is, by identity, always the one that was chosen.
@ExtendWith(ApplicationExtension.class)
class SelectionDuringChangesTest {
    private static final int ROUNDS = 300;
    private final Random random = new Random(20261123);
    private final List<FakeRow> rows = new ArrayList<>();
    private Stage stage = new StageHolder().none();
    private int born;

    /// A field that is never null, before JavaFX gives the stage.
    private static final class StageHolder {
        @SuppressWarnings({"NullAway", "DataFlowIssue"})
        Stage none() {
            return null;
        }
    }

    @Start
    void start(Stage given) {
        stage = given;
        for (int i = 0; i < 60; i++) rows.add(fresh());
    }

    @Test
    @Shows("B5")
    void the_row_that_looks_chosen_is_always_the_one_that_was_chosen() throws Exception {
        assertThat(onFx(this::roundsWithOurTable)).isEmpty();
    }

    @Test
    void left_to_the_table_view_itself_the_choice_goes_astray() throws Exception {
        assertThat(onFx(this::roundsWithStockSelection)).isNotEmpty();
    }

    private static List<String> onFx(java.util.concurrent.Callable<List<String>> work) throws Exception {
        return WaitForAsyncUtils.waitFor(2, TimeUnit.MINUTES, WaitForAsyncUtils.asyncFx(work));
    }

    private List<String> roundsWithOurTable() {
        FakeCluster cluster = new FakeCluster().serves(Shop.PODS, Shop.COLUMNS);
        BrowseModel model = new BrowseModel(Fx.inline(), cluster, Shop.PODS, Namespaces.all(), BrowseMemory.none());
        RowsTable table = new RowsTable(model, new Zoom());
        show(table);
        cluster.last().live(rows);
        List<String> wrong = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            layout();
            int picked = random.nextInt(Math.min(15, rows.size()));
            model.chosen().only(picked);
            Object id = RowId.of(model.rows().get(picked));
            cluster.last().live(batch());
            layout();
            List<Object> looksChosen = looksChosen(table);
            boolean there = model.rows().stream().anyMatch(row -> RowId.of(row).equals(id));
            if (!model.chosen().ids().equals(java.util.Set.of(id)))
                wrong.add("round " + round + ": the model lost " + id);
            if (!List.of(id).containsAll(looksChosen))
                wrong.add("round " + round + ": " + looksChosen + " looks chosen");
            if (there && model.chosen().rows().size() != 1)
                wrong.add("round " + round + ": it is there, and not chosen");
        }
        return wrong;
    }

    private static List<Object> looksChosen(RowsTable table) {
        List<Object> ids = new ArrayList<>();
        for (Node node : table.lookupAll(".table-row-cell")) {
            if (node instanceof RowLine line && line.isVisible() && line.isSelected())
                ids.add(RowId.of(line.getItem()));
        }
        return ids;
    }

    private List<String> roundsWithStockSelection() {
        FakeRows store = new FakeRows(Shop.PODS, Namespaces.all(), Shop.COLUMNS);
        LiveRows live = new LiveRows(Fx.inline(), store);
        TableView<Row> table = new TableView<>(live);
        TableColumn<Row, String> name = new TableColumn<>("NAME");
        name.setCellValueFactory(row ->
                new javafx.beans.property.SimpleStringProperty(row.getValue().name()));
        table.getColumns().setAll(List.of(name));
        show(table);
        store.live(rows);
        List<String> wrong = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            layout();
            int picked = random.nextInt(Math.min(15, rows.size()));
            table.getSelectionModel().clearAndSelect(picked);
            Object id = RowId.of(live.get(picked));
            store.live(batch());
            layout();
            int now = table.getSelectionModel().getSelectedIndex();
            boolean there = live.indexOfId(id) >= 0;
            boolean other =
                    now >= 0 && now < live.size() && !RowId.of(live.get(now)).equals(id);
            if (other) wrong.add("round " + round + ": another row is chosen");
            else if (there && now < 0) wrong.add("round " + round + ": nothing is chosen any more");
        }
        return wrong;
    }

    private void show(TableView<?> table) {
        stage.setScene(new Scene(table, 900, 500));
        stage.show();
    }

    private void layout() {
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
    }

    /// Some come, some go, some change, all at once.
    private List<FakeRow> batch() {
        for (int i = random.nextInt(6); i > 0 && rows.size() > 20; i--) rows.remove(random.nextInt(rows.size()));
        for (int i = random.nextInt(6); i > 0; i--) rows.add(fresh());
        for (int i = random.nextInt(8); i > 0; i--) {
            int place = random.nextInt(rows.size());
            FakeRow row = rows.get(place);
            rows.set(
                    place,
                    FakeRow.of(
                            row.namespace(),
                            row.name(),
                            row.name(),
                            "1/1",
                            random.nextBoolean() ? "Running" : "Error",
                            "0",
                            "1m"));
        }
        if (random.nextInt(4) == 0) Collections.shuffle(rows, random);
        return List.copyOf(rows);
    }

    private FakeRow fresh() {
        String name = "pod-" + Integer.toHexString(random.nextInt()) + "-" + born++;
        return FakeRow.of("shop", name, name, "1/1", "Running", "0", "5s");
    }
}
