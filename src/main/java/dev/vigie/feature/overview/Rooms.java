package dev.vigie.feature.overview;

import dev.vigie.base.Messages;
import dev.vigie.catalog.Requests;
import dev.vigie.ui.Icons;
import dev.vigie.ui.Shown;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What the nodes have for pods, what of it is used, and what is reserved.
final class Rooms extends VBox {
    private static final Messages TEXTS = Messages.of("overview");
    private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);
    private static final PseudoClass NEAR = PseudoClass.getPseudoClass("near");
    /// From this share on a resource is nearly used up.
    private static final double FULL = 0.9;

    private final HBox bars = new HBox();
    private final Label why = new Label();
    private Object said = "";

    Rooms() {
        setId("overview-room");
        getStyleClass().addAll("overview-section", "room");
        bars.setAccessibleText(TEXTS.say("room"));
        bars.getStyleClass().add("room-bars");
        why.getStyleClass().addAll("muted", "small");
        why.setWrapText(true);
        why.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(bars, why);
    }

    /// `measured` when somebody measures what is used, `unsummed` when there are more pods than can be summed.
    void show(OverviewModel.Room room, boolean measured, boolean unsummed) {
        Capacity capacity = room.capacity();
        Object now = java.util.Arrays.asList(capacity, room.why(), measured, unsummed);
        if (now.equals(said)) return;
        said = now;
        bars.getChildren().clear();
        if (capacity != null) {
            Requests reserved = capacity.requests();
            bar(
                    TEXTS.say("room.cpu"),
                    capacity.cpuUsed(),
                    reserved == null ? null : reserved.cpu(),
                    capacity.cpu(),
                    "cores");
            bar(
                    TEXTS.say("room.memory"),
                    capacity.memoryUsed(),
                    reserved == null ? null : reserved.memory(),
                    capacity.memory(),
                    "gib");
            BigDecimal pods = reserved == null ? null : BigDecimal.valueOf(reserved.pods());
            bar(TEXTS.say("room.pods"), pods, null, capacity.pods(), "pods");
        }
        var failure = room.why();
        String says = failure != null ? failure.title() : capacity == null ? TEXTS.say("room.coming") : "";
        if (capacity != null && !measured) says = TEXTS.say("room.unmeasured");
        if (capacity != null && unsummed) says = (says + "\n" + TEXTS.say("room.unsummed")).strip();
        why.setText(Shown.text(says));
        why.setGraphic(failure == null ? null : Icons.of("mdi2l-lock-outline"));
        why.setVisible(!says.isEmpty());
        why.setManaged(!says.isEmpty());
    }

    private void bar(
            String name, @Nullable BigDecimal used, @Nullable BigDecimal reserved, BigDecimal of, String unit) {
        Label label = new Label(name);
        label.getStyleClass().add("room-name");
        label.setMinWidth(USE_PREF_SIZE);
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        Label percent = new Label(used == null ? TEXTS.say("room.unknown") : percent(used, of));
        percent.getStyleClass().addAll("mono", "room-percent");
        percent.setMinWidth(USE_PREF_SIZE);
        String says = used == null
                ? TEXTS.say("room.of.unknown", print(of, unit))
                : TEXTS.say("room.of", plain(used, unit), print(of, unit));
        if (reserved != null) says += " · " + TEXTS.say("room.reserved", plain(reserved, unit), percent(reserved, of));
        Label more = new Label(says);
        more.getStyleClass().add("hint");
        more.setMinWidth(0);
        more.setTooltip(new Tooltip(says));
        VBox all = new VBox(new HBox(label, spring, percent), track(share(used, of), share(reserved, of)), more);
        all.getStyleClass().add("room-of");
        all.setPrefWidth(0);
        HBox.setHgrow(all, Priority.ALWAYS);
        bars.getChildren().add(all);
    }

    private static String percent(BigDecimal part, BigDecimal of) {
        return TEXTS.say("room.percent", Math.round(share(part, of) * 100));
    }

    /// What is used before what is reserved, on all there is.
    private static StackPane track(double used, double reserved) {
        StackPane track = new StackPane();
        track.getStyleClass().add("room-track");
        track.setAlignment(Pos.CENTER_LEFT);
        track.getChildren().addAll(part("room-reserved", reserved, track), part("room-used", used, track));
        track.setMinWidth(0);
        return track;
    }

    private static Region part(String style, double share, StackPane track) {
        Region part = new Region();
        part.getStyleClass().add(style);
        part.pseudoClassStateChanged(NEAR, share >= FULL);
        part.setMinWidth(0);
        part.maxWidthProperty().bind(track.widthProperty().multiply(Math.min(1, share)));
        return part;
    }

    private static double share(@Nullable BigDecimal part, BigDecimal of) {
        if (part == null || of.signum() == 0) return 0;
        return part.divide(of, 4, RoundingMode.HALF_UP).doubleValue();
    }

    private static String print(BigDecimal amount, String unit) {
        return switch (unit) {
            case "cores" -> TEXTS.say("cores", plain(amount, unit));
            case "gib" -> TEXTS.say("gib", plain(amount, unit));
            default -> plain(amount, unit);
        };
    }

    private static String plain(BigDecimal amount, String unit) {
        return switch (unit) {
            case "cores" -> plain(amount, 2);
            case "gib" -> plain(amount.divide(GIB, 3, RoundingMode.HALF_UP), 1);
            default -> plain(amount, 0);
        };
    }

    /// As the person's language writes it.
    private static String plain(BigDecimal amount, int digits) {
        NumberFormat format = NumberFormat.getInstance(Messages.language());
        format.setMaximumFractionDigits(digits);
        return format.format(amount);
    }
}
