package dev.vigie.workbench;

import dev.vigie.base.Messages;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Icons;
import dev.vigie.ui.StatePanel;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/// How far the reading of many objects is; it can be ended. FX thread only.
final class ReadingView extends StackPane {
    private static final Messages TEXTS = Messages.of("workbench");

    private final int all;
    private final ProgressBar bar = new ProgressBar(0);
    private final Button cancel;

    ReadingView(int all, Runnable end) {
        this.all = all;
        setId("reading");
        getStyleClass().add("cover");
        cancel = Buttons.plain("reading-cancel", TEXTS.say("cancel"), end);
        bar.getStyleClass().add("room-bar");
        StatePanel panel = new StatePanel(Icons.of("mdi2f-file-download-outline"), TEXTS.say("reading", all));
        panel.with(bar).with(cancel);
        panel.getStyleClass().add("dialog-panel");
        panel.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(panel);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() != KeyCode.ESCAPE) return;
            end.run();
            event.consume();
        });
    }

    /// So many are read by now.
    void read(int count) {
        bar.setProgress((double) count / Math.max(1, all));
    }

    @Override
    public void requestFocus() {
        cancel.requestFocus();
    }
}
