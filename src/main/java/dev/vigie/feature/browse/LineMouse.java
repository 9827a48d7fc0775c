package dev.vigie.feature.browse;

import dev.vigie.kind.Part;
import dev.vigie.live.Chosen;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// What a press on a row chooses: this one, this one too, or everything up to it.
final class LineMouse {
    private final RowLine line;
    private final RowsTable table;
    private final BrowseModel model;

    LineMouse(RowLine line, RowsTable table, BrowseModel model) {
        this.line = line;
        this.table = table;
        this.model = model;
        line.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    }

    private void pressed(MouseEvent event) {
        if (line.isEmpty()) return;
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) table.inspect(Part.FACTS);
        table.requestFocus();
        Chosen chosen = model.chosen();
        boolean primary = event.getButton() == MouseButton.PRIMARY;
        if (primary && event.isShiftDown()) chosen.through(line.getIndex());
        else if (primary && event.isShortcutDown()) chosen.toggle(line.getIndex());
        else if (primary || !chosen.has(line.getItem())) chosen.only(line.getIndex());
    }
}
