package dev.vigie.feature.logs;

import dev.vigie.base.Messages;
import dev.vigie.live.Fx;
import dev.vigie.text.Lines;
import dev.vigie.text.Saving;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Shown;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Writes lines to a file and says how far it came; it can be cancelled. FX thread only.
final class SavingBar extends HBox {
    private static final Messages TEXTS = Messages.of("logs");
    private static final int WHOLE = 100;

    private final Fx fx;
    private final LogModel model;
    private final Label said = new Label();
    private final Button cancel;
    private AtomicBoolean wanted = new AtomicBoolean();

    SavingBar(Fx fx, LogModel model) {
        this.fx = fx;
        this.model = model;
        getStyleClass().add("log-saving");
        said.setId("log-saved");
        cancel = Buttons.plain("log-save-cancel", TEXTS.say("save.cancel"), () -> wanted.set(false));
        cancel.setVisible(false);
        getChildren().addAll(said, cancel);
    }

    /// Everything that is shown, as it was written.
    void save(Path file) {
        wanted.set(false);
        AtomicBoolean mine = new AtomicBoolean(true);
        wanted = mine;
        Lines lines = model.lines();
        int all = Math.max(1, lines.count());
        AtomicInteger at = new AtomicInteger();
        String name = Shown.text(String.valueOf(file.getFileName()));
        said.setText(TEXTS.say("save.under.way", name, 0));
        cancel.setVisible(true);
        Saving saving = new Saving(lines, model.shown(), null);
        fx.run(() -> saving.to(
                        file,
                        line -> {
                            int part = (int) ((long) line * WHOLE / all);
                            if (at.getAndSet(part) != part)
                                fx.later(() -> progress(mine, TEXTS.say("save.under.way", name, part)));
                        },
                        mine::get))
                .then(written -> done(
                        mine,
                        TEXTS.say(mine.get() ? "save.done" : "save.cancelled", written, Shown.text(file.toString()))))
                .otherwise(why -> done(mine, TEXTS.say("save.failed", Shown.text(file.toString()), why.why())))
                .start();
    }

    private void progress(AtomicBoolean mine, String text) {
        if (mine.get() && mine.equals(wanted)) said.setText(text);
    }

    private void done(AtomicBoolean mine, String text) {
        if (!mine.equals(wanted)) return;
        said.setText(text);
        cancel.setVisible(false);
    }

    /// Ends what is under way.
    void end() {
        wanted.set(false);
    }
}
