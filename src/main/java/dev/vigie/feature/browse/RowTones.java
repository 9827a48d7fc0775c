package dev.vigie.feature.browse;

import dev.vigie.catalog.Catalog;
import dev.vigie.catalog.Cells;
import dev.vigie.catalog.KnownKind;
import dev.vigie.kind.Column;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Tone;
import dev.vigie.kube.Row;
import java.util.List;

/// Which cell wears which tone. Stale rows keep their words and lose their colour.
final class RowTones {
    private final KnownKind known;
    private List<Column> columns = List.of();
    private boolean stale;

    RowTones(Kind kind) {
        known = Catalog.of(kind);
    }

    void columns(List<Column> now) {
        columns = now;
    }

    void stale(boolean now) {
        stale = now;
    }

    boolean isToneCell(Spot spot, Row row) {
        String column = known.toneColumn(new Cells(row, columns));
        return !spot.isNamespace() && spot.column().name().equalsIgnoreCase(column);
    }

    Tone of(Row row) {
        return known.tone(new Cells(row, columns));
    }

    Tone cause(Spot spot, Row row) {
        return spot.isNamespace() ? Tone.QUIET : known.cause(spot.column().name(), new Cells(row, columns));
    }

    Tone icon(Tone tone) {
        return stale ? Tone.QUIET : tone;
    }
}
