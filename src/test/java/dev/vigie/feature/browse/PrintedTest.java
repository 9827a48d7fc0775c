package dev.vigie.feature.browse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.kind.Layout;
import dev.vigie.live.FakeRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Rows as text for other programs.
class PrintedTest {
    private static Printed of(FakeRow... rows) {
        Layout layout =
                new Layout(Set.of(), Set.of(), Map.of(), List.of("Name", "Status", "Ready"), List.of("app"), List.of());
        List<Spot> spots = Spot.of(Shop.COLUMNS.subList(0, 3), false, layout);
        return new Printed(Shop.PODS, spots, List.of(rows), Instant.now());
    }

    private static FakeRow row(String name, String ready, String status) {
        return FakeRow.of("shop", name, name, ready, status).labels(Map.of("app", "web"));
    }

    @Test
    void columns_stand_as_they_were_arranged_and_labels_by_their_key() {
        assertThat(of(row("web-1", "1/1", "Running"), row("a", "0/1", "Pending"))
                        .table())
                .isEqualTo("""
                NAME    STATUS    READY   app
                web-1   Running   1/1     web
                a       Pending   0/1     web
                """);
        assertThat(of(row("web-1", "1/1", "Running")).tabbed())
                .isEqualTo("NAME\tSTATUS\tREADY\tapp\nweb-1\tRunning\t1/1\tweb\n");
        assertThat(of(row("web-1", "", ""), row("a", "", "")).names()).isEqualTo("pod/web-1\npod/a\n");
    }

    @Test
    void a_spreadsheet_gets_texts_and_never_formulas() {
        assertThat(of(row("=HYPERLINK(\"http://x\")", "-1.5", "a,b\nc"), row("@x", "-", " y"))
                        .csv())
                .isEqualTo(String.join(
                        "\r\n",
                        "NAME,STATUS,READY,app",
                        "\"'=HYPERLINK(\"\"http://x\"\")\",\"a,b\nc\",-1.5,web",
                        "'@x,\" y\",'-,web",
                        ""));
    }
}
