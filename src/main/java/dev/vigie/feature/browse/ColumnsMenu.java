package dev.vigie.feature.browse;

import dev.vigie.base.Messages;
import dev.vigie.ui.Icons;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

/// Which columns are shown, those of `-o wide` too.
final class ColumnsMenu extends MenuButton {
    private static final Messages TEXTS = Messages.of("browse");

    private final BrowseModel model;
    private final RowsTable table;

    ColumnsMenu(BrowseModel model, RowsTable table) {
        this.model = model;
        this.table = table;
        setId("columns");
        getStyleClass().addAll("flat", "icon-only");
        setGraphic(Icons.of("mdi2v-view-column-outline"));
        setTooltip(new Tooltip(TEXTS.say("columns")));
        setAccessibleText(TEXTS.say("columns"));
        showingProperty().addListener((_, _, now) -> {
            if (now) fill();
        });
        getItems().add(new MenuItem());
    }

    private void fill() {
        getItems().clear();
        MenuItem wide = new MenuItem(TEXTS.say("columns.wide"));
        wide.setId("columns-wide");
        wide.setOnAction(_ -> wideAll());
        for (Spot spot : table.spots())
            if (!spot.isName() && !spot.isNamespace()) getItems().add(item(spot));
        getItems().addAll(new SeparatorMenuItem(), wide);
    }

    private CheckMenuItem item(Spot spot) {
        CheckMenuItem item = new CheckMenuItem(spot.head());
        item.setMnemonicParsing(false);
        item.setSelected(model.shows(spot.column()));
        item.setOnAction(_ -> {
            model.show(spot.column(), item.isSelected());
            table.build();
        });
        return item;
    }

    private void wideAll() {
        boolean any = table.spots().stream().anyMatch(spot -> spot.column().wide() && !model.shows(spot.column()));
        for (Spot spot : table.spots()) if (spot.column().wide()) model.show(spot.column(), any);
        table.build();
    }
}
