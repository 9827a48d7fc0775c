package dev.vigie.feature.browse;

import dev.vigie.kind.Tone;
import dev.vigie.kube.Row;
import dev.vigie.ui.Icons;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// One cell: what the server printed, grown older, in the tone of its meaning. A pure function of the row.
final class PrintedCell extends TableCell<Row, Row> {
    private static final double PADDING = 22;

    private final Spot spot;
    private final RowTones tones;
    private String full = "";
    private Tone tone = Tone.QUIET;
    private @Nullable Tone icon;
    private boolean subtle;

    PrintedCell(Spot spot, RowTones tones) {
        this.spot = spot;
        this.tones = tones;
        if (spot.meaning().right()) getStyleClass().add("number");
        if (spot.isNamespace()) getStyleClass().add("namespace");
        if (spot.isName()) {
            getStyleClass().add("name");
            widthProperty().addListener(_ -> fit());
            fontProperty().addListener(_ -> fit());
        }
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            full = "";
            setText("");
            wear(Tone.QUIET, null, false);
            return;
        }
        print(row);
        boolean wearsTone = tones.isToneCell(spot, row);
        Tone now = wearsTone ? tones.of(row) : tones.cause(spot, row);
        boolean nothing = full.equals("0") || (full.startsWith("<") && full.endsWith(">")) || full.equals("n/a");
        wear(now, wearsTone && now != Tone.QUIET ? tones.icon(now) : null, nothing);
    }

    /// Time went by.
    void tick() {
        Row row = getItem();
        if (row != null && !isEmpty()) print(row);
    }

    private void print(Row row) {
        String text = spot.shown(row, Instant.now());
        if (text.equals(full)) return;
        full = text;
        if (spot.isName()) fit();
        else setText(text);
    }

    private void fit() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset() - (icon == null ? 0 : PADDING);
        String shown = room <= 0 ? full : Ellipsis.middle(full, getFont(), room);
        setText(shown);
        boolean cut = !shown.equals(full);
        if (!cut) setTooltip(null);
        else if (getTooltip() == null) setTooltip(new Tooltip(full));
        else getTooltip().setText(full);
    }

    private void wear(Tone now, @Nullable Tone shape, boolean nothing) {
        if (now != tone) {
            getStyleClass().removeAll(List.of(styleOf(tone)));
            tone = now;
            if (now != Tone.QUIET && now != Tone.OK) getStyleClass().add(styleOf(now));
        }
        if (shape != icon) {
            icon = shape;
            setGraphic(shape == null ? null : new Shape(shape));
        }
        if (nothing != subtle) {
            subtle = nothing;
            if (nothing) getStyleClass().add("subtle");
            else getStyleClass().remove("subtle");
        }
    }

    private static String styleOf(Tone tone) {
        return "tone-" + tone.name().toLowerCase(Locale.ROOT);
    }

    /// The icon in a box of one width, so that words begin at one line whatever the shape.
    private static final class Shape extends javafx.scene.layout.StackPane {
        Shape(Tone tone) {
            super(Icons.of(tone));
            getStyleClass().add("tone-box");
        }
    }
}
