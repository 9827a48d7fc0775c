package dev.vigie.live;

import dev.vigie.kind.Column;
import dev.vigie.kube.Row;
import dev.vigie.kube.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// The rows of one snapshot, filtered and sorted. Pure, so that it can be made on any thread.
final class Arranged {
    static final Arranged NOTHING = new Arranged(
            new Rows.Snapshot(-1, List.of(), List.of(), new Rows.State.Loading(0, -1)),
            Filter.NONE,
            Order.SERVER,
            new Row[0]);

    private final Rows.Snapshot snapshot;
    private final Filter filter;
    private final Order order;
    private final Row[] shown;

    private Arranged(Rows.Snapshot snapshot, Filter filter, Order order, Row[] shown) {
        this.snapshot = snapshot;
        this.filter = filter;
        this.order = order;
        this.shown = shown;
    }

    /// What stands in `now`, by as little work as the difference to this asks for.
    Arranged next(Rows.Snapshot now, Filter newFilter, Order newOrder, Instant at) {
        boolean sameQuestion = newFilter.equals(filter) && !newFilter.ages() && newOrder.equals(order);
        if (!now.columns().equals(snapshot.columns())) return whole(now, newFilter, newOrder, at);
        if (sameQuestion) return changed(now, at);
        boolean sameRows = now.version() == snapshot.version();
        if (sameRows && newOrder.equals(order) && newFilter.narrows(filter)) return narrowed(now, newFilter, at);
        return whole(now, newFilter, newOrder, at);
    }

    private static Arranged whole(Rows.Snapshot now, Filter filter, Order order, Instant at) {
        Predicate<Row> wanted = filter.on(now.columns(), at);
        Row[] rows = filter.isEmpty()
                ? now.rows().toArray(new Row[0])
                : now.rows().stream().filter(wanted).toArray(Row[]::new);
        order.sort(rows, now.columns());
        return new Arranged(now, filter, order, rows);
    }

    private Arranged narrowed(Rows.Snapshot now, Filter newFilter, Instant at) {
        Predicate<Row> wanted = newFilter.on(now.columns(), at);
        return new Arranged(
                now, newFilter, order, Arrays.stream(shown).filter(wanted).toArray(Row[]::new));
    }

    /// The store keeps most rows where they were, so that comparing places finds what changed.
    @SuppressWarnings("ReferenceEquality")
    private Arranged changed(Rows.Snapshot now, Instant at) {
        List<Row> before = snapshot.rows();
        List<Row> after = now.rows();
        Set<Row> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Row> come = new ArrayList<>();
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            Row old = i < before.size() ? before.get(i) : null;
            Row young = i < after.size() ? after.get(i) : null;
            if (old == young) continue;
            if (old != null) gone.add(old);
            if (young != null) come.add(young);
        }
        if (come.size() > after.size() / 4) return whole(now, filter, order, at);
        Row[] added = come.stream().filter(filter.on(now.columns(), at)).toArray(Row[]::new);
        order.sort(added, now.columns());
        return new Arranged(now, filter, order, merged(gone, added, now.columns()));
    }

    private Row[] merged(Set<Row> gone, Row[] added, List<Column> columns) {
        Row[] kept = new Row[shown.length];
        int count = 0;
        for (Row row : shown) if (gone.isEmpty() || !gone.contains(row)) kept[count++] = row;
        Row[] result = new Row[count + added.length];
        Comparator<Row> comparator = order.comparator(columns);
        int from = 0;
        int to = 0;
        for (Row row : added) {
            int place = Arrays.binarySearch(kept, from, count, row, comparator);
            int end = place < 0 ? -place - 1 : place + 1;
            System.arraycopy(kept, from, result, to, end - from);
            to += end - from;
            from = end;
            result[to++] = row;
        }
        System.arraycopy(kept, from, result, to, count - from);
        return result;
    }

    Rows.Snapshot snapshot() {
        return snapshot;
    }

    int size() {
        return shown.length;
    }

    Row row(int index) {
        return shown[index];
    }

    /// A view of the rows from `from` to `to`.
    List<Row> part(int from, int to) {
        return Collections.unmodifiableList(Arrays.asList(shown).subList(from, to));
    }
}
