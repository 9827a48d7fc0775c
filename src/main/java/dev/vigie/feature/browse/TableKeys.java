package dev.vigie.feature.browse;

import dev.vigie.kind.Part;
import dev.vigie.kube.Row;
import dev.vigie.live.Chosen;
import dev.vigie.ui.Clip;
import java.time.Instant;
import java.util.List;
import javafx.scene.input.KeyEvent;

/// Keys of the table: the cursor, ranges, everything, copy. They move identities, not places.
final class TableKeys {
    private final RowsTable table;
    private final BrowseModel model;
    private final MarkedColumn marked;

    TableKeys(RowsTable table, BrowseModel model, MarkedColumn marked) {
        this.marked = marked;
        this.table = table;
        this.model = model;
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.isAltDown()) return;
        boolean done = marked.pressed(event) || (event.isShortcutDown() ? withShortcut(event) : alone(event));
        if (done) event.consume();
    }

    private boolean withShortcut(KeyEvent event) {
        if (event.isShiftDown()) return false;
        return switch (event.getCode()) {
            case A -> did(model.chosen()::all);
            case C -> did(this::copy);
            case SPACE -> toggle();
            case UP -> walk(-1);
            case DOWN -> walk(1);
            default -> false;
        };
    }

    private boolean alone(KeyEvent event) {
        int far = model.rows().size();
        return switch (event.getCode()) {
            case UP -> move(-1, event);
            case DOWN -> move(1, event);
            case PAGE_UP -> move(-page(), event);
            case PAGE_DOWN -> move(page(), event);
            case HOME -> move(-far, event);
            case END -> move(far, event);
            case SPACE -> toggle();
            case ENTER -> did(() -> table.inspect(Part.FACTS));
            default -> false;
        };
    }

    private boolean toggle() {
        model.chosen().toggle(model.chosen().cursor());
        return true;
    }

    /// Another row has the cursor, and what is chosen stays.
    private boolean walk(int by) {
        model.chosen().walk(by);
        int cursor = model.chosen().cursor();
        if (cursor >= 0) reveal(cursor);
        return true;
    }

    private static boolean did(Runnable action) {
        action.run();
        return true;
    }

    private boolean move(int by, KeyEvent event) {
        Chosen chosen = model.chosen();
        chosen.move(by, event.isShiftDown());
        int cursor = chosen.cursor();
        if (cursor >= 0) reveal(cursor);
        return true;
    }

    private void reveal(int index) {
        if (!(table.lookup(".virtual-flow") instanceof javafx.scene.control.skin.VirtualFlow<?> flow)) return;
        var first = flow.getFirstVisibleCell();
        var last = flow.getLastVisibleCell();
        if (first == null || last == null) return;
        if (index <= first.getIndex()) flow.scrollTo(index);
        else if (index >= last.getIndex()) flow.scrollTo(Math.max(0, index - (last.getIndex() - first.getIndex() - 1)));
    }

    private int page() {
        return Math.max(1, (int) (table.getHeight() / table.getFixedCellSize()) - 2);
    }

    /// The chosen rows; all that are shown when none is chosen.
    Printed printed() {
        List<Row> rows = model.chosenShown() > 0 ? model.chosen().rows() : model.rows();
        return new Printed(model.kind, table.shownSpots(), rows, Instant.now());
    }

    /// The chosen rows as they are seen, tab-separated, with their heads.
    void copy() {
        if (model.chosenShown() > 0) Clip.copy(printed().tabbed());
    }
}
