package dev.vigie.feature.inspect;

import dev.vigie.base.Messages;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.reading.TextPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What can be done with a text as a whole.
final class ReadingBar extends HBox {
    private static final Messages TEXTS = Messages.of("inspect");

    ReadingBar(String id, String copies, TextPane pane, Runnable copy) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getStyleClass().addAll("reading-bar", "in-bar");
        getChildren()
                .addAll(
                        gap,
                        Buttons.icon(id + "-find", "mdi2m-magnify", TEXTS.say("find"), pane::find),
                        Buttons.icon(id + "-copy", "mdi2c-content-copy", copies, copy));
    }
}
