package dev.vigie.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.kind.Column;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowStoreTest {
    private static final short HERE = 0;
    private static final short THERE = 1;
    private static final List<Column> COLUMNS = List.of(new Column("Name", "string", "name", "", 0));

    private final RowStore store = new RowStore();

    @Test
    void a_list_that_ends_takes_away_what_it_did_not_name_of_its_own_source_only() {
        int first = store.begin();
        store.put(HERE, first, row("a", 1, "x"));
        store.put(HERE, first, row("b", 2, "x"));
        store.end(HERE, first);
        int elsewhere = store.begin();
        store.put(THERE, elsewhere, row("c", 3, "x"));
        store.end(THERE, elsewhere);
        int second = store.begin();
        store.put(HERE, second, row("b", 2, "x"));
        store.end(HERE, second);
        assertThat(shown()).containsExactly("b x", "c x");
    }

    @Test
    void lists_of_two_sources_that_overlap_take_nothing_from_each_other() {
        int here = store.begin();
        int there = store.begin();
        store.put(THERE, there, row("c", 3, "x"));
        store.put(HERE, here, row("a", 1, "x"));
        store.end(THERE, there);
        store.change(THERE, row("d", 4, "x"));
        store.end(HERE, here);
        assertThat(shown()).containsExactly("a x", "c x", "d x");
    }

    @Test
    void a_list_has_the_last_word_even_when_it_is_older_but_an_event_has_not() {
        store.change(HERE, row("a", 9, "new"));
        store.change(HERE, row("a", 8, "old"));
        assertThat(shown()).containsExactly("a new");
        int list = store.begin();
        store.put(HERE, list, row("a", 3, "restored"));
        store.end(HERE, list);
        assertThat(shown()).containsExactly("a restored");
    }

    @Test
    void an_older_deletion_deletes_nothing_and_one_without_a_version_does() {
        store.change(HERE, row("a", 9, "x"));
        store.remove(row("a", 8, "x"));
        assertThat(shown()).containsExactly("a x");
        store.remove(row("a", -1, "x"));
        assertThat(shown()).isEmpty();
    }

    @Test
    void a_row_that_looks_the_same_changes_no_version_but_outlives_the_list_that_named_it() {
        int first = store.begin();
        store.put(HERE, first, row("a", 1, "x"));
        long version = store.content().version();
        int second = store.begin();
        store.put(HERE, second, row("a", 1, "x"));
        store.end(HERE, second);
        assertThat(store.content().version()).isEqualTo(version);
        assertThat(shown()).containsExactly("a x");
    }

    @Test
    void what_was_read_stays_as_it_was_while_the_store_goes_on() {
        store.change(HERE, row("a", 1, "x"));
        List<Row> before = store.content().rows();
        store.change(HERE, row("a", 2, "y"));
        store.remove(row("a", 3, "y"));
        assertThat(before).extracting(row -> row.cell(1)).containsExactly("x");
        assertThat(store.content().rows()).isEmpty();
    }

    @Test
    void many_rows_that_come_and_go_leave_each_of_the_rest_in_its_place() {
        int first = store.begin();
        IntStream.range(0, 5000).forEach(i -> store.put(HERE, first, row("r" + i, i + 1, "x")));
        store.end(HERE, first);
        int second = store.begin();
        IntStream.range(0, 5000)
                .filter(i -> i % 100 == 0)
                .forEach(i -> store.put(HERE, second, row("r" + i, i + 1, "x")));
        store.end(HERE, second);
        assertThat(store.size()).isEqualTo(50);
        IntStream.range(0, 50).forEach(i -> store.change(HERE, row("r" + i * 100, 9000, "y")));
        assertThat(shown())
                .containsExactlyElementsOf(IntStream.range(0, 50)
                        .mapToObj(i -> "r" + i * 100 + " y")
                        .sorted()
                        .toList());
        IntStream.range(0, 50).forEach(i -> store.remove(row("r" + i * 100, 9001, "y")));
        assertThat(shown()).isEmpty();
    }

    @Test
    void other_columns_take_the_rows_of_their_source_with_them() {
        store.columns(HERE, COLUMNS);
        store.change(HERE, row("a", 1, "x"));
        store.columns(HERE, List.of(new Column("Name", "string", "name", "told otherwise", 1)));
        assertThat(shown()).containsExactly("a x");
        store.columns(HERE, List.of(COLUMNS.getFirst(), new Column("More", "string", "", "", 0)));
        assertThat(shown()).isEmpty();
    }

    @Test
    void what_may_not_be_read_any_more_leaves_the_memory_too() {
        WeakReference<Row> kept = filled();
        store.clear(HERE);
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            System.gc();
            return kept.get() == null;
        });
        assertThat(shown()).isEmpty();
    }

    private WeakReference<Row> filled() {
        IntStream.range(0, 1000).forEach(i -> store.change(HERE, row("r" + i, i + 1, "x")));
        return new WeakReference<>(store.content().rows().get(500));
    }

    private List<String> shown() {
        return store.content().rows().stream()
                .map(row -> row.cell(0) + " " + row.cell(1))
                .sorted()
                .toList();
    }

    private static CompactRow row(String name, long version, String status) {
        CompactRow.Meta meta = new CompactRow.Meta();
        meta.uid = "uid-" + name;
        meta.name = name;
        meta.version = version;
        return new CompactRow(meta, new @Nullable String[] {name, status}, 0);
    }
}
