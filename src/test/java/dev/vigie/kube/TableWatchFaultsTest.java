package dev.vigie.kube;

import static dev.vigie.kube.TableWatchTest.LIST;
import static dev.vigie.kube.TableWatchTest.PODS;
import static dev.vigie.kube.TableWatchTest.event;
import static dev.vigie.kube.TableWatchTest.page;
import static dev.vigie.kube.TableWatchTest.row;
import static dev.vigie.kube.TableWatchTest.table;
import static dev.vigie.kube.TableWatchTest.watch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.promises.Shows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Servers, and things between, that do what no server should: the rows stay right, or are said to be old.
class TableWatchFaultsTest {
    private static final KubeFailure.Forbidden NO_WATCH = new KubeFailure.Forbidden("me", "watch", "pods", "", "no");
    private static final String OTHER_COLUMNS =
            "\"columnDefinitions\":[{\"name\":\"Name\",\"type\":\"string\"},{\"name\":\"Age\",\"type\":\"string\"}]";

    private final TableWatchTest.Line circuit = new TableWatchTest.Line();
    private final ScriptedWire wire =
            new ScriptedWire(path -> table("5", row("a", 1, "Running"), row("b", 2, "Running")));
    private SharedRows rows = new SharedRows(wire, circuit, PODS, Namespaces.all());

    @AfterEach
    void close() {
        rows.close();
    }

    @Test
    void a_watch_that_comes_with_other_columns_is_answered_by_one_list() throws Exception {
        rows.start();
        ScriptedWire.Stream stream = wire.opened();
        shown("a Running", "b Running");
        wire.lists(
                path -> table("9", row("a", 8, "1d")).replaceFirst("\"columnDefinitions\":\\[[^]]*]", OTHER_COLUMNS));
        stream.send(other(event("MODIFIED", row("a", 8, "1d"))));
        wire.opened().send(other(event("ADDED", row("c", 10, "2d"))));
        shown("a 1d", "c 2d");
        assertThat(wire.asked()).containsExactly(LIST, watch("5"), LIST, watch("9"));
        assertThat(rows.snapshot().columns()).extracting(c -> c.name()).containsExactly("Name", "Age");
    }

    @Test
    void a_watch_whose_columns_are_never_the_lists_gives_way_to_lists_and_asks_no_storm_of_them() throws Exception {
        wire.watches(path -> other(event("ADDED", row("c", 6, "2d"))));
        rows.start();
        await().atMost(Duration.ofSeconds(5)).until(() -> wire.asked().size() >= 5);
        calm();
        assertThat(wire.asked()).containsExactly(LIST, watch("5"), LIST, watch("5"), LIST);
        assertThat(rows.snapshot().state()).isEqualTo(new Rows.State.Live(Instant.EPOCH, List.of()));
        shown("a Running", "b Running");
    }

    @Test
    void an_object_that_the_watch_did_not_print_never_stands_under_the_columns_of_a_table() throws Exception {
        rows.start();
        ScriptedWire.Stream stream = wire.opened();
        wire.lists(path -> table("9", row("a", 8, "Failed")));
        stream.send(
                "{\"type\":\"MODIFIED\",\"object\":{\"kind\":\"Pod\",\"metadata\":{\"name\":\"a\",\"namespace\":\"n\",\"uid\":\"uid-a\",\"resourceVersion\":\"8\"}}}\n");
        wire.opened();
        shown("a Failed");
        assertThat(wire.asked()).containsExactly(LIST, watch("5"), LIST, watch("9"));
    }

    @Test
    @Shows("N08")
    void an_event_about_nothing_loses_none_of_those_after_it() throws Exception {
        for (String nothing : List.of(
                "{\"type\":\"ADDED\",\"object\":null}",
                "{\"type\":\"ADDED\"}",
                "{\"object\":{}}",
                "{\"type\":\"ADDED\",\"object\":{\"kind\":\"Table\",\"rows\":[]}}",
                "{\"type\":\"ADDED\",\"object\":{\"kind\":\"Table\",\"rows\":null}}",
                "{\"type\":\"WHATEVER\",\"object\":{\"kind\":\"Table\",\"rows\":[]}}",
                "null",
                "[]",
                "5")) {
            ScriptedWire strange = new ScriptedWire(path -> table("5", row("a", 1, "Running")));
            AtomicBoolean once = new AtomicBoolean();
            String good = event("ADDED", row("c", 7, "Pending"));
            strange.watches(path -> once.getAndSet(true) ? good : nothing + "\n" + good);
            try (SharedRows some = new SharedRows(strange, circuit, PODS, Namespaces.all())) {
                some.start();
                await(nothing)
                        .atMost(Duration.ofSeconds(5))
                        .untilAsserted(() -> assertThat(lines(some)).containsExactly("a Running", "c Pending"));
            }
        }
    }

