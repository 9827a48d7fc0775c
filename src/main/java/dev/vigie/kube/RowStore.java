package dev.vigie.kube;

import dev.vigie.kind.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// The rows of several sources (namespaces) by identity. Safe on any thread.
final class RowStore {
    private static final int NOW = -1;
    private static final int FEW = 64;

    private final ReentrantLock lock = new ReentrantLock();
    private final RowShapes shapes = new RowShapes();
    private Map<Object, Integer> places = new HashMap<>();
    private CompactRow[] dense = new CompactRow[FEW];
    private int size;
    private int mark;
    private long version;
    private List<Column> columns = List.of();
    private List<Row> copy = List.of();
    private long copied;

    /// The rows and columns as of now.
    record Content(long version, List<Column> columns, List<Row> rows) {}

    Content content() {
        lock.lock();
        try {
            if (copied != version) {
                copy = Collections.unmodifiableList(
                        new ArrayList<>(Arrays.<Row>asList(dense).subList(0, size)));
                copied = version;
            }
            return new Content(version, columns, copy);
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return size;
        } finally {
            lock.unlock();
        }
    }

    /// What all rows of this store share.
    RowShapes shapes() {
        return shapes;
    }

    /// The server's columns, at the beginning of a list of `source`. Where they are others than before, the source's
    /// rows
    /// go: their cells would stand under the wrong names.
    void columns(short source, List<Column> now) {
        lock.lock();
        try {
            if (columns.equals(now)) return;
            if (!alike(columns, now)) clear(source);
            columns = List.copyOf(now);
            version++;
        } finally {
            lock.unlock();
        }
    }

    /// Whether cells printed for the one may stand under the other.
    static boolean alike(List<Column> one, List<Column> other) {
        return one.stream()
                .map(Column::name)
                .toList()
                .equals(other.stream().map(Column::name).toList());
    }

    /// Begins a complete list of one source: what is not put before [#end] with this mark was deleted meanwhile.
    int begin() {
        lock.lock();
        try {
            return ++mark;
        } finally {
            lock.unlock();
        }
    }

    /// A row of the list that began with this mark. It is the server's word now, also where its version is lower than
    /// the
    /// known one: the server may have been set back to an older state.
    void put(short source, int withMark, CompactRow row) {
        keep(source, withMark, row, true);
    }

    /// A row as an event has it. An older one than the known changes nothing.
    void change(short source, CompactRow row) {
        keep(source, NOW, row, false);
    }

    private void keep(short source, int withMark, CompactRow row, boolean always) {
        lock.lock();
        try {
            row.source = source;
            row.mark = withMark == NOW ? mark : withMark;
            Integer place = places.get(row.key());
            if (place == null) append(row);
            else replace(place, row, always);
        } finally {
            lock.unlock();
        }
    }

    /// An event says that the object is no more; an older one than the known row changes nothing.
    void remove(CompactRow row) {
        lock.lock();
        try {
            Integer place = places.get(row.key());
            if (place != null && !older(row, dense[place])) removeAt(place);
        } finally {
            lock.unlock();
        }
    }

    /// Ends a complete list: rows of the source that were not in it go.
    void end(short source, int withMark) {
        lock.lock();
        try {
            for (int i = size - 1; i >= 0; i--) {
                if (dense[i].source == source && dense[i].mark < withMark) removeAt(i);
            }
            if (size < dense.length / 4) shrink();
        } finally {
            lock.unlock();
        }
    }

    /// Everything of a source goes at once, from memory too: it may not be read any more.
    void clear(short source) {
        lock.lock();
        try {
            end(source, Integer.MAX_VALUE);
            copy = List.of();
            copied = version - 1;
        } finally {
            lock.unlock();
        }
    }

    /// What was large once does not stay so.
    private void shrink() {
        if (dense.length == FEW) return;
        dense = Arrays.copyOf(dense, Math.max(FEW, size + (size >> 1)));
        places = new HashMap<>(places);
    }

    private void append(CompactRow row) {
        if (size == dense.length) dense = Arrays.copyOf(dense, size + (size >> 1));
        dense[size] = row;
        places.put(row.key(), size++);
        version++;
    }

    private static boolean older(CompactRow row, CompactRow known) {
        return row.version() >= 0 && row.version() < known.version();
    }

    private void replace(int place, CompactRow row, boolean always) {
        CompactRow known = dense[place];
        boolean old = !always && older(row, known);
        if (old || (row.version() == known.version() && row.looksLike(known))) {
            known.mark = Math.max(known.mark, row.mark);
            return;
        }
        dense[place] = row;
        version++;
    }

    private void removeAt(int place) {
        places.remove(dense[place].key());
        CompactRow last = dense[--size];
        if (place != size) {
            dense[place] = last;
            places.put(last.key(), place);
        }
        Arrays.fill(dense, size, size + 1, null);
        version++;
    }
}
