package dev.vigie.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigie.base.Gvk;
import dev.vigie.kind.Column;
import dev.vigie.promises.Shows;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

/// Answers as servers send them, and as none should.
class TableReaderTest {
    private static final String COLUMNS =
            "\"columnDefinitions\":[{\"name\":\"Name\",\"type\":\"string\",\"format\":\"name\"},{\"name\":\"Status\",\"type\":\"string\"}]";

    private final TableStream stream = new TableStream(new RowShapes());
    private final Read read = new Read();

    @Test
    void a_table_is_read_whatever_the_order_of_its_fields_and_whatever_else_it_says() {
        TableReader.Page page = list("""
                {"surprise":{"deep":[1,{"x":[null]}]},"rows":[
                  {"extra":[],"object":{"apiVersion":"meta.k8s.io/v1","metadata":{"name":"a","namespace":"n","uid":"u"}},"conditions":[{"x":1}],"cells":["a","Running"]}
                ],"metadata":{"resourceVersion":"7","continue":"go on","remainingItemCount":12},"kind":"Table"}""");
        assertThat(read.lines()).containsExactly("n/a[a, Running]");
        assertThat(page.meta.resourceVersion).isEqualTo("7");
        assertThat(page.meta.next).isEqualTo("go on");
        assertThat(page.meta.remaining).isEqualTo(12);
        assertThat(page.holdsRows()).isTrue();
    }

    @Test
    void cells_of_every_sort_stand_in_their_columns() {
        list(table(
                "{\"cells\":[1,true,null,{\"x\":[1]},[[2]],\"t\",1.50],\"object\":{\"metadata\":{\"name\":\"a\"}}}"));
        assertThat(read.lines()).containsExactly("/a[1, true, null, null, null, t, 1.50]");
    }

    @Test
    void times_are_read_as_servers_write_them_and_otherwise() {
        for (String time : List.of("2026-01-31T12:34:56Z", "2024-02-29T00:00:00Z", "2026-01-31T12:34:56.789Z"))
            list(table("{\"cells\":[],\"object\":{\"metadata\":{\"name\":\"" + time + "\",\"creationTimestamp\":\""
                    + time + "\"}}}"));
        for (String time : List.of("2026-02-30T00:00:00Z", "2026x01x31x12x34x5Z", "soon"))
            list(table("{\"cells\":[],\"object\":{\"metadata\":{\"name\":\"" + time + "\",\"creationTimestamp\":\""
                    + time + "\"}}}"));
        assertThat(read.rows.stream().map(CompactRow::created).toList())
                .isEqualTo(List.of(
                        Instant.parse("2026-01-31T12:34:56Z").getEpochSecond(),
                        Instant.parse("2024-02-29T00:00:00Z").getEpochSecond(),
                        Instant.parse("2026-01-31T12:34:56Z").getEpochSecond(),
                        Long.MIN_VALUE,
                        Long.MIN_VALUE,
                        Long.MIN_VALUE));
    }

    @Test
    void rows_that_are_none_lose_none_of_those_after_them() {
        TableReader.Page page = list(table("null,5,[[1]],\"x\"," + row("a") + ",null," + row("b")));
        assertThat(read.lines()).containsExactly("/a[a, x]", "/b[b, x]");
        assertThat(page.meta.resourceVersion).isEqualTo("5");
    }

    @Test
    void cells_or_an_object_that_are_none_leave_an_empty_row_and_the_rest_as_it_is() {
        list(table("{\"cells\":null,\"object\":{\"metadata\":{\"name\":\"a\"}}},"
                + "{\"cells\":{\"x\":[1]},\"object\":{\"metadata\":{\"name\":\"b\"}}},"
                + "{\"cells\":\"c\",\"object\":{\"metadata\":null}},"
                + "{\"cells\":[\"d\",\"x\"],\"object\":[1]},"
                + "{\"cells\":[\"e\",\"x\"],\"object\":null},"
                + row("f")));
        assertThat(read.lines()).containsExactly("/a[]", "/b[]", "/[]", "/d[d, x]", "/e[e, x]", "/f[f, x]");
    }

