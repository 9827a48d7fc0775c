package dev.vigie.live;

import dev.vigie.kube.Row;

/// What tells a row from every other while its object lives; the one place that says so.
public final class RowId {
    private RowId() {}

    public static Object of(Row row) {
        return row.key();
    }

    /// Two rows, perhaps of different moments, of one object.
    @SuppressWarnings("ReferenceEquality")
    static boolean same(Row one, Row other) {
        return one == other || of(one).equals(of(other));
    }
}
