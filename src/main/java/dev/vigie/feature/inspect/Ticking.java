package dev.vigie.feature.inspect;

import dev.vigie.base.Age;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/// Ages on screen that grow older. FX thread only.
final class Ticking {
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());

    private final List<Runnable> ages = new ArrayList<>();

    /// `5m`, with the exact time as its tooltip.
    Label age(Instant at) {
        Label label = new Label();
        label.getStyleClass().addAll("mono", "age");
        label.setMinWidth(Label.USE_PREF_SIZE);
        label.setTooltip(new Tooltip(EXACT.format(at)));
        Runnable tick = () -> label.setText(Age.since(at.getEpochSecond(), Instant.now()));
        tick.run();
        ages.add(tick);
        return label;
    }

    void tick() {
        ages.forEach(Runnable::run);
    }

    void forget() {
        ages.clear();
    }
}
