package dev.vigie.feature.browse;

import dev.vigie.kind.Column;
import dev.vigie.kind.Layout;
import dev.vigie.kube.Row;
import dev.vigie.live.Meaning;
import dev.vigie.live.Order;
import dev.vigie.live.OwnCell;
import dev.vigie.ui.Shown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One column of the table: a column of the server, or one of our own (`index` -1): the namespace, or a label.
record Spot(Column column, int index, Meaning meaning) {
    private static final int LONGEST = 1_000;
    private static final Column NAMESPACE = new Column(Order.NAMESPACE, "string", "", "", 0);

    /// All columns in their order; the namespace, when wanted, after the name.
    static List<Spot> of(List<Column> columns, boolean withNamespace) {
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) spots.add(new Spot(columns.get(i), i, Meaning.of(columns.get(i))));
        boolean has = columns.stream().anyMatch(column -> column.name().equals(Order.NAMESPACE));
        if (withNamespace && !has && !spots.isEmpty()) {
            int place = spots.getFirst().isName() ? 1 : 0;
            spots.add(place, new Spot(NAMESPACE, -1, Meaning.TEXT));
        }
        return spots;
    }

    /// The columns as they were arranged: those of labels behind the server's own, all in the wanted order.
    static List<Spot> of(List<Column> columns, boolean withNamespace, Layout layout) {
        List<Spot> spots = of(columns, withNamespace);
        if (spots.isEmpty()) return spots;
        for (String name : layout.own()) spots.add(new Spot(new Column(name, "string", "", "", 0), -1, Meaning.TEXT));
        List<String> order = layout.order();
        Map<Spot, Integer> places = new HashMap<>();
        int place = -1;
        for (Spot spot : spots) {
            int named = order.indexOf(spot.column().name());
            if (named >= 0) place = Math.max(place, named);
            places.put(spot, named >= 0 ? named * 2 : place * 2 + 1);
        }
        spots.sort(Comparator.comparingInt(spot -> places.getOrDefault(spot, 0)));
        return spots;
    }

    /// As kubectl heads it; a label or an annotation by its key.
    String head() {
        String key = key();
        return Shown.text(key.isEmpty() ? column.name().toUpperCase(Locale.ROOT) : key);
    }

    /// The key of the label or annotation that stands here; empty for none.
    private String key() {
        return Layout.labelOf(column.name()) + Layout.annotationOf(column.name());
    }

    /// Nobody but Vigie shows it.
    boolean isOwn() {
        return index < 0;
    }

    boolean isName() {
        return column.name().equals("Name") || column.format().equals("name");
    }

    boolean isNamespace() {
        return index < 0 && key().isEmpty();
    }

    /// As it is drawn: its signs are harmless, and of a long text the beginning is enough.
    String shown(Row row, Instant now) {
        String text = print(row, now);
        return Shown.text(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
    }

    String print(Row row, Instant now) {
        return index >= 0 ? meaning.print(row, row.cell(index), now) : OwnCell.of(row, column.name());
    }
}
