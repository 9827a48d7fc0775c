package dev.vigie.live;

import dev.vigie.kube.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which rows are chosen: a set of identities, never of places. The cursor and the anchor of a range are identities
/// too, so that
/// no change of the list makes them mean another object. FX thread only.
public final class Chosen {
    private final List<Row> rows;
    private final Set<Object> ids = new HashSet<>();
    private @Nullable Object cursor;
    private @Nullable Object anchor;
    private int cursorPlace = -1;
    private final List<Runnable> onChange = new ArrayList<>();

    public Chosen(List<Row> rows) {
        this.rows = rows;
    }

    public void onChange(Runnable action) {
        onChange.add(action);
    }

    public boolean has(Row row) {
        return !ids.isEmpty() && ids.contains(RowId.of(row));
    }

    public Set<Object> ids() {
        return Collections.unmodifiableSet(ids);
    }

    /// The chosen rows that are shown, from top to bottom.
    public List<Row> rows() {
        return rows.stream().filter(this::has).toList();
    }

    /// Where the row with the keyboard's cursor stands; -1 when there is none.
    public int cursor() {
        if (cursor == null) return -1;
        if (!isAt(cursorPlace, cursor)) cursorPlace = place(cursor);
        return cursorPlace;
    }

    /// Only this row.
    public void only(int index) {
        Object id = at(index);
        if (id == null) return;
        ids.clear();
        ids.add(id);
        cursor = id;
        anchor = id;
        cursorPlace = index;
        tell();
    }

    /// This row too, or no more.
    public void toggle(int index) {
        Object id = at(index);
        if (id == null) return;
        if (!ids.remove(id)) ids.add(id);
        cursor = id;
        anchor = id;
        cursorPlace = index;
        tell();
    }

    /// Everything from the anchor to this row.
    public void through(int index) {
        Object id = at(index);
        if (id == null) return;
        int start = anchor == null ? -1 : place(anchor);
        if (start < 0) {
            only(index);
            return;
        }
        ids.clear();
        for (int i = Math.min(start, index); i <= Math.max(start, index); i++) ids.add(RowId.of(rows.get(i)));
        cursor = id;
        cursorPlace = index;
        tell();
    }

    /// Moves the cursor by so many rows, as far as there are rows; without a cursor, to the first.
    public void move(int by, boolean extend) {
        if (rows.isEmpty()) return;
        int from = cursor();
        long to = from < 0 ? 0 : (long) from + by;
        int index = Math.clamp(to, 0, rows.size() - 1);
        if (extend) through(index);
        else only(index);
    }

    /// Moves the cursor alone, so that rows apart from each other can be chosen.
    public void walk(int by) {
        if (rows.isEmpty()) return;
        int from = cursor();
        int index = Math.clamp(from < 0 ? 0 : (long) from + by, 0, rows.size() - 1);
        cursor = at(index);
        cursorPlace = index;
        tell();
    }

    public void all() {
        for (Row row : rows) ids.add(RowId.of(row));
        tell();
    }

    public void none() {
        ids.clear();
        anchor = null;
        tell();
    }

    private void tell() {
        for (Runnable action : List.copyOf(onChange)) action.run();
    }

    private @Nullable Object at(int index) {
        return index < 0 || index >= rows.size() ? null : RowId.of(rows.get(index));
    }

    private boolean isAt(int index, Object id) {
        return id.equals(at(index));
    }

    private int place(Object id) {
        for (int i = 0; i < rows.size(); i++) if (RowId.of(rows.get(i)).equals(id)) return i;
        return -1;
    }
}
