package dev.vigie.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.kind.Column;
import dev.vigie.kube.Rows;
import dev.vigie.live.FakeRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Which events are one, and which are not.
class OccurrencesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private static Occurrence event(String object, String reason, String message, long times, long agoSeconds) {
        Instant last = NOW.minusSeconds(agoSeconds);
        return new Occurrence(
                "shop",
                object,
                !reason.equals("Pulled"),
                reason,
                message,
                "kubelet",
                times,
                last.minusSeconds(60),
                last);
    }

    private static List<String> said(List<Occurrences> groups) {
        return groups.stream()
                .map(one -> one.newest().reason() + " " + one.newest().object() + " x" + one.times() + " of "
                        + one.objects())
                .toList();
    }

    @Test
    void pods_of_one_workload_that_say_the_same_are_one_whatever_their_names_and_addresses() {
        List<Occurrence> all = List.of(
                event("pod/api-7fdf5fb6d7-9l7bj", "Unhealthy", "Get http://10.244.2.14:8080/ready: refused", 6, 30),
                event("pod/api-7fdf5fb6d7-x8rvb", "Unhealthy", "Get http://10.244.1.16:8080/ready: refused", 4, 10),
                event("pod/api-5bcb4c97dd-x8rvb", "Unhealthy", "Get http://10.244.1.17:8080/ready: refused", 1, 40));
        assertThat(said(Occurrences.of(all))).containsExactly("Unhealthy pod/api-7fdf5fb6d7-x8rvb x11 of 3");
        assertThat(Occurrences.of(all).getFirst().first()).isEqualTo(NOW.minusSeconds(100));
    }

    @Test
    void words_at_the_end_of_a_name_are_not_taken_for_chance() {
        List<Occurrence> all = List.of(
                event("deployment/unicorn-front", "Failed", "no", 1, 1),
                event("deployment/unicorn-horse", "Failed", "no", 1, 2),
                event("pod/mongo-0", "Failed", "no", 1, 3),
                event("pod/mongo-1", "Failed", "no", 1, 4));
        assertThat(Occurrences.of(all)).hasSize(4);
    }

    @Test
    void what_differs_in_kind_reason_or_words_stays_apart() {
        List<Occurrence> all = List.of(
                event("pod/a", "Failed", "Error: ErrImagePull", 1, 1),
                event("pod/a", "Failed", "Error: ImagePullBackOff", 1, 2),
                event("pod/a", "BackOff", "Error: ErrImagePull", 1, 3),
                event("job/a", "Failed", "Error: ErrImagePull", 1, 4));
        assertThat(Occurrences.of(all)).hasSize(4);
    }

    @Test
    void the_order_in_which_they_come_changes_nothing() {
        List<Occurrence> all = new ArrayList<>(List.of(
                event("pod/web-5d8c6f7b9b-x2x9k", "BackOff", "it", 2, 5),
                event("pod/web-5d8c6f7b9b-q4w7z", "BackOff", "it", 3, 5),
                event("pod/db-0", "Pulled", "it", 1, 5)));
        List<Occurrences> expected = Occurrences.of(all);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(all, new Random(seed));
            assertThat(Occurrences.of(all)).isEqualTo(expected);
        }
    }

    @Test
    void what_the_server_prints_is_read_whatever_it_holds() {
        List<Column> columns = List.of(
                new Column("Last Seen", "string", "", "", 0),
                new Column("Type", "string", "", "", 0),
                new Column("Object", "string", "", "", 0),
                new Column("First Seen", "string", "", "", 1),
                new Column("Count", "integer", "", "", 1));
        long received = NOW.toEpochMilli();
        Rows.Snapshot table = new Rows.Snapshot(
                1,
                columns,
                List.of(
                        FakeRow.of("shop", "a", "9s (x26 over 35m)", "Warning", "pod/a", "35m", "26")
                                .received(received),
                        FakeRow.of("shop", "b", "<unknown>", "Normal", "nobody", "<invalid>", "many")
                                .received(received),
                        FakeRow.of("shop", "c").received(received)),
                new Rows.State.Live(NOW, List.of()));
        assertThat(Occurrence.of(table))
                .containsExactly(
                        new Occurrence(
                                "shop", "pod/a", true, "", "", "", 26, NOW.minusSeconds(2100), NOW.minusSeconds(9)),
                        new Occurrence("shop", "nobody", false, "", "", "", 1, NOW, NOW),
                        new Occurrence("shop", "", false, "", "", "", 1, NOW, NOW));
        assertThat(Occurrence.of(table).get(1).kind()).isEmpty();
    }
}