    @Test
    void a_server_that_prints_rows_without_their_objects_has_them_known_by_their_printed_names() {
        list(table("{\"cells\":[\"a\",\"x\"]},{\"cells\":[\"b\",\"x\"]}"));
        assertThat(read.rows).extracting(CompactRow::key).containsExactly("/a", "/b");
    }

    @Test
    void a_table_without_rows_or_with_what_is_no_list_of_them_is_an_empty_table() {
        for (String rows : List.of("null", "[]", "{}", "\"x\"", "7", "{\"kind\":\"Status\",\"metadata\":{}}")) {
            TableReader.Page page = list("{\"kind\":\"Table\"," + COLUMNS + ",\"rows\":" + rows
                    + ",\"metadata\":{\"resourceVersion\":\"5\"}}");
            assertThat(page.holdsRows()).as(rows).isTrue();
            assertThat(page.kind).as(rows).isEqualTo("Table");
            assertThat(page.meta.resourceVersion).as(rows).isEqualTo("5");
        }
        TableReader.Page none = list("{\"kind\":\"Table\",\"metadata\":{\"resourceVersion\":\"5\"}," + COLUMNS + "}");
        assertThat(none.holdsRows()).isTrue();
        assertThat(read.rows).isEmpty();
    }

    @Test
    void columns_that_are_none_are_passed_by() {
        for (String columns : List.of("null", "{\"a\":[1]}", "[null,4,[{}]]")) {
            list("{\"kind\":\"Table\",\"columnDefinitions\":" + columns + ",\"rows\":[" + row("a") + "]}");
        }
        assertThat(read.columns).isEmpty();
        assertThat(read.lines()).containsExactly("/a[a, x]", "/a[a, x]", "/a[a, x]");
        list(
                "{\"columnDefinitions\":[null,{\"name\":\"Name\",\"type\":[1],\"format\":{\"x\":1},\"description\":3,\"priority\":\"1\",\"y\":{}},{}],\"rows\":[]}");
        assertThat(read.columns).containsExactly(new Column("Name", "", "", "3", 0), new Column("", "", "", "", 0));
    }

    @Test
    void an_answer_that_is_no_list_holds_no_rows() {
        TableReader.Page status = list(
                "{\"kind\":\"Status\",\"metadata\":{},\"status\":\"Failure\",\"message\":\"no\",\"reason\":\"Expired\",\"details\":{\"kind\":\"pods\",\"retryAfterSeconds\":4,\"causes\":[{}]},\"code\":410}");
        assertThat(status.status()).isTrue();
        assertThat(status.holdsRows()).isFalse();
        assertThat(status.code).isEqualTo(410);
        assertThat(status.retryAfterSeconds).isEqualTo(4);
        assertThat(Statuses.thrown(status).failure()).isEqualTo(new KubeFailure.Gone("no"));
        for (String other : List.of("{}", "[]", "null", "5", "\"x\"", "")) {
            assertThat(list(other).holdsRows()).as(other).isFalse();
        }
        assertThat(Statuses.thrown(list("{\"kind\":\"PodList\"}")).failure())
                .isEqualTo(new KubeFailure.Garbled("kind PodList"));
    }

    @Test
    void a_status_whose_fields_are_of_other_sorts_is_one_all_the_same() {
        TableReader.Page status = list(
                "{\"details\":[{\"a\":1}],\"code\":\"410\",\"message\":{\"m\":1},\"reason\":[\"x\"],\"kind\":\"Status\"}");
        assertThat(status.status()).isTrue();
        assertThat(status.code).isZero();
        assertThat(status.message).isEmpty();
        assertThat(status.retryAfterSeconds).isEqualTo(-1);
    }

    @Test
    void a_plain_list_gives_each_item_a_name_and_passes_by_what_is_none() {
        TableReader.Page page = list(
                "{\"kind\":\"PodList\",\"items\":[null,{\"spec\":{\"a\":[1]},\"metadata\":{\"name\":\"a\",\"namespace\":\"n\"}},3,{\"metadata\":{\"name\":\"b\",\"namespace\":\"n\"}}],\"metadata\":{\"resourceVersion\":\"9\"}}");
        assertThat(read.lines()).containsExactly("n/a[a, null]", "n/b[b, null]");
        assertThat(page.meta.resourceVersion).isEqualTo("9");
        assertThat(read.columns).isEqualTo(TableReader.PLAIN);
        assertThat(list("{\"kind\":\"PodList\",\"items\":null,\"metadata\":{\"resourceVersion\":\"9\"}}")
                        .meta
                        .resourceVersion)
                .isEqualTo("9");
    }

