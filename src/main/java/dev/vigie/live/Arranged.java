package dev.vigie.live;

import dev.vigie.kind.Column;
import dev.vigie.kube.Row;
import dev.vigie.kube.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The rows of one snapshot, sorted, and those of them that a filter lets through. Pure, so that it can be made on any
/// thread.
final class Arranged {
    static final Arranged NOTHING = new Arranged(
            new Rows.Snapshot(-1, List.of(), List.of(), new Rows.State.Loading(0, -1)),
            Filter.NONE,
            Order.SERVER,
            new Row[0],
            new Row[0]);

    private final Rows.Snapshot snapshot;
    private final Filter filter;
    private final Order order;
    private final Row[] sorted;
    private final Row[] shown;

    private Arranged(Rows.Snapshot snapshot, Filter filter, Order order, Row[] sorted, Row[] shown) {
        this.snapshot = snapshot;
        this.filter = filter;
        this.order = order;
        this.sorted = sorted;
        this.shown = shown;
    }

    /// What stands in `now`, by as little work as the difference to this asks for.
    Arranged next(Rows.Snapshot now, Filter newFilter, Order newOrder, Instant at) {
        boolean sameOrder = newOrder.equals(order) && now.columns().equals(snapshot.columns());
        if (!sameOrder) return whole(now, newFilter, newOrder, at);
        Arranged here = isOf(now) ? at(now) : changed(now, at);
        return newFilter.equals(filter) && !newFilter.ages() ? here : here.filtered(newFilter, null, at);
    }

    /// The same rows, filtered otherwise; `texts` make it fast.
    Arranged filtered(Filter wanted, @Nullable Texts texts, Instant at) {
        if (wanted.isEmpty()) return new Arranged(snapshot, wanted, order, sorted, sorted);
        Row[] rows;
        if (texts != null) rows = found(wanted, texts, at);
        else if (wanted.narrows(filter)) rows = those(shown, wanted.on(snapshot.columns(), at));
        else rows = those(sorted, wanted.on(snapshot.columns(), at));
        return new Arranged(snapshot, wanted, order, sorted, rows);
    }

    private Arranged at(Rows.Snapshot now) {
        return new Arranged(now, filter, order, sorted, shown);
    }

    private static Arranged whole(Rows.Snapshot now, Filter filter, Order order, Instant at) {
        Row[] rows = now.rows().toArray(new Row[0]);
        order.sort(rows, now.columns());
        return new Arranged(now, Filter.NONE, order, rows, rows).filtered(filter, null, at);
    }

    private static Row[] those(Row[] rows, Predicate<Row> wanted) {
        return Arrays.stream(rows).filter(wanted).toArray(Row[]::new);
    }

    /// Words are looked up in `texts` where these still are about the row; they and the rows are in the same order.
    @SuppressWarnings("ReferenceEquality")
    private Row[] found(Filter wanted, Texts texts, Instant at) {
        List<Column> columns = snapshot.columns();
        List<Term.Words> words = new ArrayList<>();
        List<Term> others = new ArrayList<>();
        for (Term term : wanted.terms()) {
            if (term instanceof Term.Words one) words.add(one);
            else others.add(term);
        }
        BitSet holding = texts.holding(words);
        Predicate<Row> rest = new Filter(others, wanted.own()).on(columns, at);
        Predicate<Row> whole = wanted.on(columns, at);
        Comparator<Row> comparator = order.comparator(columns);
        Row[] result = new Row[sorted.length];
        int count = 0;
        int place = 0;
        for (Row row : sorted) {
            while (place < texts.size() && texts.row(place) != row && comparator.compare(texts.row(place), row) < 0)
                place++;
            boolean known = place < texts.size() && texts.row(place) == row;
            boolean meets = known ? holding.get(place) && rest.test(row) : whole.test(row);
            if (known) place++;
            if (meets) result[count++] = row;
        }
        return Arrays.copyOf(result, count);
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
        Row[] added = come.toArray(Row[]::new);
        order.sort(added, now.columns());
        Row[] all = merged(sorted, gone, added, now.columns());
        Row[] some =
                filter.isEmpty() ? all : merged(shown, gone, those(added, filter.on(now.columns(), at)), now.columns());
        return new Arranged(now, filter, order, all, some);
    }

    private Row[] merged(Row[] rows, Set<Row> gone, Row[] added, List<Column> columns) {
        if (gone.isEmpty() && added.length == 0) return rows;
        Row[] kept = new Row[rows.length];
        int count = 0;
        for (Row row : rows) if (gone.isEmpty() || !gone.contains(row)) kept[count++] = row;
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

    /// To find words quickly in these rows.
    @Nullable
    Texts texts(List<String> own) {
        return Texts.of(sorted, snapshot.columns().size(), own);
    }

    /// The conditions that no row meets, whatever the others say.
    List<Term> vain(Instant at) {
        return filter.terms().stream()
                .filter(term -> Arrays.stream(sorted)
                        .noneMatch(new Filter(List.of(term), filter.own()).on(snapshot.columns(), at)))
                .toList();
    }

    Rows.Snapshot snapshot() {
        return snapshot;
    }

    /// These are the rows of that snapshot. Versions would not tell: another store counts its own.
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(Rows.Snapshot now) {
        return now.rows() == snapshot.rows();
    }

    /// Rows of both stand in the same order.
    boolean sortedAs(Arranged other) {
        return order.equals(other.order) && snapshot.columns().equals(other.snapshot.columns());
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
