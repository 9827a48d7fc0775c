package dev.vigie.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.base.Gvk;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.promises.Shows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a watch does with everything a server can say, without a server.
class TableWatchTest {
    static final Kind PODS =
            new Kind(new Gvk("", "v1", "Pod"), "pods", "pod", List.of("po"), List.of(), true, List.of("list", "watch"));
    static final String LIST = "GET /api/v1/pods?includeObject=Metadata&limit=250";
    private static final String COLUMNS =
            "\"columnDefinitions\":[{\"name\":\"Name\",\"type\":\"string\",\"format\":\"name\",\"description\":\"\",\"priority\":0},"
                    + "{\"name\":\"Status\",\"type\":\"string\",\"format\":\"\",\"description\":\"\",\"priority\":0}]";

    private final Line circuit = new Line();
    private final ScriptedWire wire =
            new ScriptedWire(path -> table("5", row("a", 1, "Running"), row("b", 2, "Running")));
    private final SharedRows rows = new SharedRows(wire, circuit, PODS, Namespaces.all());

    @AfterEach
    void close() {
        rows.close();
    }

    @Test
    void a_list_that_fits_one_page_is_followed_by_a_watch_from_its_version() throws Exception {
        rows.start();
        wire.opened();
        assertThat(wire.asked()).containsExactly(LIST, watch("5"));
        assertShown("a Running", "b Running");
    }

    @Test
    void changes_come_and_go() throws Exception {
        rows.start();
        wire.opened()
                .send(event("ADDED", row("c", 6, "Pending")))
                .send(event("MODIFIED", row("a", 7, "Failed")))
                .send(event("DELETED", row("b", 8, "Running")));
        assertShown("a Failed", "c Pending");
    }

    @Test
    @Shows("N08")
    void an_event_that_is_cut_in_the_middle_leaves_no_half_row_and_the_watch_resumes_without_a_list() throws Exception {
        rows.start();
        String event = event("ADDED", row("c", 6, "Pending"));
        ScriptedWire.Stream stream = wire.opened()
                .slice(event)
                .send(event("ADDED", row("d", 7, "Pending")).substring(0, 90));
        assertShown("a Running", "b Running", "c Pending");
        stream.cut();
        wire.opened();
        assertThat(wire.asked()).containsExactly(LIST, watch("5"), watch("6"));
        assertShown("a Running", "b Running", "c Pending");
    }

    @Test
    @Shows("N11")
    void a_bookmark_shows_no_row_and_is_where_the_next_watch_begins() throws Exception {
        rows.start();
        wire.opened().send(event("BOOKMARK", row("", 40, "0/0"))).end();
        wire.opened();
        assertThat(wire.asked()).containsExactly(LIST, watch("5"), watch("40"));
        assertShown("a Running", "b Running");
    }

    @Test
    @Shows({"P1", "N09"})
    void a_version_that_is_gone_is_answered_by_one_list_that_takes_away_what_was_deleted() throws Exception {
        rows.start();
        ScriptedWire.Stream stream = wire.opened();
        wire.lists(path -> table("90", row("b", 2, "Running"), row("z", 80, "New")));
        stream.send(
                "{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"code\":410,\"reason\":\"Expired\",\"message\":\"too old\"}}");
        wire.opened();
        assertThat(wire.asked()).containsExactly(LIST, watch("5"), LIST, watch("90"));
        assertShown("b Running", "z New");
    }

    @Test
    @Shows({"P4", "N12"})
    void a_busy_server_is_asked_for_the_watch_again_and_never_for_a_list() throws Exception {
        wire.watches(path -> {
            if (wire.asked().size() < 4)
                throw new KubeException(new KubeFailure.Busy(Instant.now().plusMillis(50), "busy"));
            return "";
        });
        rows.start();
        wire.opened();
        assertThat(wire.asked()).containsExactly(LIST, watch("5"), watch("5"), watch("5"));
    }

    @Test
    @Shows("N05")
    void an_older_event_never_overwrites_a_newer_row() throws Exception {
        rows.start();
        wire.opened()
                .send(event("MODIFIED", row("a", 9, "New")))
                .send(event("MODIFIED", row("a", 7, "Old")))
                .send(event("ADDED", row("last", 10, "x")));
        assertShown("a New", "b Running", "last x");
    }

    @Test
    void a_long_list_is_read_as_one_stream_and_rows_of_the_first_page_that_are_gone_disappear() throws Exception {
        wire.lists(path -> page(
                "5",
                "\"continue\":\"more\",\"remainingItemCount\":1",
                row("a", 1, "Running"),
                row("ghost", 2, "Running")));
        rows.start();
        ScriptedWire.Stream stream =
                wire.opened().send(event("ADDED", row("a", 1, "Running"))).send(event("ADDED", row("c", 3, "Running")));
        assertShown("a Running", "c Running", "ghost Running");
        assertThat(rows.snapshot().state()).isInstanceOf(Rows.State.Loading.class);
        stream.send(end("9"));
        assertShown("a Running", "c Running");
        assertThat(rows.snapshot().state()).isInstanceOf(Rows.State.Live.class);
        stream.end();
        wire.opened();
        assertThat(wire.asked().getLast()).isEqualTo(watch("9"));
    }

