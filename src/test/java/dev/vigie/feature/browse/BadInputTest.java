package dev.vigie.feature.browse;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.base.Messages;
import dev.vigie.kind.Column;
import dev.vigie.kind.Layout;
import dev.vigie.kind.Namespaces;
import dev.vigie.live.FakeRow;
import dev.vigie.live.Fx;
import dev.vigie.promises.Shows;
import dev.vigie.ui.Theme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What a hostile or broken server could put into a table.
@ExtendWith(ApplicationExtension.class)
class BadInputTest {
    /// Colours, a window's title, a link, the other direction, nothing to see, the end of a line.
    private static final String EVIL =
            "\u001b[31mred\u001b]0;own\u0007\u001b]8;;http://x\u001b\\\u009b1m\u202egnp.exe\u2066x\u2069\u200b\ufeff\u0000\r";

    private static final String HEAD = "Evil" + EVIL;
    private static final List<Column> COLUMNS = List.of(
            new Column("Name", "string", "name", "", 0),
            new Column(HEAD, "string", "", "", 0),
            new Column("Status", "nobody-knows", "nor-this", EVIL, 0),
            new Column("Age", "date", "", "", 0),
            new Column("Size", "integer", "int64", "", 0));

    private final FakeCluster cluster = new FakeCluster().serves(Shop.PODS, COLUMNS);
    private @Nullable BrowseView opened;

