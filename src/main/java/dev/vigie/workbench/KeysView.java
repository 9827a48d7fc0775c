package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.ui.Buttons;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Every key of the window, on one page. FX thread only.
final class KeysView extends StackPane {
    private static final Messages TEXTS = Messages.of("workbench");

    private final Button close;

    KeysView(Runnable done) {
        setId("keys");
        getStyleClass().add("cover");
        Label title = new Label(TEXTS.say("keys"));
        title.getStyleClass().add("title");
        close = Buttons.primary("keys-close", TEXTS.say("keys.close"), done);
        close.setCancelButton(true);
        close.setDefaultButton(true);
        VBox page = new VBox(title, lines(), close);
        page.getStyleClass().add("dialog");
        page.setMaxHeight(Region.USE_PREF_SIZE);
        ScrollPane scroll = new ScrollPane(page);
        scroll.getStyleClass().add("keys-page");
        scroll.setFitToWidth(true);
        getChildren().add(scroll);
    }

    @Override
    public void requestFocus() {
        close.requestFocus();
    }

    private static GridPane lines() {
        GridPane lines = new GridPane();
        lines.getStyleClass().add("keys-lines");
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        ColumnConstraints keys = new ColumnConstraints();
        keys.setMinWidth(USE_PREF_SIZE);
        lines.getColumnConstraints().setAll(words, keys);
        line(lines, TEXTS.say("keys.find"), "Ctrl+K");
        line(lines, TEXTS.say("keys.filter"), "/", "Ctrl+F");
        line(lines, TEXTS.say("keys.offers"), "Tab", "↓", "Ctrl+Space");
        line(lines, TEXTS.say("keys.namespaces"), "N");
        line(lines, TEXTS.say("keys.sort"), "O");
        line(lines, TEXTS.say("keys.columns"), "C");
        line(lines, TEXTS.say("keys.column"), "← →", "Ctrl+← →", "Shift+← →", "H");
        line(lines, TEXTS.say("keys.choose"), "↑ ↓", "Shift+↑ ↓", "Ctrl+↑ ↓", "Space", "Ctrl+A");
        line(lines, TEXTS.say("keys.copy"), "Ctrl+C");
        line(lines, TEXTS.say("keys.menu"), "Shift+F10");
        line(lines, TEXTS.say("keys.details"), "Enter", "D", "Y", "Esc");
        line(lines, TEXTS.say("keys.in.text"), "Ctrl+F", "F3", "+ −");
        line(lines, TEXTS.say("keys.kubectl"), "Ctrl+Shift+C");
        line(lines, TEXTS.say("keys.go"), "G", "P D S N C E J I R");
        line(lines, TEXTS.say("keys.clusters"), "Ctrl+1", "…", "Ctrl+9");
        line(lines, TEXTS.say("keys.tabs"), "Ctrl+T", "Ctrl+W", "Ctrl+Tab");
        line(lines, TEXTS.say("keys.windows"), "Ctrl+N", "Ctrl+Shift+N");
        line(lines, TEXTS.say("keys.quit"), "Ctrl+Q");
        line(lines, TEXTS.say("keys.halves"), "Ctrl+B", "Ctrl+Shift+B");
        line(lines, TEXTS.say("keys.back"), "Alt+←", "Alt+→");
        line(lines, TEXTS.say("keys.regions"), "F6", "Shift+F6");
        line(lines, TEXTS.say("keys.zoom"), "Ctrl++", "Ctrl+-", "Ctrl+0");
        line(lines, TEXTS.say("keys.this"), "?", "F1");
        return lines;
    }

    private static void line(GridPane lines, String what, String... keys) {
        int row = lines.getRowCount();
        HBox caps = new HBox();
        caps.getStyleClass().add("keys-caps");
        for (String key : keys) {
            Label cap = new Label(key);
            cap.getStyleClass().add("key-cap");
            cap.setMinWidth(USE_PREF_SIZE);
            caps.getChildren().add(cap);
        }
        Label says = new Label(what);
        says.setWrapText(true);
        says.setMinHeight(USE_PREF_SIZE);
        lines.addRow(row, says, caps);
    }
}
