package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.kind.Intent;
import dev.vigie.ui.Buttons;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// Windows and halves by mouse, in the top bar. FX thread only.
final class WindowsMenu {
    private static final Messages TEXTS = Messages.of("workbench");

    private WindowsMenu() {}

    static Button button(Consumer<Intent> desk) {
        ContextMenu menu = new ContextMenu(
                item("window-new", TEXTS.say("window.new"), "Ctrl+N", new Intent.OpenWindow(), desk),
                item("tab-window", TEXTS.say("tab.window"), "Ctrl+Shift+N", new Intent.MoveToWindow(), desk),
                new SeparatorMenuItem(),
                item("split-beside", TEXTS.say("split.beside"), "Ctrl+B", new Intent.Split(false), desk),
                item("split-below", TEXTS.say("split.below"), "Ctrl+Shift+B", new Intent.Split(true), desk),
                item("unsplit", TEXTS.say("unsplit"), "", new Intent.Unsplit(), desk));
        Button button = Buttons.icon("windows", "mdi2d-dock-window", TEXTS.say("windows"), () -> {});
        button.setOnAction(_ -> menu.show(button, Side.BOTTOM, 0, 0));
        return button;
    }

    private static MenuItem item(String id, String text, String keys, Intent intent, Consumer<Intent> desk) {
        MenuItem item = new MenuItem(text);
        item.setId("windows-" + id);
        item.setMnemonicParsing(false);
        // the keys are the window's own; here they are only said
        Label says = new Label(keys);
        says.getStyleClass().add("key-cap");
        if (!keys.isEmpty()) item.setGraphic(says);
        item.setOnAction(_ -> desk.accept(intent));
        return item;
    }
}
