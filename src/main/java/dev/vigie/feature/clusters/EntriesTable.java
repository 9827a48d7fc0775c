package dev.vigie.feature.clusters;

import dev.vigie.kind.Tone;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import dev.vigie.ui.StatePanel;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// A table of kubeconfig entries; whatever has no room is in a tooltip. FX thread only.
final class EntriesTable extends TableView<EntryLine> {
    private static final double LEAST = 48;

    private List<EntryLine> all = List.of();

    /// Wanted widths at 100 %, and titles, from the left; `path` is the column of files, whose ends tell them apart.
    EntriesTable(String id, StatePanel nothing, List<Double> widths, List<String> titles, int path) {
        setId(id);
        getStyleClass().add("entries");
        setPlaceholder(nothing);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        for (int i = 0; i < titles.size(); i++) {
            int index = i;
            TableColumn<EntryLine, String> column = new TableColumn<>(titles.get(i));
            column.setCellValueFactory(
                    line -> new ReadOnlyStringWrapper(line.getValue().cells().get(index)));
            column.setCellFactory(_ -> new Cell(index == 0, index == path));
            column.setPrefWidth(widths.get(i));
            column.setMinWidth(LEAST);
            column.setReorderable(false);
            getColumns().add(column);
        }
    }

    /// All lines there are; those that match are shown.
    void show(List<EntryLine> lines, String query) {
        all = lines;
        filter(query);
    }

    void filter(String query) {
        EntryLine selected = getSelectionModel().getSelectedItem();
        getItems().setAll(all.stream().filter(line -> line.matches(query)).toList());
        sort();
        if (selected != null && getItems().contains(selected))
            getSelectionModel().select(selected);
    }

    /// The heaviest tone of all lines.
    Tone worst() {
        Tone worst = Tone.OK;
        for (EntryLine line : all) {
            if (line.tone() == Tone.ERROR) return Tone.ERROR;
            if (line.tone() == Tone.WARN) worst = Tone.WARN;
        }
        return worst;
    }

    /// How many are used.
    long count() {
        return all.stream().filter(line -> line.tone() != Tone.ENDING).count();
    }

    private static final class Cell extends TableCell<EntryLine, String> {
        private final boolean first;

        Cell(boolean first, boolean path) {
            this.first = first;
            getStyleClass().add(first ? "name" : "subtle");
            if (path) getStyleClass().add("file-path");
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            EntryLine line = getTableRow() == null ? null : getTableRow().getItem();
            for (Tone tone : Tone.values()) getStyleClass().remove(style(tone));
            if (empty || text == null || line == null) {
                setText(null);
                setGraphic(null);
                setTooltip(null);
                return;
            }
            setText(Shown.text(text));
            setTooltip(text.isEmpty() ? null : tip(text));
            setGraphic(first && line.tone() != Tone.OK ? Icons.of(line.tone()) : null);
            getStyleClass().add(style(line.tone()));
        }

        private static Tooltip tip(String text) {
            Tooltip tip = new Tooltip(Shown.text(text));
            tip.setWrapText(true);
            tip.setMaxWidth(640);
            return tip;
        }

        private static String style(Tone tone) {
            return "entry-" + tone.name().toLowerCase(Locale.ROOT);
        }
    }
}