    @Test
    void a_watch_stuck_at_one_event_gets_past_it_by_a_list() throws Exception {
        wire.watches(path -> path.contains("resourceVersion=5&") ? "{\"type\":\"ADDED\",\"object\":{oops\n" : "");
        rows.start();
        await().until(() -> wire.asked().size() >= 3);
        wire.lists(path -> table("50", row("z", 40, "New")));
        hurry(() -> lines(rows).equals(List.of("z New")));
        assertThat(wire.asked()).containsExactly(LIST, watch("5"), watch("5"), watch("5"), LIST, watch("50"));
    }

    @Test
    @Shows("N13")
    void a_watch_that_only_fails_is_said_to_be_old_since_the_moment_it_was_and_lists_are_asked_between()
            throws Exception {
        rows.start();
        ScriptedWire.Stream stream = wire.opened();
        shown("a Running", "b Running");
        Instant then = Instant.ofEpochSecond(1000);
        circuit.heardAt(then);
        KubeFailure why = new KubeFailure.ServerError(500, "etcd");
        wire.watches(path -> {
            throw new KubeException(why);
        });
        stream.cut();
        await().until(() -> rows.snapshot().state() instanceof Rows.State.Stale);
        circuit.heardAt(Instant.ofEpochSecond(2000));
        await().until(() -> wire.asked().size() == 4);
        assertThat(rows.snapshot().state()).isInstanceOfSatisfying(Rows.State.Stale.class, stale -> {
            assertThat(stale.since()).isEqualTo(then);
            assertThat(stale.why()).isEqualTo(why);
        });
        wire.lists(path -> table("50", row("z", 40, "New")));
        hurry(() -> lines(rows).equals(List.of("z New")));
    }

