package dev.vigie.feature.clusters;

import dev.vigie.base.Messages;
import dev.vigie.kind.Intent;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import org.jspecify.annotations.Nullable;

/// What can be done with the context under the pointer, or the selected one by keyboard. It is fixed when the menu
/// opens.
final class ClusterMenu {
    private static final Messages TEXTS = Messages.of("clusters");

    private final ListView<ClusterLine> list;
    private final Consumer<Intent> desk;
    private final ContextMenu menu = new ContextMenu();

    ClusterMenu(ListView<ClusterLine> list, Consumer<Intent> desk) {
        this.list = list;
        this.desk = desk;
        menu.setId("cluster-menu");
        list.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::open);
    }

    private void open(ContextMenuEvent event) {
        ClusterLine line = event.isKeyboardTrigger()
                ? list.getSelectionModel().getSelectedItem()
                : under(event.getTarget() instanceof Node node ? node : null);
        if (!(line instanceof ClusterLine.Of of) || !of.context().usable()) return;
        String name = of.context().name();
        MenuItem open = item("open", new Intent.OpenContext(name));
        MenuItem window = item("open.window", new Intent.OpenContextInWindow(name));
        window.setId("menu-open-window");
        MenuItem make = item("make.current", new Intent.MakeCurrent(name));
        make.setId("menu-make-current");
        make.setDisable(of.current());
        menu.getItems().setAll(open, window, make);
        menu.show(list, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    private MenuItem item(String key, Intent intent) {
        MenuItem item = new MenuItem(TEXTS.say(key));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> desk.accept(intent));
        return item;
    }

    private static @Nullable ClusterLine under(@Nullable Node from) {
        Node at = from;
        while (at != null && !(at instanceof ClusterCell)) at = at.getParent();
        return at instanceof ListCell<?> cell && cell.getItem() instanceof ClusterLine line ? line : null;
    }
}
