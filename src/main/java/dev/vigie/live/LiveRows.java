package dev.vigie.live;

import dev.vigie.base.Quietly;
import dev.vigie.kind.Column;
import dev.vigie.kube.Row;
import dev.vigie.kube.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/// The rows of a store as a JavaFX list, filtered and sorted; one change event a drain, at most thirty drains a second.
/// FX thread only. Rows that changed without moving are replaced silently; [#afterDrain] tells when to look at the
/// visible ones again.
public final class LiveRows extends ObservableListBase<Row> implements AutoCloseable {
    /// A drain of many rows takes longer, and leaves four times as long for everything else.
    private static final long SHORTEST = Duration.ofMillis(33).toNanos();
    private static final long LONGEST = Duration.ofMillis(250).toNanos();
    /// Above so many rows filter and sort are computed elsewhere.
    private static final int LARGE = 2_000;
    /// After so many changes the texts are made anew: those of changed rows are looked up one by one.
    private static final int WORN = 4_000;

    private final Fx fx;
    private Rows rows;
    private AutoCloseable bell;
    private final AtomicBoolean rung = new AtomicBoolean();
    private final ReadOnlyObjectWrapper<Rows.State> state;
    private final ReadOnlyObjectWrapper<List<Column>> columns = new ReadOnlyObjectWrapper<>(List.of());
    private final List<Runnable> afterDrain = new ArrayList<>();
    private Arranged arranged = Arranged.NOTHING;
    private Filter filter = Filter.NONE;
    private Order order = Order.SERVER;
    private Mode mode = Mode.IDLE;
    private int question;
    private @Nullable Texts texts;
    /// of which store's version the texts are
    private long told = -1;
    private boolean typing;
    private boolean telling;
    private int completing;
    private long drained = Long.MIN_VALUE;
    private long pause = SHORTEST;
    private boolean draining;
    private boolean closed;

    /// Whether an arrangement is being computed elsewhere, and whether something happened meanwhile.
    private enum Mode {
        IDLE,
        BUSY,
        BUSY_AND_RUNG
    }

    /// Takes `rows` over: they are closed with this list.
    public LiveRows(Fx fx, Rows rows) {
        this.fx = fx;
        this.rows = rows;
        state = new ReadOnlyObjectWrapper<>(rows.snapshot().state());
        bell = rows.onChange(this::ring);
        ring();
    }

    /// How true the rows are.
    public ReadOnlyObjectProperty<Rows.State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public Rows.State state() {
        return state.get();
    }

    /// The server's columns, in its order.
    public ReadOnlyObjectProperty<List<Column>> columnsProperty() {
        return columns.getReadOnlyProperty();
    }

    public List<Column> columns() {
        return columns.get();
    }

    /// How many rows there are, hidden ones too.
    public int total() {
        return arranged.snapshot().rows().size();
    }

    /// The list is changing now: what a control makes of its selection meanwhile is no word of the person.
    public boolean draining() {
        return draining;
    }

    /// `action` runs after each drain, also when no row moved.
    public void afterDrain(Runnable action) {
        afterDrain.add(action);
    }

    public void filter(Filter wanted) {
        if (filter.equals(wanted)) return;
        filter = wanted;
        if (texts != null && texts.own().equals(wanted.own())) {
            atOnce(texts);
            return;
        }
        drop();
        ask();
    }

    /// The rows of the last drain, filtered before the next pulse; what is newer follows.
    private void atOnce(Texts known) {
        boolean waited = mode != Mode.IDLE;
        question++;
        mode = Mode.IDLE;
        take(arranged.filtered(filter, known, Instant.now()));
        if (waited) ring();
    }

    /// Somebody is about to type a filter, or no more: while it is so each change of the filter shows in the next
    /// pulse, however many rows there are.
    public void typing(boolean now) {
        typing = now;
        if (now) makeTexts();
        else drop();
    }

    /// Whatever the filter becomes, the list is so when [#filter] returns.
    public boolean answersAtOnce() {
        return texts != null || total() <= LARGE;
    }

    /// Makes the texts ready elsewhere, when there are none for the rows as they stand.
    private void makeTexts() {
        Arranged from = arranged;
        long version = from.snapshot().version();
        boolean worn = told < 0 || version - told > WORN;
        if (closed || !typing || !worn || telling || from.snapshot().rows().size() <= LARGE) return;
        telling = true;
        List<String> own = filter.own();
        fx.run(() -> Optional.ofNullable(from.texts(own)))
                .then(answer -> {
                    telling = false;
                    if (!typing || !arranged.sortedAs(from) || !own.equals(filter.own())) return;
                    texts = answer.orElse(null);
                    told = version;
                })
                .start();
    }

    private void drop() {
        texts = null;
        told = -1;
    }

    public Filter filter() {
        return filter;
    }

    public void order(Order wanted) {
        if (order.equals(wanted)) return;
        order = wanted;
        ask();
    }

    public Order order() {
        return order;
    }

    /// Filters anew, because time went by.
    public void age() {
        if (filter.ages() && mode == Mode.IDLE) ask();
    }