    @Test
    @Shows("N09")
    void a_server_that_forgets_at_once_what_it_just_said_is_asked_with_pauses_and_the_rows_are_not_called_live()
            throws Exception {
        wire.watches(path -> {
            throw new KubeException(new KubeFailure.Gone("too old"));
        });
        rows.start();
        await().until(() -> wire.asked().size() >= 4);
        await().until(() -> rows.snapshot().state() instanceof Rows.State.Stale);
        assertThat(((Rows.State.Stale) rows.snapshot().state()).why()).isEqualTo(new KubeFailure.Gone("too old"));
        assertThat(wire.asked()).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    @Shows("N11")
    void a_stream_that_says_nothing_not_even_a_bookmark_is_renewed_and_the_second_time_listed_anew() throws Exception {
        rows.start();
        wire.opened().mute();
        ScriptedWire.Stream second = wire.opened();
        assertThat(wire.asked()).containsExactly(LIST, watch("5"), watch("5"));
        wire.lists(path -> table("50", row("z", 40, "New")));
        second.mute();
        wire.opened().send(event("BOOKMARK", row("", 60, "0/0"))).mute();
        wire.opened();
        assertThat(wire.asked()).containsExactly(LIST, watch("5"), watch("5"), LIST, watch("50"), watch("60"));
        shown("z New");
    }

    @Test
    void a_version_that_the_server_cannot_read_is_forgotten() throws Exception {
        wire.watches(path -> {
            if (path.contains("resourceVersion=5&"))
                throw new KubeException(new KubeFailure.Invalid("invalid resource version", List.of()));
            return "";
        });
        rows.start();
        await().until(() -> wire.asked().size() >= 2);
        wire.lists(path -> table("6", row("a", 6, "New")));
        wire.opened();
        assertThat(wire.asked()).last().isEqualTo(watch("6"));
        shown("a New");
    }

    @Test
    @Shows("A08")
    void a_list_that_may_not_be_watched_is_asked_again_and_the_right_that_lacks_is_named() throws Exception {
        wire.watches(path -> {
            throw new KubeException(NO_WATCH);
        });
        rows.start();
        await().until(() -> wire.asked().size() == 3);
        Rows.State live = new Rows.State.Live(Instant.EPOCH, List.of(NO_WATCH));
        await().until(() -> rows.snapshot().state().equals(live));
        wire.lists(path -> table("7", row("a", 6, "New")));
        rows.tryNow();
        shown("a New");
        assertThat(rows.snapshot().state()).isEqualTo(live);
        wire.watches(path -> "");
        rows.tryNow();
        hurry(() -> wire.asked().getLast().equals(watch("7")));
        await().until(() -> rows.snapshot().state().equals(new Rows.State.Live(Instant.EPOCH, List.of())));
    }

    @Test
    void a_watch_refused_in_words_that_name_nothing_is_named_by_what_was_asked() {
        KubeFailure.Forbidden mute = new KubeFailure.Forbidden("", "", "", "", "policy says no");
        assertThat(new TableRequests("/api/v1/pods").unwatched(mute))
                .isEqualTo(new KubeFailure.Forbidden("", "watch", "pods", "", "policy says no"));
        assertThat(new TableRequests("/apis/apps/v1/namespaces/shop/deployments").unwatched(mute))
                .isEqualTo(new KubeFailure.Forbidden("", "watch", "deployments.apps", "shop", "policy says no"));
        assertThat(new TableRequests("/api/v1/pods").unwatched(NO_WATCH)).isEqualTo(NO_WATCH);
    }

    @Test
    void a_kind_that_nobody_can_watch_is_listed_again_and_never_watched() throws Exception {
        Kind kind = new Kind(PODS.gvk(), "pods", "pod", List.of(), List.of(), true, List.of("get", "list"));
        rows = new SharedRows(wire, circuit, kind, Namespaces.all());
        rows.start();
        shown("a Running", "b Running");
        wire.lists(path -> table("", row("a", 6, "New")));
        rows.tryNow();
        shown("a New");
        rows.tryNow();
        await().until(() -> wire.asked().size() == 3);
        assertThat(wire.asked()).containsExactly(LIST, LIST, LIST);
        assertThat(rows.snapshot().state()).isEqualTo(new Rows.State.Live(Instant.EPOCH, List.of()));
    }

    @Test
    @Shows("O07")
    void an_answer_that_takes_all_stack_or_memory_ends_nothing_but_itself() throws Exception {
        AtomicBoolean once = new AtomicBoolean();
        wire.watches(path -> {
            if (!once.getAndSet(true)) throw new StackOverflowError("on purpose");
            return event("ADDED", row("c", 6, "Pending"));
        });
        rows.start();
        shown("a Running", "b Running", "c Pending");
    }

    @Test
    @Shows("N10")
    void pages_that_expire_again_and_again_end_in_a_pause_and_not_in_a_circle() throws Exception {
        wire.watches(path -> {
            throw new KubeException(new KubeFailure.Invalid("no watch lists", List.of()));
        });
        wire.lists(path -> {
            if (path.contains("continue=")) throw new KubeException(new KubeFailure.Gone("expired"));
            return page("5", "\"continue\":\"more\"", row("a", 1, "Running"));
        });
        rows.start();
        await().until(() -> rows.snapshot().state() instanceof Rows.State.Failed);
        assertThat(wire.asked().stream().filter(asked -> !asked.contains("limit=") && asked.startsWith("GET")))
                .hasSizeLessThanOrEqualTo(2);
    }

    /// Nothing is asked for a second.
    private void calm() {
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(2))
                .until(() -> wire.asked().size(), size -> size == 5);
    }

    /// As a person who presses Try now until it is so.
    private void hurry(java.util.concurrent.Callable<Boolean> until) {
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            rows.tryNow();
            return until.call();
        });
    }

    private void shown(String... lines) {
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(lines(rows)).containsExactly(lines));
    }

    private static List<String> lines(SharedRows rows) {
        return rows.snapshot().rows().stream()
                .map(row -> row.cell(0) + " " + row.cell(1))
                .sorted()
                .toList();
    }

    private static String other(String event) {
        return event.replace("\"columnDefinitions\":null", OTHER_COLUMNS);
    }
}
