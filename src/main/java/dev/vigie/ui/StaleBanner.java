package dev.vigie.ui;

import dev.vigie.base.Messages;
import dev.vigie.kind.Tone;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Says since when what is shown is old, and when it is tried again.
public final class StaleBanner extends HBox {
    private static final Messages TEXTS = Messages.of("ui");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Label since = new Label();
    private final Label next = new Label();

    public StaleBanner(Runnable tryNow) {
        getStyleClass().add("banner-stale");
        setId("stale");
        since.getStyleClass().add("strong");
        next.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren()
                .addAll(Icons.of(Tone.WARN), since, next, gap, Buttons.plain("try-now", TEXTS.say("try.now"), tryNow));
    }

    /// `why` is said in full when asked for.
    public void say(Instant old, Instant nextTry, String why) {
        since.setText(TEXTS.say("stale.since", CLOCK.format(old.atZone(ZoneId.systemDefault()))));
        long seconds = Math.max(0, (Duration.between(Instant.now(), nextTry).toMillis() + 999) / 1000);
        next.setText(seconds == 0 ? TEXTS.say("stale.now") : TEXTS.say("stale.next", seconds));
        next.setTooltip(new Tooltip(why));
    }
}
