package dev.vigie.workbench;

import dev.vigie.base.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What is done with the tabs of a window, by click, menu and drag. FX thread only.
final class TabActs implements TabsView.Acts {
    private static final Messages TEXTS = Messages.of("workbench");

    private final Desk desk;

    TabActs(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void select(int index) {
        desk.places().select(index);
    }

    @Override
    public void close(int index) {
        desk.places().close(index);
    }

    @Override
    public void out(int index, Point2D to) {
        List<Tab> all = desk.places().tabs().all();
        if (index < all.size()) desk.move(all.get(index), to);
    }

    @Override
    public void aside(int index, TabsView.Side side) {
        desk.places().halves().drop(index, side);
    }

    @Override
    public List<MenuItem> menu(int index) {
        List<MenuItem> items = new ArrayList<>();
        items.add(item("tab-window", TEXTS.say("tab.window"), () -> desk.tearOff(index)));
        Menu others = new Menu(TEXTS.say("tab.other.window"));
        others.setId("tab-other-window");
        for (House.Other other : desk.otherWindows())
            others.getItems().add(item("", other.title(), () -> desk.move(index, other.desk())));
        if (!others.getItems().isEmpty()) items.add(others);
        items.add(new SeparatorMenuItem());
        Tabs tabs = desk.places().tabs();
        boolean seen = tabs.beside() != null && (index == tabs.at() || index == tabs.besideAt());
        if (seen)
            items.add(item(
                    "tab-unsplit",
                    TEXTS.say("unsplit"),
                    () -> desk.places().halves().unsplit()));
        else {
            items.add(item(
                    "tab-beside",
                    TEXTS.say("tab.beside"),
                    () -> desk.places().halves().split(index, false)));
            items.add(item(
                    "tab-below",
                    TEXTS.say("tab.below"),
                    () -> desk.places().halves().split(index, true)));
        }
        items.add(new SeparatorMenuItem());
        items.add(item("tab-close", TEXTS.say("tab.close"), () -> close(index)));
        return items;
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(dev.vigie.ui.Shown.text(text));
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
