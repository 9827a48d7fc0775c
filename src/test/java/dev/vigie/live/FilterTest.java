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
                "-shop | job-x",
                "-label:app=api | mongo-0 job-x",
                "!status:run,pend | job-x",
                "-status:!run | api-1",
                "\"shop\" | api-1 mongo-0",
                "\"(3h ago)\" | mongo-0",
                "restarts:\"12 (3h\" | mongo-0",
                "\"status:run\" | ''",
                "web:1 | ''",
                "status:unning | ''",
                "status=Running | api-1",
                "status=running | ''",
                "status!=Running | mongo-0 job-x",
                "name:ongo | mongo-0",
                "name=mongo-0,job-x | mongo-0 job-x",
                "restarts:0 | api-1 job-x",
                "restarts:12 | mongo-0",
                "restarts:1 | ''",
                "restarts>=12 | mongo-0",
                "restarts<=0 | api-1 job-x",
                "age<=30s | api-1",
                "age:120m | job-x",
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
    void conditions_are_chips_and_words_are_not() {
        assertThat(Token.of("label:app=x  \"two words\" plain ns:\"a b\" \"open end"))
                .containsExactly(
                        new Token("label:app=x", 0),
                        new Token("\"two words\"", 13),
                        new Token("plain", 25),
                        new Token("ns:\"a b\"", 31),
                        new Token("\"open end", 40));
        assertThat(List.of(
                        "label:app=x", "status:!a", "age>1h", "!x", "-x", "-status:a", "node=n", "node!=n", "a:\" \""))
                .allMatch(Filter::special);
        assertThat(List.of("plain", "a,b", "!", "-", "status:", "age>", "\"status:a\"", "10.0.0.1:80", "a/b:1", ":x"))
                .noneMatch(Filter::special);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "statu:run | NoColumn[name=statu, nearest=status]",
                "nominated:x | NoColumn[name=nominated, nearest=nominatednode]",
                "app=web | NoColumn[name=app, nearest=label:app]",
                "zzzzzz:1 | NoColumn[name=zzzzzz, nearest=]",
                "restarts>many | NoNumber[value=many]",
                "age>soon | NoAge[value=soon]",
                "age> | NoValue[typed=age>]",
                "status: | NoValue[typed=status:]",
                "- | NoValue[typed=-]"
            })
    void what_is_wrong_is_said_and_hides_nothing_silently(String typed, String mistake) {
        assertThat(Filter.mistake(typed, COLUMNS)).hasToString(mistake);
        boolean text = mistake.startsWith("NoColumn");
        var shown = ROWS.stream().filter(Filter.parse(typed).on(COLUMNS, NOW)).toList();
        assertThat(shown).hasSize(text ? 0 : ROWS.size());
    }

    @Test
    void what_is_right_is_no_mistake_nor_is_anything_before_columns_are_known() {
        assertThat(List.of(
                        "x", "-x", "status:run", "nominated-node:a", "NS:shop", "label:any=x", "age>=1h", "ready=1/1"))
                .allMatch(typed -> Filter.mistake(typed, COLUMNS) == null);
        assertThat(Filter.mistake("statu:x", List.of())).isNull();
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
