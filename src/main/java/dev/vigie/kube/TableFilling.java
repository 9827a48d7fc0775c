package dev.vigie.kube;

import dev.vigie.kind.Column;
import java.util.List;

/// Rows of one list on their way into the store. A row counts when its last brace was read.
final class TableFilling implements TableReader.Sink {
    private final TableWatch.Target target;
    private final int mark;
    private int rows;
    private long expected = -1;
    private List<Column> columns = List.of();

    TableFilling(TableWatch.Target target) {
        this.target = target;
        this.mark = target.store().begin();
    }

    int mark() {
        return mark;
    }

    /// Rows in all, -1 when the server does not say.
    long expected() {
        return expected;
    }

    List<Column> columns() {
        return columns;
    }

    /// After a page: `remaining` more will come, -1 when not said.
    void remaining(long remaining) {
        expected = remaining < 0 ? -1 : rows + remaining;
    }

    @Override
    public void columns(List<Column> now) {
        columns = now;
        target.store().columns(target.source(), now);
    }

    @Override
    public void row(CompactRow row) {
        rows++;
        target.store().put(target.source(), mark, row);
    }
}
