package dev.vigie.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.base.Gvk;
import dev.vigie.kind.Column;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Tone;
import dev.vigie.kube.Row;
import dev.vigie.kube.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Which of many objects are in trouble, and in how few lines that can be said.
class HealthTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Kind PODS = kind("", "Pod", "pods");
    private static final Kind DEPLOYMENTS = kind("apps", "Deployment", "deployments");

    private static Kind kind(String group, String name, String plural) {
        return new Kind(new Gvk(group, "v1", name), plural, "", List.of(), List.of(), true, List.of("list"));
    }

    private record Printed(String name, String owner, long minutes, List<String> cells) implements Row {
        @Override
        public Object key() {
            return name;
        }

        @Override
        public String uid() {
            return name;
        }

        @Override
        public String namespace() {
            return "shop";
        }

        @Override
        public long created() {
            return NOW.getEpochSecond() - minutes * 60;
        }

        @Override
        public long received() {
            return NOW.toEpochMilli();
        }

        @Override
        public boolean deleting() {
            return false;
        }

        @Override
        public String cell(int index) {
            return cells.get(index);
        }

        @Override
        public Map<String, String> labels() {
            return Map.of();
        }

        @Override
        public List<Owner> owners() {
            return owner.isEmpty() ? List.of() : List.of(new Owner(new Gvk("apps", "v1", "X"), owner, "u", true));
        }
    }

    private static Printed row(String name, String owner, long minutes, String... cells) {
        List<String> all = new ArrayList<>(List.of(name));
        all.addAll(List.of(cells));
        return new Printed(name, owner, minutes, all);
    }

    private static Health of(Kind kind, List<String> columns, Row... rows) {
        List<Column> heads = columns.stream()
                .map(name -> new Column(name, "string", "", "", 0))
                .toList();
        Rows.State live = new Rows.State.Live(NOW, List.of());
        return Health.of(kind, new Rows.Snapshot(1, heads, Arrays.asList(rows), live), "lab", NOW);
    }

    private static Health pods(Row... rows) {
        return of(PODS, List.of("Name", "Ready", "Status", "Restarts"), rows);
    }

    private static List<String> said(List<Health.Trouble> troubles) {
        return troubles.stream()
                .map(one -> one.tone() + " " + one.count() + " " + one.first().name() + " " + one.word())
                .toList();
    }

    @Test
    void pods_that_fail_alike_under_one_owner_are_one_line_with_the_newest() {
        Health health = pods(
                row("web-1", "web-5d9", 30, "0/1", "CrashLoopBackOff", "7"),
                row("web-2", "web-5d9", 10, "0/1", "CrashLoopBackOff", "4"),
                row("web-3", "web-5d9", 20, "0/1", "ImagePullBackOff", "0"),
                row("api-1", "api-77", 30, "1/1", "Running", "0"));
        assertThat(said(health.troubles()))
                .containsExactly("ERROR 2 web-2 CrashLoopBackOff", "ERROR 1 web-3 ImagePullBackOff");
        assertThat(health.total()).isEqualTo(4);
        assertThat(health.tones()).isEqualTo(Map.of(Tone.ERROR, 3, Tone.OK, 1));
    }

    @Test
    void a_pod_may_take_ten_minutes_to_come_and_no_more() {
        Health health = pods(
                row("new", "", 9, "0/1", "ContainerCreating", "0"),
                row("old", "", 11, "0/1", "ContainerCreating", "0"),
                row("deaf", "", 60, "1/2", "Running", "0"),
                row("tired", "", 90, "1/1", "Running", "12"),
                row("over", "", 90, "0/1", "Completed", "0"));
        assertThat(said(health.troubles()))
                .containsExactly("WARN 1 old ContainerCreating", "WARN 1 deaf 1/2 ready", "WARN 1 tired 12 restarts");
    }

    @Test
    void where_only_the_age_is_printed_it_is_the_age_that_counts() {
        List<Column> heads = java.util.stream.Stream.of("Name", "Ready", "Status", "Restarts", "Age")
                .map(name -> new Column(name, "string", "", "", 0))
                .toList();
        long received = NOW.toEpochMilli();
        List<Row> rows = List.of(
                dev.vigie.live.FakeRow.of("", "new", "new", "0/1", "Pending", "0", "9m59s")
                        .received(received),
                dev.vigie.live.FakeRow.of("", "old", "old", "0/1", "Pending", "0", "11m")
                        .received(received));
        Rows.State live = new Rows.State.Live(NOW, List.of());
        Health health = Health.of(PODS, new Rows.Snapshot(1, heads, rows, live), "lab", NOW);
        assertThat(said(health.troubles())).containsExactly("WARN 1 old Pending");
    }

    @Test
    void a_workload_is_not_named_when_its_pods_are() {
        Health pods = pods(row("web-5d9-x", "web-5d9", 3, "0/1", "CrashLoopBackOff", "7"));
        Health deployments = of(
                DEPLOYMENTS,
                List.of("Name", "Ready", "Up-to-date", "Available"),
                row("web", "", 5, "0/1", "1", "0"),
                row("denied", "", 5, "0/2", "0", "0"),
                row("fine", "", 5, "2/2", "2", "2"));
        assertThat(said(Health.worst(List.of(deployments, pods))))
                .containsExactly("ERROR 1 web-5d9-x CrashLoopBackOff", "ERROR 1 denied 0/2 ready");
    }

    @Test
    void many_troubles_are_counted_and_the_worst_named() {
        Row[] rows = new Row[1000];
        for (int i = 0; i < rows.length; i++) rows[i] = row("p" + i, "", i, "0/1", i < 500 ? "Error" : "Pending", "0");
        Health health = pods(rows);
        assertThat(health.troubles()).hasSize(200).allMatch(one -> one.tone() == Tone.ERROR);
        assertThat(health.count(Tone.ERROR)).isEqualTo(500);
        assertThat(health.count(Tone.WARN)).isEqualTo(500);
    }
}
