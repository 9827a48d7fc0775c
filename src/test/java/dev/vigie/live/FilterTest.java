package dev.vigie.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.kind.Column;
import dev.vigie.kube.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {
    private static final List<Column> COLUMNS = List.of(
            column("Name"),
            column("Ready"),
            column("Status"),
            column("Restarts"),
            column("Age"),
            column("Nominated Node"));
    private static final Instant NOW = Instant.ofEpochSecond(1_000_000);
    private static final List<Row> ROWS = List.of(
            pod("shop", "api-1", "1/1", "Running", "0", 30, "app", "api"),
            pod("shop", "mongo-0", "0/1", "Pending", "12 (3h ago)", 90_000, "app", "mongo"),
            pod("test", "job-x", "0/1", "Completed", "0", 7_200, "tier", "batch"));

    private static Column column(String name) {
        return new Column(name, "string", "", "", 0);
    }

    private static Row pod(
            String namespace,
            String name,
            String ready,
            String status,
            String restarts,
            long age,
            String key,
            String value) {
        return FakeRow.of(namespace, name, name, ready, status, restarts, "", "node-a")
                .created(NOW.getEpochSecond() - age)
                .labels(Map.of(key, value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | api-1 mongo-0 job-x",
                "MONGO | mongo-0",
                "sho | api-1 mongo-0",
                "shop run | api-1",
                "api,job | api-1 job-x",
                "!shop | job-x",
                "!api,mongo | job-x",
                "label:app | api-1 mongo-0",
                "label:app=api,mongo | api-1 mongo-0",
                "label:app!=api | mongo-0 job-x",
                "label:!app | job-x",
                "label:app=api label:tier | ''",
                "status:!Completed | api-1 mongo-0",
                "status:pend,compl | mongo-0 job-x",
                "ns:test | job-x",
                "age>1h | mongo-0 job-x",
                "age<1h | api-1",
                "age>1d | mongo-0",
                "restarts>3 | mongo-0",
                "nominatednode:node-a ready:0/1 | mongo-0 job-x",
                "status: | api-1 mongo-0 job-x",
                "! | api-1 mongo-0 job-x"
            })
    void what_is_typed_shows(String typed, String expected) {
        var shown = ROWS.stream()
                .filter(Filter.parse(typed).on(COLUMNS, NOW))
                .map(Row::name)
                .toList();
        assertThat(String.join(" ", shown)).isEqualTo(expected);
    }

    @Test
    void labels_are_what_kubectl_can_say_too() {
        assertThat(Filter.parse("label:app=a,b mongo label:!tier label:x!=y label:z=1 status:Running")
                        .selector())
                .isEqualTo("app in (a,b),!tier,x!=y,z=1");
        assertThat(Filter.parse("label:app!=a,b").selector()).isEqualTo("app notin (a,b)");
        assertThat(Filter.parse("mongo").selector()).isEmpty();
    }

    @Test
    void conditions_are_chips_and_words_are_not() {
        assertThat(Filter.tokens("label:app=x  \"two words\" plain"))
                .containsExactly("label:app=x", "two words", "plain");
        assertThat(List.of("label:app=x", "status:!a", "age>1h", "!x")).allMatch(Filter::special);
        assertThat(List.of("plain", "a,b", "!", "status:", "age>")).noneMatch(Filter::special);
    }

    @Test
    void one_more_letter_only_narrows() {
        assertThat(Filter.parse("mon").narrows(Filter.parse("mo"))).isTrue();
        assertThat(Filter.parse("mo x").narrows(Filter.parse("mo"))).isTrue();
        assertThat(Filter.parse("mo").narrows(Filter.NONE)).isTrue();
        assertThat(Filter.parse("mo").narrows(Filter.parse("mon"))).isFalse();
        assertThat(Filter.parse("!mon").narrows(Filter.parse("!mo"))).isFalse();
        assertThat(Filter.parse("a,b").narrows(Filter.parse("a"))).isFalse();
    }
}
