package dev.vigie.feature.browse;

import dev.vigie.kind.Column;
import dev.vigie.kube.Row;
import dev.vigie.live.Meaning;
import dev.vigie.live.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One column of the table: a column of the server, or the namespace (`index` -1).
record Spot(Column column, int index, Meaning meaning) {
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

    /// As kubectl heads it.
    String head() {
        return column.name().toUpperCase(Locale.ROOT);
    }

    boolean isName() {
        return column.name().equals("Name") || column.format().equals("name");
    }

    boolean isNamespace() {
        return index < 0;
    }

    String raw(Row row) {
        return index < 0 ? row.namespace() : row.cell(index);
    }

    String print(Row row, Instant now) {
        return index < 0 ? row.namespace() : meaning.print(row, row.cell(index), now);
    }
}
