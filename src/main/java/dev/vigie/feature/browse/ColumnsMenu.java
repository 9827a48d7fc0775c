package dev.vigie.feature.browse;

import dev.vigie.base.Messages;
import dev.vigie.kind.Layout;
import dev.vigie.kube.Row;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;

/// Which columns are shown, those of `-o wide` and of labels too, and in which order they stand.
final class ColumnsMenu extends MenuButton {
    private static final Messages TEXTS = Messages.of("browse");
    /// Rows whose labels are looked at, and how many keys are offered.
    private static final int LOOKED_AT = 500;

    private static final int OFFERED = 16;

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
        for (Spot spot : table.spots())
            if (!spot.isName() && !spot.isOwn()) getItems().add(item(spot));
        getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        plain("columns-wide", TEXTS.say("columns.wide"), this::wideAll),
                        labels(),
                        annotations(),
                        moves("columns-left", TEXTS.say("columns.left"), -1),
                        moves("columns-right", TEXTS.say("columns.right"), 1),
                        plain("columns-reset", TEXTS.say("columns.reset"), () -> arrange(Layout.NONE)));
    }

    private static MenuItem plain(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void arrange(Layout now) {
        model.arrange(now);
        table.build();
    }

    private CheckMenuItem item(Spot spot) {
        CheckMenuItem item = new CheckMenuItem(spot.head());
        item.setMnemonicParsing(false);
        item.setSelected(model.layout().shows(spot.column()));
        item.setOnAction(_ -> arrange(model.layout().show(spot.column(), item.isSelected())));
        return item;
    }

    private void wideAll() {
        Layout now = model.layout();
        List<Spot> wide =
                table.spots().stream().filter(spot -> spot.column().wide()).toList();
        boolean any = wide.stream().anyMatch(spot -> !model.layout().shows(spot.column()));
        for (Spot spot : wide) now = now.show(spot.column(), any);
        arrange(now);
    }

    private Menu moves(String id, String text, int by) {
        Menu menu = new Menu(text);
        menu.setId(id);
        for (Spot spot : table.shownSpots()) menu.getItems().add(plain("", spot.head(), () -> table.move(spot, by)));
        return menu;
    }

    /// The keys that rows have, the most frequent first, and any other by hand.
    private Menu labels() {
        Menu menu = new Menu(TEXTS.say("columns.labels"));
        menu.setId("columns-labels");
        Set<String> keys = new TreeSet<>(model.layout().labels());
        keys.addAll(frequent());
        for (String key : keys) {
            CheckMenuItem item = new CheckMenuItem(Shown.text(key));
            item.setMnemonicParsing(false);
            item.setSelected(model.layout().labels().contains(key));
            item.setOnAction(_ -> arrange(model.layout().label(key, item.isSelected())));
            menu.getItems().add(item);
        }
        menu.getItems()
                .add(byHand(
                        "columns-label-key",
                        "columns.label.key",
                        key -> model.layout().label(key, true)));
        return menu;
    }

    /// Rows are listed without theirs, so that the keys have to be known.
    private Menu annotations() {
        Menu menu = new Menu(TEXTS.say("columns.annotations"));
        menu.setId("columns-annotations");
        for (String key : model.layout().annotations()) {
            CheckMenuItem item = new CheckMenuItem(Shown.text(key));
            item.setMnemonicParsing(false);
            item.setSelected(true);
            item.setOnAction(_ -> arrange(model.layout().annotation(key, item.isSelected())));
            menu.getItems().add(item);
        }
        menu.getItems()
                .add(byHand(
                        "columns-annotation-key",
                        "columns.annotation.key",
                        key -> model.layout().annotation(key, true)));
        return menu;
    }

    private CustomMenuItem byHand(String id, String prompt, Function<String, Layout> with) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(TEXTS.say(prompt));
        field.setOnAction(_ -> {
            String key = field.getText().strip();
            if (!key.isEmpty()) arrange(with.apply(key));
            hide();
        });
        return new CustomMenuItem(field, false);
    }

    private List<String> frequent() {
        Map<String, Integer> counts = new TreeMap<>();
        for (Row row : model.rows().stream().limit(LOOKED_AT).toList())
            for (String key : row.labels().keySet()) counts.merge(key, 1, Integer::sum);
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(OFFERED)
                .map(Map.Entry::getKey)
                .toList();
    }
}