    /// Tells the conditions of the filter that no row meets, whatever the others say; nothing when rows changed
    /// meanwhile.
    @SuppressWarnings("ReferenceEquality")
    public void vain(Consumer<List<Term>> told) {
        Arranged from = arranged;
        fx.run(() -> from.vain(Instant.now()))
                .then(terms -> {
                    if (arranged == from) told.accept(terms);
                })
                .start();
    }

    /// Rows hold these annotations too, as soon as the server has sent them.
    public void keepAnnotations(List<String> keys) {
        if (!keys.isEmpty()) rows.keepAnnotations(keys);
    }

    /// Tells how a word of a filter could go on, out of all rows. An answer to an older question is not told.
    public void complete(String word, boolean askedFor, Consumer<List<Completion.Offer>> told) {
        Completion completion = new Completion(arranged.snapshot());
        int mine = ++completing;
        fx.run(() -> completion.of(word, askedFor))
                .then(offers -> {
                    if (mine == completing) told.accept(offers);
                })
                .start();
    }

    /// Where the row of this identity stands; -1 when it is not shown.
    public int indexOfId(Object id) {
        for (int i = 0; i < size(); i++) if (RowId.of(get(i)).equals(id)) return i;
        return -1;
    }

    public void tryNow() {
        rows.tryNow();
    }

    @Override
    public Row get(int index) {
        return arranged.row(index);
    }

    @Override
    public int size() {
        return arranged.size();
    }

    @Override
    public void close() {
        if (closed) return;
        closed = true;
        Quietly.close(bell);
        rows.close();
    }

    /// Gives the store back and stays as it is, until [#wake].
    public void rest() {
        close();
        question++;
        mode = Mode.IDLE;
    }

    /// Follows again, by the difference to what it was.
    public void wake(Rows store) {
        rows = store;
        closed = false;
        rung.set(false);
        bell = rows.onChange(this::ring);
        Rows.Snapshot now = rows.snapshot();
        if (arranged.isOf(now)) take(arranged.next(now, filter, order, Instant.now()));
        else drain();
    }

    /// Any thread.
    private void ring() {
        if (rung.compareAndSet(false, true)) fx.later(this::soon);
    }

    private void soon() {
        long sinceLast = System.nanoTime() - drained;
        // nobody waits for first rows
        if (drained == Long.MIN_VALUE || total() == 0 || sinceLast >= pause) drain();
        else fx.after(Duration.ofNanos(pause - sinceLast), this::drain);
    }

    private void drain() {
        rung.set(false);
        if (closed) return;
        drained = System.nanoTime();
        if (mode == Mode.IDLE) ask();
        else mode = Mode.BUSY_AND_RUNG;
    }

    /// Arranges the store's rows of now; an older question's answer will be dropped.
    private void ask() {
        if (closed) return;
        long began = System.nanoTime();
        Rows.Snapshot now = rows.snapshot();
        int mine = ++question;
        Arranged from = arranged;
        Filter wanted = filter;
        Order by = order;
        if (now.rows().size() <= LARGE) {
            mode = Mode.IDLE;
            take(from.next(now, wanted, by, Instant.now()));
            took(began);
            return;
        }
        mode = Mode.BUSY;
        fx.run(() -> from.next(now, wanted, by, Instant.now()))
                .then(answer -> {
                    answered(mine, answer);
                    took(began);
                })
                .start();
    }

    private void took(long began) {
        pause = Math.clamp(4 * (System.nanoTime() - began), SHORTEST, LONGEST);
    }

    private void answered(int mine, Arranged answer) {
        if (closed || mine != question) return;
        boolean again = mode == Mode.BUSY_AND_RUNG;
        mode = Mode.IDLE;
        take(answer);
        if (again) ring();
    }

    private void take(Arranged answer) {
        Arranged before = arranged;
        if (!answer.sortedAs(before)) drop();
        columns.set(answer.snapshot().columns());
        draining = true;
        try {
            arranged = answer;
            tellMoves(before, answer);
        } finally {
            draining = false;
        }
        state.set(answer.snapshot().state());
        for (Runnable action : List.copyOf(afterDrain)) action.run();
        if (typing) makeTexts();
    }

    /// One event for the stretch in which other objects stand now; none when each stands where it stood.
    private void tellMoves(Arranged before, Arranged after) {
        int shorter = Math.min(before.size(), after.size());
        int from = 0;
        while (from < shorter && RowId.same(before.row(from), after.row(from))) from++;
        int tail = 0;
        while (tail < shorter - from
                && RowId.same(before.row(before.size() - 1 - tail), after.row(after.size() - 1 - tail))) tail++;
        int removedEnd = before.size() - tail;
        int addedEnd = after.size() - tail;
        if (from == removedEnd && from == addedEnd) return;
        beginChange();
        if (from == removedEnd) nextAdd(from, addedEnd);
        else if (from == addedEnd) nextRemove(from, new ArrayList<>(before.part(from, removedEnd)));
        else nextReplace(from, addedEnd, before.part(from, removedEnd));
        endChange();
    }
}
