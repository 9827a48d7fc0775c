package dev.vigie.feature.browse;

import dev.vigie.kube.Row;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javafx.scene.text.Font;

/// How wide columns are at first, px at 100 %: as their head and the first rows ask for. Asked once, so that nothing
/// jumps.
final class Widths {
    private static final int LOOKED_AT = 400;
    private static final int MEASURED = 6;
    private static final double PADDING = 22;
    private static final double ICON = 20;
    private static final double ARROW = 16;
    private static final double WIDEST = 320;
    private static final Font WORDS = Font.font("Inter", 12);
    private static final Font DIGITS = Font.font("JetBrains Mono", 11.5);
    private static final Font HEADS = Font.font("Inter Medium", 11);

    private Widths() {}

    static double of(Spot spot, boolean withIcon, List<Row> rows) {
        Instant now = Instant.now();
        Font font = spot.meaning().right() ? DIGITS : WORDS;
        double content = rows.stream()
                .limit(LOOKED_AT)
                .map(row -> spot.shown(row, now))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(MEASURED)
                .mapToDouble(text -> Ellipsis.width(text, font))
                .max()
                .orElse(0);
        double head = Ellipsis.width(spot.head(), HEADS) + ARROW;
        return Math.ceil(Math.min(WIDEST, Math.max(content + (withIcon ? ICON : 0), head) + PADDING));
    }
}