    @Test
    void metadata_of_other_sorts_than_promised_is_read_as_far_as_it_goes() {
        list(table("""
                {"cells":["a"],"object":{"metadata":{
                  "managedFields":[{"fieldsV1":{"f:a":{"f:b":{}}}}],
                  "name":"a","namespace":7,"uid":{"x":[1]},"resourceVersion":12,
                  "labels":{"number":1,"truth":true,"nothing":null,"nested":{"a":["b"]},"text":"t"},
                  "annotations":["x"],"creationTimestamp":"yesterday","deletionTimestamp":null,
                  "ownerReferences":[null,{"apiVersion":3,"kind":"ReplicaSet","name":["x"],"uid":"u","controller":true,"more":{}},7]}}}"""));
        CompactRow row = read.rows.getFirst();
        assertThat(row.name()).isEqualTo("a");
        assertThat(row.namespace()).isEqualTo("7");
        assertThat(row.uid()).isEmpty();
        assertThat(row.version()).isEqualTo(12);
        assertThat(row.labels())
                .isEqualTo(Map.of("number", "1", "truth", "true", "nothing", "", "nested", "", "text", "t"));
        assertThat(row.created()).isEqualTo(Long.MIN_VALUE);
        assertThat(row.deleting()).isFalse();
        assertThat(row.owners()).containsExactly(new Row.Owner(new Gvk("", "3", "ReplicaSet"), "", "u", true));
    }

    @Test
    void metadata_fields_that_are_null_or_none_at_all_are_empty() {
        list(
                table(
                        "{\"cells\":[],\"object\":{\"metadata\":{\"name\":\"a\",\"labels\":null,\"annotations\":null,"
                                + "\"ownerReferences\":null,\"creationTimestamp\":null,\"resourceVersion\":\"opaque\",\"uid\":null}}},"
                                + "{\"cells\":[],\"object\":{\"metadata\":{\"name\":\"b\",\"labels\":5,\"ownerReferences\":{\"a\":1},\"deletionTimestamp\":\"2026-01-01T00:00:00Z\"}}}"));
        assertThat(read.rows).extracting(CompactRow::name).containsExactly("a", "b");
        assertThat(read.rows).extracting(CompactRow::version).containsExactly(-1L, -1L);
        assertThat(read.rows).extracting(CompactRow::deleting).containsExactly(false, true);
        assertThat(read.rows).allSatisfy(row -> {
            assertThat(row.labels()).isEmpty();
            assertThat(row.owners()).isEmpty();
        });
    }

    @Test
    @Shows("N08")
    void a_list_cut_anywhere_is_never_taken_for_a_whole_one() {
        String whole = table(row("a") + "," + row("b"));
        for (int length = 1; length < whole.length(); length++) {
            String cut = whole.substring(0, length);
            assertThatThrownBy(() -> list(cut)).as(cut).isInstanceOf(JacksonException.class);
        }
    }

    private TableReader.Page list(String text) {
        return stream.list(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), read);
    }

    private static String table(String rows) {
        return "{\"kind\":\"Table\"," + COLUMNS + ",\"rows\":[" + rows + "],\"metadata\":{\"resourceVersion\":\"5\"}}";
    }

    private static String row(String name) {
        return "{\"cells\":[\"" + name + "\",\"x\"],\"object\":{\"metadata\":{\"name\":\"" + name + "\"}}}";
    }

    /// Everything that was read.
    private static final class Read implements TableReader.Sink {
        private final List<CompactRow> rows = new ArrayList<>();
        private List<Column> columns = List.of();

        @Override
        public void columns(List<Column> now) {
            columns = now;
        }

        @Override
        public void row(CompactRow row) {
            rows.add(row);
        }

        List<String> lines() {
            return rows.stream().map(CompactRow::toString).toList();
        }
    }
}
