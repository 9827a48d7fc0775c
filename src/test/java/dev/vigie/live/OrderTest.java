package dev.vigie.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.kind.Column;
import dev.vigie.kube.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static List<String> sorted(String column, String type, boolean descending, String... cells) {
        List<Column> columns =
                List.of(new Column("Name", "string", "name", "", 0), new Column(column, type, "", "", 0));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) rows.add(FakeRow.of("ns", "row-" + i, "row-" + i, cells[i]));
        Collections.shuffle(rows, new Random(7));
        Row[] array = rows.toArray(new Row[0]);
        new Order(List.of(new Order.By(column, descending))).sort(array, columns);
        return Arrays.stream(array).map(row -> row.cell(1)).toList();
    }

    @Test
    void ten_comes_after_nine_and_a_count_with_an_age_counts_by_its_number() {
        assertThat(sorted("Restarts", "string", false, "0", "9 (2d ago)", "10 (3m ago)", "100"))
                .containsExactly("0", "9 (2d ago)", "10 (3m ago)", "100");
    }

    @Test
    void ready_counts_by_what_is_missing() {
        assertThat(sorted("Ready", "string", false, "3/3", "0/1", "1/3", "0/5", "1/1"))
                .containsExactly("0/5", "1/3", "0/1", "1/1", "3/3");
    }

    @Test
    void quantities_go_by_value() {
        assertThat(sorted("Capacity", "string", false, "500Mi", "1Gi", "1500Mi", "2G", "1Ti"))
                .containsExactly("500Mi", "1Gi", "1500Mi", "2G", "1Ti");
        assertThat(sorted("CPU", "string", false, "5m", "100m", "1", "1500m"))
                .containsExactly("5m", "100m", "1", "1500m");
    }

    @Test
    void printed_ages_go_by_time_from_the_moment_they_were_received() {
        List<Column> columns =
                List.of(new Column("Name", "string", "name", "", 0), new Column("Last Seen", "string", "", "", 0));
        long now = System.currentTimeMillis();
        Row before = FakeRow.of("ns", "a", "a", "30s").received(now - 600_000);
        Row later = FakeRow.of("ns", "b", "b", "5m").received(now);
        Row[] rows = {before, later};
        new Order(List.of(new Order.By("Last Seen", false))).sort(rows, columns);
        assertThat(rows).containsExactly(later, before);
    }

    @Test
    void the_age_of_an_object_goes_by_its_creation_and_not_by_its_print() {
        List<Column> columns =
                List.of(new Column("Name", "string", "name", "", 0), new Column("Age", "string", "", "", 0));
        Row old = FakeRow.of("ns", "a", "a", "5s").created(1000);
        Row young = FakeRow.of("ns", "b", "b", "9d").created(2000);
        Row[] rows = {old, young};
        new Order(List.of(new Order.By("Age", false))).sort(rows, columns);
        assertThat(rows).containsExactly(young, old);
    }

    @Test
    void texts_are_natural_and_nothing_is_last_in_both_directions() {
        assertThat(sorted("Node", "string", false, "<none>", "node-10", "node-9", "Node-2", ""))
                .startsWith("Node-2", "node-9", "node-10")
                .endsWith("<none>", "");
        assertThat(sorted("Node", "string", true, "<none>", "node-10", "node-9"))
                .containsExactly("node-10", "node-9", "<none>");
        assertThat(sorted("IP", "string", false, "10.42.10.1", "10.42.9.200", "10.42.9.31"))
                .containsExactly("10.42.9.31", "10.42.9.200", "10.42.10.1");
    }

    @Test
    void equal_values_stand_by_namespace_and_name_and_the_servers_order_is_just_that() {
        Row[] rows = {FakeRow.of("b", "a", "a"), FakeRow.of("a", "b-10", "x"), FakeRow.of("a", "b-9", "x")};
        Order.SERVER.sort(rows, List.of());
        assertThat(Arrays.stream(rows).map(row -> row.namespace() + "/" + row.name()))
                .containsExactly("a/b-10", "a/b-9", "b/a");
    }
}
