package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Tone;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.PopupWindow;

/// A bell with the number of notices that nobody has read yet; it opens the list of those there were, the newest first.
/// FX thread only.
final class NoticesView extends StackPane {
    private static final Messages TEXTS = Messages.of("workbench");
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final int MOST = 50;

    private final Deque<Said> notices = new ArrayDeque<>();
    private final Button bell;
    private final Label unread = new Label();
    private final ContextMenu list = new ContextMenu();
    private final Consumer<Intent> desk;
    private int waiting;
    private Runnable read = () -> {};

    /// One notice; `error` when something went wrong inside Vigie.
    record Said(Instant at, String text, boolean error) {}

    NoticesView(Consumer<Intent> desk) {
        this.desk = desk;
        bell = Buttons.icon("notices", "mdi2b-bell-outline", "", this::open);
        unread.setId("notices-unread");
        unread.getStyleClass().add("notices-unread");
        unread.setMouseTransparent(true);
        StackPane.setAlignment(unread, Pos.TOP_RIGHT);
        list.getStyleClass().add("notices");
        getChildren().addAll(bell, unread);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        count();
    }

    void add(Said said) {
        notices.addFirst(said);
        if (notices.size() > MOST) notices.removeLast();
        waiting = Math.min(waiting + 1, MOST);
        count();
    }

    /// `action` is told when the list was opened: everything in it counts as read then.
    void read(Runnable action) {
        read = action;
    }

    private void count() {
        unread.setText(Integer.toString(waiting));
        unread.setVisible(waiting > 0);
        String says = TEXTS.say("notices.say", waiting);
        bell.setAccessibleText(says);
        bell.setTooltip(new Tooltip(says));
    }

    private void open() {
        list.getItems().setAll(items());
        // below the bell and to the left of it, where there is room
        Bounds at = bell.localToScreen(bell.getBoundsInLocal());
        list.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_RIGHT);
        list.show(bell, at.getMaxX(), at.getMaxY() + 4);
        waiting = 0;
        count();
        read.run();
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        if (notices.isEmpty()) {
            MenuItem none = new MenuItem(TEXTS.say("notices.none"));
            none.setDisable(true);
            return List.of(none);
        }
        for (Said said : notices) items.add(item(said));
        MenuItem forget = new MenuItem(TEXTS.say("notices.forget"));
        forget.setId("notices-forget");
        forget.setOnAction(_ -> notices.clear());
        items.add(new SeparatorMenuItem());
        items.add(forget);
        return items;
    }

    /// Choosing one copies it: what went wrong is often asked of somebody else.
    private MenuItem item(Said said) {
        Label clock = new Label(CLOCK.format(said.at()));
        clock.getStyleClass().addAll("mono", "subtle");
        clock.setMinWidth(USE_PREF_SIZE);
        Label text = new Label(Shown.text(said.text()), said.error() ? Icons.of(Tone.ERROR) : null);
        text.setWrapText(true);
        text.getStyleClass().add("notices-text");
        HBox line = new HBox(clock, text);
        line.getStyleClass().add("notices-line");
        CustomMenuItem item = new CustomMenuItem(line);
        item.setOnAction(_ -> desk.accept(new Intent.CopyText(said.text())));
        return item;
    }
}
