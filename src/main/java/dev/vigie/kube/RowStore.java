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
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Object, Integer> places = new HashMap<>();
    private CompactRow[] dense = new CompactRow[64];
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

    /// The server's columns; rows of before stay until they are sent anew.
    void columns(List<Column> now) {
        lock.lock();
        try {
            if (columns.equals(now)) return;
            columns = List.copyOf(now);
            version++;
        } finally {
            lock.unlock();
        }
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

    void put(short source, int withMark, CompactRow row) {
        lock.lock();
        try {
            row.source = source;
            row.mark = withMark;
            Integer place = places.get(row.key());
            if (place == null) append(row);
            else replace(place, row);
        } finally {
            lock.unlock();
        }
    }

    void remove(CompactRow row) {
        lock.lock();
        try {
            Integer place = places.get(row.key());
            if (place != null) removeAt(place);
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
        } finally {
            lock.unlock();
        }
    }

    /// Everything of a source goes at once: it may not be read any more.
    void clear(short source) {
        end(source, Integer.MAX_VALUE);
    }

    private void append(CompactRow row) {
        if (size == dense.length) dense = Arrays.copyOf(dense, size + (size >> 1));
        dense[size] = row;
        places.put(row.key(), size++);
        version++;
    }

    private void replace(int place, CompactRow row) {
        CompactRow known = dense[place];
        boolean older = row.version() >= 0 && row.version() < known.version();
        if (older || (row.version() == known.version() && row.looksLike(known))) {
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
