package dev.vigie.feature.browse;

import dev.vigie.base.Messages;
import dev.vigie.base.Ref;
import dev.vigie.kind.Intent;
import dev.vigie.kube.Row;
import dev.vigie.ui.Clip;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

/// Takes the chosen rows, or all that are shown when none is, elsewhere: to the clipboard or into a file.
final class Copying {
    private static final Messages TEXTS = Messages.of("browse");

    private final RowsTable table;
    private final BrowseModel model;
    private final Consumer<Intent> desk;

    Copying(RowsTable table, BrowseModel model, Consumer<Intent> desk) {
        this.table = table;
        this.model = model;
        this.desk = desk;
    }

    private int count() {
        return model.chosenShown() > 0 ? model.chosenShown() : model.rows().size();
    }

    private List<Ref> refs() {
        List<Row> rows = model.chosenShown() > 0 ? model.chosen().rows() : model.rows();
        return rows.stream().map(model::ref).toList();
    }

    Menu copy() {
        Menu menu = new Menu(TEXTS.say("copy.rows", count()));
        menu.setId("copy-rows");
        menu.getItems()
                .setAll(
                        clip("copy-table", TEXTS.say("as.table"), Printed::table),
                        clip("copy-tabbed", TEXTS.say("as.tabbed"), Printed::tabbed),
                        clip("copy-csv", TEXTS.say("as.csv"), Printed::csv),
                        clip("copy-names", TEXTS.say("as.names"), Printed::names),
                        item("copy-yaml", TEXTS.say("as.yaml"), () -> desk.accept(new Intent.CopyYaml(refs()))));
        return menu;
    }

    Menu save() {
        Menu menu = new Menu(TEXTS.say("save.rows", count()));
        menu.setId("save-rows");
        menu.getItems()
                .setAll(
                        file("save-table", TEXTS.say("as.table"), ".txt", Printed::table),
                        file("save-csv", TEXTS.say("as.csv"), ".csv", Printed::csv),
                        file("save-names", TEXTS.say("as.names"), ".txt", Printed::names),
                        item("save-yaml", TEXTS.say("as.yaml"), () -> desk.accept(new Intent.SaveYaml(refs()))));
        return menu;
    }

    private MenuItem clip(String id, String text, Function<Printed, String> print) {
        return item(id, text, () -> Clip.copy(print.apply(table.printed())));
    }

    private MenuItem file(String id, String text, String ending, Function<Printed, String> print) {
        String name = model.kind.plural() + ending;
        return item(id, text, () -> desk.accept(new Intent.SaveText(name, print.apply(table.printed()))));
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
