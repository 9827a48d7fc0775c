package dev.vigie.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.kind.Column;
import dev.vigie.kube.Row;
import dev.vigie.kube.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {
    private static final List<Column> COLUMNS =
            List.of(column("Name"), column("Status"), column("Restarts"), column("Age"), column("Nominated Node"));
    private static final List<Row> ROWS = List.of(
            pod("shop", "api-1", "Running", Map.of("app", "api", "app.kubernetes.io/part", "shop")),
            pod("shop", "api-2", "Running", Map.of("app", "api")),
            pod("shop", "mongo-0", "CrashLoopBackOff", Map.of("app", "mongo", "tier", "two words")),
            pod("test", "job-x", "Completed", Map.of()));

    private static Column column(String name) {
        return new Column(name, "string", "", "", 0);
    }

    private static Row pod(String namespace, String name, String status, Map<String, String> labels) {
        return FakeRow.of(namespace, name, name, status, "0", "1d", "<none>").labels(labels);
    }

    private static String offered(String typed, boolean askedFor, List<Row> rows) {
        Rows.Snapshot snapshot = new Rows.Snapshot(1, COLUMNS, rows, new Rows.State.Live(Instant.EPOCH, List.of()));
        return new Completion(snapshot)
                .of(typed, askedFor).stream()
                        .map(offer -> offer.word() + (offer.rows() < 0 ? "" : "×" + offer.rows()))
                        .collect(Collectors.joining(" | "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "st ; status:",
                "ST ; status:",
                "-st ; -status:",
                "re ; restarts: | restarts>",
                "ag ; age>",
                "no ; nominated-node:",
                "n ; ''",
                "nginx ; ''",
                "\"st ; ''",
                "label: ; label:app=×3 | label:app.kubernetes.io/part=×1 | label:tier=×1",
                "label:kub ; label:app.kubernetes.io/part=×1",
                "label:!ti ; label:!tier=×1",
                "label:app= ; label:app=api×2 | label:app=mongo×1",
                "label:app!=m ; label:app!=mongo×1",
                "label:app=api,m ; label:app=api,mongo×1",
                "label:tier= ; label:tier=\"two words\"×1",
                "status: ; status:Running×2 | status:Completed×1 | status:CrashLoopBackOff×1",
                "status:!c ; status:!Completed×1 | status:!CrashLoopBackOff×1",
                "status:ash ; status:CrashLoopBackOff×1",
                "status=Running,c ; status=Running,Completed×1 | status=Running,CrashLoopBackOff×1",
                "ns: ; ns:shop×3 | ns:test×1",
                "name: ; name:api-1×1 | name:api-2×1 | name:job-x×1 | name:mongo-0×1",
                "age> ; age>5m | age>1h | age>1d | age>7d",
                "age>1 ; ''",
                "nothing: ; ''",
                "\"label:\" ; ''"
            })
    void what_is_begun_goes_on_as_the_rows_say_most_often(String typed, String offers) {
        assertThat(offered(typed, false, ROWS)).isEqualTo(offers);
    }

    @Test
    void who_asks_before_typing_is_told_every_name() {
        assertThat(offered("", true, ROWS))
                .isEqualTo("label: | ns: | name: | status: | restarts: | restarts> | age> | nominated-node:");
        assertThat(offered("", true, List.of())).startsWith("label: | name:");
    }
}
