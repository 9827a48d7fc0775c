package dev.vigie.feature.browse;

import dev.vigie.kube.Row;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// One column that the keyboard moves, resizes, sorts by and hides: ← → mark it, Ctrl+← → move it, Shift+← → make it
/// narrower or wider, H hides it, Esc leaves it.
final class MarkedColumn {
    private static final String STYLE = "marked-head";
    private static final double STEP = 16;
    private static final double LEAST = 40;

    private final RowsTable table;
    private final BrowseModel model;
    private @Nullable String marked;

    MarkedColumn(RowsTable table, BrowseModel model) {
        this.table = table;
        this.model = model;
    }

    /// True when the key was one of its own.
    boolean pressed(KeyEvent event) {
        return switch (event.getCode()) {
            case LEFT -> along(-1, event);
            case RIGHT -> along(1, event);
            case ESCAPE -> marked != null && mark(null);
            case H -> !event.isShortcutDown() && !event.isShiftDown() && hide();
            default -> false;
        };
    }

    private boolean along(int by, KeyEvent event) {
        TableColumn<Row, ?> column = column();
        if (event.isShortcutDown() && event.isShiftDown()) return false;
        if (column == null) return mark(by > 0 ? 0 : table.getColumns().size() - 1);
        int at = table.getColumns().indexOf(column);
        if (event.isShortcutDown()) table.move(RowsTable.spot(column), by);
        else if (event.isShiftDown()) widen(column, by);
        else return mark(Math.clamp((long) at + by, 0, table.getColumns().size() - 1));
        return true;
    }

    private void widen(TableColumn<Row, ?> column, int by) {
        Spot spot = RowsTable.spot(column);
        double now = model.layout().widths().getOrDefault(spot.column().name(), table.shownWidth(column));
        model.arrange(model.layout().width(spot.column().name(), Math.max(LEAST, now + by * STEP)));
        table.build();
    }

    /// The name stays: rows without one could not be told apart.
    private boolean hide() {
        TableColumn<Row, ?> column = column();
        if (column == null) return false;
        Spot spot = RowsTable.spot(column);
        int at = table.getColumns().indexOf(column);
        if (!spot.isName() && !spot.isNamespace()) {
            model.arrange(model.layout().without(spot.column()));
            table.build();
            mark(Math.min(at, table.getColumns().size() - 1));
        }
        return true;
    }

    private boolean mark(int index) {
        List<TableColumn<Row, ?>> all = table.getColumns();
        return !all.isEmpty() && mark(RowsTable.spot(all.get(index)).column().name());
    }

    private boolean mark(@Nullable String name) {
        marked = name;
        show();
        TableColumn<Row, ?> column = column();
        if (column != null) table.scrollToColumn(column);
        return true;
    }

    /// The columns were made anew.
    void show() {
        for (TableColumn<Row, ?> column : table.getColumns()) {
            boolean is = RowsTable.spot(column).column().name().equals(marked);
            if (is && !column.getStyleClass().contains(STYLE))
                column.getStyleClass().add(STYLE);
            if (!is) column.getStyleClass().remove(STYLE);
        }
    }

    private @Nullable TableColumn<Row, ?> column() {
        for (TableColumn<Row, ?> column : table.getColumns())
            if (RowsTable.spot(column).column().name().equals(marked)) return column;
        return null;
    }
}
