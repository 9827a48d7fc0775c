package dev.vigie.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.base.Gvk;
import dev.vigie.kind.Column;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kube.Row;
import dev.vigie.kube.Rows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class LiveRowsTest {
    private static final Kind PODS =
            new Kind(new Gvk("", "v1", "Pod"), "pods", "pod", List.of(), List.of(), true, List.of("list", "watch"));
    private static final List<Column> COLUMNS =
            List.of(new Column("Name", "string", "name", "", 0), new Column("Restarts", "string", "", "", 0));

    private final FakeRows store = new FakeRows(PODS, Namespaces.all(), COLUMNS);
    private final LiveRows live = new LiveRows(Fx.inline(), store);
    private final Random random = new Random(4);
    private final List<Row> rows = new ArrayList<>();
    private int born;
    private int events;

    private Row fresh() {
        String name = "pod-" + random.nextInt(500) + "-" + born++;
        return FakeRow.of(random.nextBoolean() ? "shop" : "test", name, name, String.valueOf(random.nextInt(30)));
    }

    /// Keeps rows where they are, as the store does: the last one fills a gap.
    private void change() {
        for (int i = random.nextInt(30); i > 0; i--) rows.add(fresh());
        for (int i = random.nextInt(25); i > 0 && rows.size() > 1; i--) {
            int place = random.nextInt(rows.size());
            rows.set(place, rows.getLast());
            rows.removeLast();
        }
        for (int i = random.nextInt(10); i > 0 && !rows.isEmpty(); i--) {
            int place = random.nextInt(rows.size());
            Row row = rows.get(place);
            rows.set(place, FakeRow.of(row.namespace(), row.name(), row.name(), String.valueOf(random.nextInt(30))));
        }
        if (random.nextInt(20) == 0) Collections.shuffle(rows, random);
    }

    @Test
    void after_any_changes_the_list_is_what_filtering_and_sorting_anew_would_give() {
        List<Row> followed = new ArrayList<>();
        live.addListener((ListChangeListener<Row>) change -> {
            events++;
            follow(followed, change);
        });
        List<String> filters = List.of("", "1", "12", "!3", "restarts>9", "ns:shop");
        List<Order> orders =
                List.of(Order.SERVER, order("Restarts", true), order("Name", false), order(Order.NAMESPACE, true));
        for (int round = 0; round < 1_000; round++) {
            if (random.nextInt(10) == 0) live.filter(Filter.parse(filters.get(random.nextInt(filters.size()))));
            if (random.nextInt(10) == 0) live.order(orders.get(random.nextInt(orders.size())));
            change();
            int before = events;
            store.live(rows);
            assertThat(events - before).as("one event a drain").isLessThanOrEqualTo(1);
            assertThat(List.copyOf(live)).as("round %s", round).isEqualTo(anew());
            assertThat(followed.stream().map(RowId::of))
                    .isEqualTo(live.stream().map(RowId::of).toList());
        }
        assertThat(events).isGreaterThan(500);
    }

    @Test
    void words_found_in_prepared_texts_are_those_found_row_by_row() {
        while (rows.size() < 2_500) rows.add(fresh());
        rows.add(FakeRow.of("shop", "other", "other", "\u0130stanbul GROẞ ünï"));
        store.live(rows);
        List<String> filters =
                List.of("1", "12", "po", "POD-1 2", "-3", "1,2 -33", "groß", "ünï", "shop restarts>9", "", "ns:test 7");
        for (int round = 0; round < 300; round++) {
            live.typing(round % 7 != 6);
            live.filter(Filter.parse(filters.get(random.nextInt(filters.size()))));
            assertThat(List.copyOf(live)).as("round %s", round).isEqualTo(anew());
            if (random.nextInt(10) == 0) live.order(order("Restarts", random.nextBoolean()));
            change();
            store.live(rows);
            assertThat(List.copyOf(live)).as("round %s", round).isEqualTo(anew());
        }
    }

    private List<Row> anew() {
        FakeRows other = new FakeRows(PODS, Namespaces.all(), COLUMNS);
        LiveRows whole = new LiveRows(Fx.inline(), other);
        whole.filter(live.filter());
        whole.order(live.order());
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        other.live(shuffled);
        return List.copyOf(whole);
    }

    /// What a control makes of the events: identities, not contents.
    private static void follow(List<Row> followed, ListChangeListener.Change<? extends Row> change) {
        while (change.next()) {
            assertThat(change.getRemoved().stream().map(RowId::of).toList())
                    .isEqualTo(followed.subList(change.getFrom(), change.getFrom() + change.getRemovedSize()).stream()
                            .map(RowId::of)
                            .toList());
            followed.subList(change.getFrom(), change.getFrom() + change.getRemovedSize())
                    .clear();
            followed.addAll(change.getFrom(), change.getAddedSubList());
        }
    }

    private static Order order(String column, boolean descending) {
        return new Order(List.of(new Order.By(column, descending)));
    }

    @Test
    void rows_that_change_where_they_stand_make_no_event_and_are_told_afterwards() {
        store.live(List.of(FakeRow.of("a", "x", "x", "1"), FakeRow.of("a", "y", "y", "1")));
        live.addListener((ListChangeListener<Row>) _ -> events++);
        List<String> seen = new ArrayList<>();
        live.afterDrain(() -> seen.add(live.get(0).cell(1)));
        store.live(List.of(FakeRow.of("a", "x", "x", "2"), FakeRow.of("a", "y", "y", "1")));
        assertThat(events).isZero();
        assertThat(seen).containsExactly("2");
    }

    @Test
    void the_state_is_the_stores() {
        Rows.State state = new Rows.State.Loading(3, 9);
        store.say(state);
        assertThat(live.state()).isEqualTo(state);
        live.close();
        assertThat(store.closed()).isTrue();
        assertThat(store.bells()).isZero();
    }
}
