package dev.vigie.feature.browse;

import dev.vigie.kube.Row;
import java.util.function.Predicate;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/// One visible row. It is selected when the model says so, never because of its place.
final class RowLine extends TableRow<Row> {
    private final Predicate<Row> chosen;

    RowLine(Predicate<Row> chosen) {
        this.chosen = chosen;
    }

    @Override
    public void updateSelected(boolean ignored) {
        Row row = getItem();
        super.updateSelected(row != null && !isEmpty() && chosen.test(row));
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        updateSelected(false);
    }

    /// Shows the row that stands here now. Rows may have been replaced without a word.
    @SuppressWarnings("ReferenceEquality")
    void follow() {
        int index = getIndex();
        boolean there = index >= 0 && index < getTableView().getItems().size();
        if (there && getTableView().getItems().get(index) != getItem()) updateIndex(index);
        updateSelected(false);
    }

    void tick() {
        for (Node child : getChildrenUnmodifiable()) if (child instanceof PrintedCell cell) cell.tick();
    }

    /// Draws every cell anew.
    void again() {
        for (Node child : getChildrenUnmodifiable()) {
            if (child instanceof PrintedCell cell && !cell.isEmpty()) cell.updateItem(cell.getItem(), false);
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.SELECTED) return isSelected();
        return super.queryAccessibleAttribute(attribute, parameters);
    }
}
