package dev.vigie.feature.browse;

import dev.vigie.base.Messages;
import dev.vigie.kube.Row;
import dev.vigie.live.Order;
import javafx.geometry.Bounds;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.TableColumn;

/// The heads of the table for the keyboard: choosing one sorts by it, again turns it round, again ends it.
final class SortMenu {
    private static final Messages TEXTS = Messages.of("browse");

    private final BrowseModel model;
    private final RowsTable table;

    SortMenu(BrowseModel model, RowsTable table) {
        this.model = model;
        this.table = table;
    }

    void open() {
        ContextMenu menu = new ContextMenu(); // a new one each time: one shown again has no item chosen
        menu.setId("sort");
        for (TableColumn<Row, ?> column : table.getColumns())
            if (column.getUserData() instanceof Spot spot) menu.getItems().add(item(spot));
        if (!model.memory().sort().isEmpty()) menu.getItems().add(then());
        Bounds bounds = table.localToScreen(table.getLayoutBounds());
        if (bounds != null) menu.show(table, bounds.getMinX(), bounds.getMinY());
    }

    /// Columns that count where those chosen so far say the same.
    private Menu then() {
        Menu menu = new Menu(TEXTS.say("sort.then"));
        menu.setId("sort-then");
        for (Spot spot : table.shownSpots()) {
            CheckMenuItem item = item(spot);
            item.setOnAction(_ -> {
                model.sortBy(spot.column().name(), true);
                table.build();
            });
            menu.getItems().add(item);
        }
        return menu;
    }

    private CheckMenuItem item(Spot spot) {
        String name = spot.column().name();
        Order.By now = model.memory().sort().stream()
                .filter(by -> by.column().equals(name))
                .findFirst()
                .orElse(null);
        CheckMenuItem item = new CheckMenuItem(label(spot.head(), now));
        item.setMnemonicParsing(false);
        item.setSelected(now != null);
        item.setOnAction(_ -> {
            model.sortBy(name, false);
            table.build();
        });
        return item;
    }

    private static String label(String head, Order.@org.jspecify.annotations.Nullable By now) {
        if (now == null) return TEXTS.say("sort.by", head);
        return TEXTS.say(now.descending() ? "sort.down" : "sort.up", head);
    }
}