    @Test
    @Shows("N10")
    void a_server_without_watch_lists_is_read_in_pages_and_an_expired_page_begins_the_list_anew() throws Exception {
        wire.watches(path -> {
            if (path.contains("sendInitialEvents"))
                throw new KubeException(new KubeFailure.Invalid("forbidden parameter", List.of()));
            return "";
        });
        java.util.concurrent.atomic.AtomicInteger second = new java.util.concurrent.atomic.AtomicInteger();
        wire.lists(path -> {
            if (!path.contains("continue=")) return page("5", "\"continue\":\"more\"", row("a", 1, "Running"));
            if (second.getAndIncrement() == 0) throw new KubeException(new KubeFailure.Gone("continue expired"));
            return table("6", row("b", 2, "Running"));
        });
        rows.start();
        wire.opened();
        assertShown("a Running", "b Running");
        assertThat(wire.asked().getLast()).isEqualTo(watch("6"));
    }

    @Test
    @Shows({"A07", "A09"})
    void a_right_that_is_taken_away_takes_the_rows_away_at_once() throws Exception {
        rows.start();
        ScriptedWire.Stream stream = wire.opened();
        assertShown("a Running", "b Running");
        KubeFailure.Forbidden no = new KubeFailure.Forbidden("me", "watch", "pods", "", "no");
        KubeFailure.Forbidden noList = new KubeFailure.Forbidden("me", "list", "pods", "", "no");
        wire.watches(path -> {
            throw new KubeException(no);
        });
        wire.lists(path -> {
            throw new KubeException(noList);
        });
        stream.end();
        await().atMost(Duration.ofSeconds(5)).until(() -> rows.snapshot().state() instanceof Rows.State.Forbidden);
        assertThat(rows.snapshot().rows()).isEmpty();
        assertThat(rows.snapshot().state()).isEqualTo(new Rows.State.Forbidden(noList));
    }

    @Test
    @Shows("N02")
    void while_the_heartbeat_hears_nothing_the_watch_asks_nothing_and_the_rows_are_stale() throws Exception {
        rows.start();
        ScriptedWire.Stream stream = wire.opened();
        assertShown("a Running", "b Running");
        circuit.trouble(new KubeFailure.Unreachable("it", KubeFailure.Cause.REFUSED, ""));
        assertThat(rows.snapshot().state()).isInstanceOf(Rows.State.Stale.class);
        int asked = wire.asked().size();
        stream.cut();
        await().pollDelay(Duration.ofMillis(400)).until(() -> true);
        assertThat(wire.asked()).hasSize(asked);
        circuit.trouble(null);
        wire.opened();
        await().until(() -> rows.snapshot().state() instanceof Rows.State.Live);
        assertThat(wire.asked()).containsExactly(LIST, watch("5"), watch("5"));
    }

    private void assertShown(String... lines) {
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(rows.snapshot().rows().stream()
                                .map(row -> row.cell(0) + " " + row.cell(1))
                                .sorted())
                        .containsExactly(lines));
    }

    static String watch(String version) {
        return "WATCH /api/v1/pods?includeObject=Metadata&watch=1&allowWatchBookmarks=true&resourceVersion=" + version;
    }

    static String table(String version, String... rows) {
        return page(version, "\"x\":0", rows);
    }

    static String page(String version, String more, String... rows) {
        return "{\"kind\":\"Table\",\"metadata\":{\"resourceVersion\":\"" + version + "\"," + more + "}," + COLUMNS
                + ",\"rows\":[" + String.join(",", rows) + "]}";
    }

    static String row(String name, int version, String status) {
        return "{\"cells\":[\"" + name + "\",\"" + status
                + "\"],\"object\":{\"kind\":\"PartialObjectMetadata\",\"metadata\":{\"name\":\"" + name
                + "\",\"namespace\":\"n\",\"uid\":\"uid-" + name + "\",\"resourceVersion\":\"" + version
                + "\",\"managedFields\":[{\"manager\":\"x\",\"fieldsV1\":{\"f:a\":{\"f:b\":{}}}}]}}}";
    }

    static String event(String type, String row) {
        return "{\"type\":\"" + type
                + "\",\"object\":{\"kind\":\"Table\",\"metadata\":{},\"columnDefinitions\":null,\"rows\":[" + row
                + "]}}\n";
    }

    static String end(String version) {
        return event(
                "BOOKMARK",
                "{\"cells\":[\"\",\"\"],\"object\":{\"metadata\":{\"resourceVersion\":\"" + version
                        + "\",\"annotations\":{\"k8s.io/initial-events-end\":\"true\"}}}}");
    }

    /// A circuit in a test's hand.
    static final class Line implements Circuit {
        private final Bells bells = new Bells();
        private volatile @Nullable KubeFailure trouble;
        private volatile Instant lastHeard = Instant.EPOCH;

        void trouble(@Nullable KubeFailure now) {
            trouble = now;
            bells.ring();
        }

        void heardAt(Instant now) {
            lastHeard = now;
        }

        @Override
        public void heard() {}

        @Override
        public void doubt() {}

        @Override
        public @Nullable KubeFailure trouble() {
            return trouble;
        }

        @Override
        public Instant lastHeard() {
            return lastHeard;
        }

        @Override
        public Instant nextTry() {
            return Instant.EPOCH;
        }

        @Override
        public void tryNow() {}

        @Override
        public AutoCloseable onChange(Runnable bell) {
            return bells.add(bell);
        }
    }
}
