package dev.vigie.feature.overview;

import dev.vigie.base.Messages;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What the nodes have for pods, and what of it is used.
final class Rooms extends VBox {
    private static final Messages TEXTS = Messages.of("overview");
    private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);
    private static final PseudoClass NEAR = PseudoClass.getPseudoClass("near");
    /// From this share on a resource is nearly used up.
    private static final double FULL = 0.9;

    private final GridPane grid = new GridPane();
    private final Label why = new Label();
    private int line;

    Rooms() {
        setId("overview-room");
        getStyleClass().add("overview-section");
        Label head = new Label(TEXTS.say("room"));
        head.getStyleClass().add("section-title");
        grid.getStyleClass().add("room");
        why.getStyleClass().add("muted");
        why.setWrapText(true);
        getChildren().addAll(head, grid, why);
    }

    /// `pods` is how many there are, -1 when that is not known.
    void show(OverviewModel.Room room, boolean measured, int pods) {
        grid.getChildren().clear();
        line = 0;
        Capacity capacity = room.capacity();
        if (capacity != null) {
            bar(TEXTS.say("room.cpu"), capacity.cpuUsed(), capacity.cpu(), "cores");
            bar(TEXTS.say("room.memory"), capacity.memoryUsed(), capacity.memory(), "gib");
            bar(TEXTS.say("room.pods"), pods < 0 ? null : BigDecimal.valueOf(pods), capacity.pods(), "pods");
        }
        var failure = room.why();
        String says = failure != null
                ? failure.title()
                : capacity == null ? TEXTS.say("room.coming") : measured ? "" : TEXTS.say("room.unmeasured");
        why.setText(Shown.text(says));
        why.setGraphic(failure == null ? null : Icons.of("mdi2l-lock-outline"));
        why.setVisible(!says.isEmpty());
        why.setManaged(!says.isEmpty());
    }

    private void bar(String name, @Nullable BigDecimal used, BigDecimal of, String unit) {
        Label label = new Label(name);
        label.getStyleClass().add("fact-label");
        double share = used == null || of.signum() == 0
                ? 0
                : used.divide(of, 4, RoundingMode.HALF_UP).doubleValue();
        ProgressBar bar = new ProgressBar(Math.min(1, share));
        bar.getStyleClass().add("room-bar");
        bar.pseudoClassStateChanged(NEAR, share >= FULL);
        bar.setFocusTraversable(false);
        Label says = new Label(
                used == null
                        ? TEXTS.say("room.of.unknown", print(of, unit))
                        : TEXTS.say(
                                "room.of",
                                print(used, unit),
                                print(of, unit),
                                String.format(Locale.ROOT, "%.0f", share * 100)));
        says.getStyleClass().add("mono");
        bar.setVisible(used != null);
        grid.addRow(line++, label, bar, says);
    }

    private static String print(BigDecimal amount, String unit) {
        return switch (unit) {
            case "cores" -> TEXTS.say("cores", plain(amount, 2));
            case "gib" -> TEXTS.say("gib", plain(amount.divide(GIB, 3, RoundingMode.HALF_UP), 1));
            default -> plain(amount, 0);
        };
    }

    private static String plain(BigDecimal amount, int digits) {
        BigDecimal rounded = amount.setScale(digits, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