    @Start
    void start(Stage stage) {
        Messages.speak(Locale.ENGLISH);
        Layout layout = new Layout(
                Set.of(), Set.of(), Map.of(), List.of(), List.of("label" + EVIL), List.of("annotation" + EVIL));
        BrowseMemory memory = BrowseMemory.none().layout(layout);
        BrowseView view = new BrowseView(Fx.live(), cluster, Shop.PODS, Namespaces.all(), memory, _ -> {});
        opened = view;
        Scene scene = new Scene(view, 1100, 700);
        new Theme(Theme.Shade.DARK, 1).dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() throws Exception {
        fx(() -> {
            view().close();
            return "";
        });
    }

    private BrowseView view() {
        return Objects.requireNonNull(opened);
    }

    private static <T> T fx(Callable<T> call) throws Exception {
        return WaitForAsyncUtils.waitFor(10, SECONDS, WaitForAsyncUtils.asyncFx(call));
    }

    private RowsTable table() {
        return (RowsTable) Objects.requireNonNull(view().lookup("#rows"));
    }

    private void rows(List<FakeRow> rows) {
        cluster.last().live(rows);
        await().atMost(5, SECONDS)
                .until(() -> fx(() -> view().lookup("#rows") != null
                        && table().getItems().size() == rows.size()
                        && table().lookup(".table-row-cell:filled") != null));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static FakeRow evil(String name) {
        return FakeRow.of("ns" + EVIL, name, name, "cell" + EVIL, "Running" + EVIL, "5m" + EVIL, "7" + EVIL)
                .labels(Map.of("label" + EVIL, "value" + EVIL))
                .annotations(Map.of("annotation" + EVIL, "note" + EVIL));
    }

    /// Every text in the view that would do something to a screen or to its reader.
    private List<String> acting() throws Exception {
        return fx(() -> {
            List<String> texts = new ArrayList<>();
            collect(view(), texts);
            return texts.stream().filter(BadInputTest::acts).toList();
        });
    }

    private static void collect(Node node, List<String> texts) {
        if (node instanceof TextField) return; // what a person typed
        if (node instanceof Text text) texts.add(text.getText());
        if (node instanceof Labeled labeled) {
            texts.add(labeled.getText());
            if (labeled.getTooltip() != null) texts.add(labeled.getTooltip().getText());
        }
        if (node.getAccessibleText() != null) texts.add(node.getAccessibleText());
        if (node instanceof Parent parent) parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
    }

    private static boolean acts(@Nullable String text) {
        return text != null
                && text.chars()
                        .anyMatch(c -> (c < 0x20 && c != '\n' && c != '\t')
                                || (c >= 0x7f && c < 0xa0)
                                || (c >= 0x200b && c <= 0x200f)
                                || (c >= 0x202a && c <= 0x202e)
                                || (c >= 0x2060 && c <= 0x2069)
                                || c == 0xfeff);
    }

    @Test
    @Shows({"S9", "S12"})
    void nothing_a_server_prints_acts_on_the_screen_or_on_what_is_copied() throws Exception {
        rows(List.of(evil("pod" + EVIL), evil("x".repeat(253)), evil("اسم-عربي-طويل")));
        assertThat(acting()).isEmpty();
        assertThat(fx(() -> view().lookupAll(".table-cell").stream()
                        .filter(node -> node instanceof Labeled cell && cell.getText() != null)
                        .map(node -> ((Labeled) node).getText())
                        .filter(text -> text.contains("␛") && text.contains("⟨U+202E⟩") && text.contains("⟨U+200B⟩"))
                        .count()))
                .as("they are seen as signs")
                .isGreaterThanOrEqualTo(9);
        Printed printed = fx(() -> table().printed());
        for (String text : List.of(printed.table(), printed.tabbed(), printed.csv(), printed.names()))
            assertThat(acts(text.replace("\r\n", "\n"))).as(text).isFalse();
        assertThat(printed.tabbed()).contains("␛[31mred");
    }

    @Test
    @Shows({"S9", "S12"})
    void nothing_acts_in_chips_mistakes_and_offers() throws Exception {
        rows(List.of(evil("pod")));
        fx(() -> {
            view().focusFilter();
            TextField input = (TextField) Objects.requireNonNull(view().lookup("#filter-input"));
            input.setText("status:\u202ex no\u202ene:\u200by label:a\u202e=b");
            input.positionCaret(3);
            input.fireEvent(new javafx.scene.input.KeyEvent(
                    javafx.scene.input.KeyEvent.KEY_PRESSED,
                    "",
                    "",
                    javafx.scene.input.KeyCode.ENTER,
                    false,
                    false,
                    false,
                    false));
            return "";
        });
        await().atMost(5, SECONDS)
                .until(() -> fx(() -> view().lookup("#filter-vain") instanceof Labeled vain
                        && !vain.getText().isEmpty()));
        assertThat(fx(() -> view().lookupAll(".chip").size())).isEqualTo(2);
        assertThat(acting()).isEmpty();
    }

    @Test
    void a_table_holds_whatever_is_missing_or_too_much() throws Exception {
        Map<String, String> labels = new HashMap<>();
        for (int i = 0; i < 5_000; i++) labels.put("example.com/label-" + i, "value-" + i);
        List<FakeRow> rows = new ArrayList<>();
        rows.add(FakeRow.of("", "")); // neither metadata nor cells
        rows.add(FakeRow.of("shop", "nulls", "nulls", "", "", "", ""));
        rows.add(FakeRow.of("shop", "future", "future", "x", "Running", "-5m", "1")
                .created(System.currentTimeMillis() / 1000 + 86_400));
        rows.add(FakeRow.of("shop", "huge", "huge", "y".repeat(256_000), "Running", "5m", "9".repeat(400)));
        rows.add(FakeRow.of("shop", "many", "many", "x", "Running", "5m", "1").labels(labels));
        rows.add(FakeRow.of("shop", "x".repeat(253), "x".repeat(253), "x", "Running", "5m", "1"));
        rows(rows);
        assertThat(fx(() -> view().lookupAll(".table-cell").stream()
                        .filter(node -> node instanceof Labeled cell && "<invalid>".equals(cell.getText()))
                        .count()))
                .as("an age in the future")
                .isEqualTo(1);
        assertThat(fx(() -> view().lookupAll(".table-cell").stream()
                        .filter(node -> node instanceof Labeled)
                        .mapToInt(node -> Objects.requireNonNullElse(((Labeled) node).getText(), "")
                                .length())
                        .max()
                        .orElse(0)))
                .as("no cell lays out more than anybody reads")
                .isLessThan(1_100);
        for (String filter : List.of("label:example.com/label-4999=value-4999", "size>0", "age<1h", "evil:y", "")) {
            fx(() -> {
                view().focusFilter();
                ((TextField) Objects.requireNonNull(view().lookup("#filter-input"))).setText(filter);
                return "";
            });
            WaitForAsyncUtils.waitForFxEvents();
        }
        fx(() -> {
            ((ColumnsMenu) Objects.requireNonNull(view().lookup("#columns"))).show();
            return "";
        });
        assertThat(fx(() -> table().getItems().size())).isEqualTo(rows.size());
        assertThat(fx(() -> table().printed()).csv()).contains("y".repeat(256_000));
    }
}
