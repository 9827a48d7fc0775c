package dev.vigie.feature.browse;

import dev.vigie.base.Messages;
import dev.vigie.base.Ref;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Part;
import dev.vigie.kube.Row;
import dev.vigie.live.Rights;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.input.ContextMenuEvent;

/// What can be done with the row under the pointer. The object is fixed when the menu opens.
final class RowMenu {
    private static final Messages TEXTS = Messages.of("browse");

    private final RowsTable table;
    private final BrowseModel model;
    private final Consumer<Intent> desk;
    private final DeedItems deeds;
    private final ContextMenu menu = new ContextMenu();

    RowMenu(RowsTable table, BrowseModel model, Rights rights, Consumer<Intent> desk) {
        deeds = new DeedItems(rights, desk);
        this.table = table;
        this.model = model;
        this.desk = desk;
        table.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::open);
    }

    private void open(ContextMenuEvent event) {
        int index = model.chosen().cursor();
        if (event.getTarget() instanceof javafx.scene.Node node && line(node) instanceof TableRow<?> line)
            index = line.getIndex();
        if (index < 0 || index >= model.rows().size()) return;
        Row row = model.rows().get(index);
        Ref ref = model.ref(row);
        MenuItem details = new MenuItem(TEXTS.say("details"));
        details.setOnAction(_ -> desk.accept(new Intent.Inspect(ref, Part.FACTS)));
        MenuItem text = new MenuItem(TEXTS.say("text"));
        text.setOnAction(_ -> desk.accept(new Intent.Inspect(ref, Part.TEXT)));
        MenuItem yaml = new MenuItem(TEXTS.say("yaml"));
        yaml.setOnAction(_ -> desk.accept(new Intent.Inspect(ref, Part.YAML)));
        MenuItem name = new MenuItem(TEXTS.say("copy.name"));
        name.setOnAction(_ -> desk.accept(new Intent.CopyName(ref)));
        menu.getItems()
                .setAll(details, text, yaml, new SeparatorMenuItem(), name, new Copying(table, model, desk).copy());
        menu.getItems().add(new Copying(table, model, desk).save());
        menu.getItems().addAll(deeds.of(model.kind, meant(row)));
        menu.show(table, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    /// All that are chosen, if the row is one of them; else that row alone.
    private List<Ref> meant(Row row) {
        boolean many = model.chosenShown() > 1 && model.chosen().has(row);
        return many ? model.chosen().rows().stream().map(model::ref).toList() : List.of(model.ref(row));
    }

    private static javafx.scene.@org.jspecify.annotations.Nullable Node line(javafx.scene.Node from) {
        javafx.scene.Node at = from;
        while (at != null && !(at instanceof TableRow<?>)) at = at.getParent();
        return at;
    }
}
