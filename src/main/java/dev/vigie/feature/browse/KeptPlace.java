package dev.vigie.feature.browse;

import dev.vigie.kube.Row;
import dev.vigie.live.RowId;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/// Keeps the rows a person looks at where they are while others come and go above them.
final class KeptPlace {
    private final TableView<Row> table;
    private boolean moved;
    private String question = "";

    KeptPlace(TableView<Row> table) {
        this.table = table;
    }

    /// Rows came, went, or changed places.
    void moved() {
        moved = true;
    }

    /// To be called before the table has drawn the change. A new `question` (filter, order) begins at the top.
    void keep(String asked) {
        boolean same = asked.equals(question);
        question = asked;
        if (!moved || !(table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) return;
        moved = false;
        if (!same) {
            table.scrollTo(0);
            return;
        }
        IndexedCell<?> first = flow.getFirstVisibleCell();
        if (first == null || first.getIndex() <= 0 || !(first.getItem() instanceof Row row)) return;
        int shift = place(row) - first.getIndex();
        if (shift + first.getIndex() >= 0 && shift != 0) flow.scrollPixels(shift * table.getFixedCellSize());
    }

    private int place(@Nullable Row row) {
        if (row == null) return -1;
        Object id = RowId.of(row);
        for (int i = 0; i < table.getItems().size(); i++)
            if (RowId.of(table.getItems().get(i)).equals(id)) return i;
        return -1;
    }
}
