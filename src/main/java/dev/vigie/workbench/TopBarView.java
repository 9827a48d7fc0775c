package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.kind.Intent;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Back, forward, where we are, the command field and the theme. FX thread only.
final class TopBarView extends HBox {
    private static final Messages TEXTS = Messages.of("workbench");

    private final Button back;
    private final Button forward;
    private final Label path = new Label();

    TopBarView(Runnable goBack, Runnable goForward, Runnable palette, Consumer<Intent> desk) {
        setId("top-bar");
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        back = Buttons.icon("back", "mdi2a-arrow-left", TEXTS.say("back"), goBack);
        forward = Buttons.icon("forward", "mdi2a-arrow-right", TEXTS.say("forward"), goForward);
        path.setId("path");
        path.getStyleClass().add("path");
        path.setMinWidth(0);
        getChildren().addAll(back, forward, path, spring(), field(palette), spring());
        getChildren().add(windows(desk));
        getChildren()
                .add(Buttons.icon(
                        "theme",
                        "mdi2w-weather-night",
                        TEXTS.say("theme"),
                        () -> desk.accept(new Intent.SwitchTheme())));
    }

    void show(List<String> steps, boolean canGoBack, boolean canGoForward) {
        path.setText(Shown.text(String.join("  ›  ", steps)));
        back.setDisable(!canGoBack);
        forward.setDisable(!canGoForward);
    }

    private static Button windows(Consumer<Intent> desk) {
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

    private static Button field(Runnable palette) {
        Label says = new Label(TEXTS.say("command"), Icons.of("mdi2c-console-line"));
        says.getStyleClass().add("command-says");
        Label key = new Label(TEXTS.say("command.key"));
        key.getStyleClass().add("key-cap");
        key.setMinWidth(USE_PREF_SIZE);
        HBox face = new HBox(says, spring(), key);
        face.setAlignment(Pos.CENTER_LEFT);
        Button field = Buttons.plain("command-field", "", palette);
        field.setMinWidth(Region.USE_COMPUTED_SIZE);
        field.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        field.setGraphic(face);
        // the face fills the button, so that the key stands at its right end
        face.prefWidthProperty().bind(field.widthProperty().subtract(24));
        field.getStyleClass().add("command-field");
        field.setAccessibleText(TEXTS.say("command"));
        return field;
    }

    private static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }
}
