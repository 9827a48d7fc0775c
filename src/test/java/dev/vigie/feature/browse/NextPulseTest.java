package dev.vigie.feature.browse;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.base.Messages;
import dev.vigie.kind.Namespaces;
import dev.vigie.kube.Row;
import dev.vigie.live.FakeRow;
import dev.vigie.live.Fx;
import dev.vigie.promises.Shows;
import dev.vigie.ui.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Pulses are counted, not milliseconds: what a key asks for is laid out by the first pulse after it.
@ExtendWith(ApplicationExtension.class)
class NextPulseTest {
    private static final int MANY = 100_000;
    private final FakeCluster cluster = new FakeCluster().serves(Shop.PODS, Shop.COLUMNS);
    private final FakeCluster other = new FakeCluster().serves(Shop.PODS, Shop.COLUMNS);
    private @Nullable BrowseView opened;
    private @Nullable BrowseModel referee;

    @Start
    void start(Stage stage) {
        Messages.speak(Locale.ENGLISH);
        BrowseView view = new BrowseView(Fx.live(), cluster, Shop.PODS, Namespaces.all(), BrowseMemory.none(), _ -> {});
        opened = view;
        Scene scene = new Scene(view, 900, 700);
        new Theme(Theme.Shade.DARK, 1).dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    private BrowseView view() {
        return Objects.requireNonNull(opened);
    }

    private static <T> T fx(Callable<T> call) throws Exception {
        return WaitForAsyncUtils.waitFor(20, SECONDS, WaitForAsyncUtils.asyncFx(call));
    }

    private RowsTable table() {
        return (RowsTable) Objects.requireNonNull(view().lookup("#rows"));
    }

    private static List<FakeRow> pods() {
        List<FakeRow> pods = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String name = "app-" + i % 40 + "-" + Integer.toHexString(i * 7919) + "-" + i;
            String status = i % 97 == 0 ? "CrashLoopBackOff" : "Running";
            pods.add(FakeRow.of(
                            "ns-" + i % 50,
                            name,
                            name,
                            "1/1",
                            status,
                            String.valueOf(i % 12),
                            "",
                            "10.0.0.1",
                            "node-" + i % 100)
                    .created(1_000_000 + i)
                    .labels(Map.of("app", "app-" + i % 40)));
        }
        return pods;
    }

    @AfterEach
    void close() throws Exception {
        fx(() -> {
            view().close();
            if (referee != null) referee.close();
            return "";
        });
    }

    @Test
    @Shows("R5")
    void every_key_in_the_filter_is_answered_by_the_next_pulse_at_a_hundred_thousand_rows() throws Exception {
        cluster.last().live(pods());
        await().atMost(20, SECONDS)
                .until(() -> fx(() ->
                        view().lookup("#rows") != null && table().getItems().size() == MANY));
        fx(() -> {
            view().focusFilter();
            return "";
        });
        await().atMost(20, SECONDS).until(() -> fx(() -> view().answersAtOnce()));
        String whole = "app-7-";
        List<String> typed = new ArrayList<>();
        for (int i = 1; i <= whole.length(); i++) typed.add(whole.substring(0, i));
        for (int i = whole.length() - 1; i >= 0; i--) typed.add(whole.substring(0, i));
        typed.addAll(List.of(
                "-7", "status:c", "status:crash", "label:app=app-3", "restarts>9", "restarts>9 ns-4 1", "zzz", ""));
        List<String> late = new ArrayList<>();
        for (String text : typed) {
            String seen = fx(() -> type(text)).get(10, SECONDS);
            if (!seen.equals(expected(text))) late.add(text + ": " + seen);
        }
        assertThat(late).isEmpty();
    }

    /// What stands in the table when the first pulse after the key has laid it out.
    private CompletableFuture<String> type(String text) {
        CompletableFuture<String> seen = new CompletableFuture<>();
        Scene scene = view().getScene();
        ((TextField) Objects.requireNonNull(view().lookup("#filter-input"))).setText(text);
        Runnable[] listener = new Runnable[1];
        listener[0] = () -> {
            scene.removePostLayoutPulseListener(listener[0]);
            seen.complete(stands());
        };
        scene.addPostLayoutPulseListener(listener[0]);
        return seen;
    }

    private String stands() {
        if (!(view().lookup("#rows") instanceof RowsTable table)) return "0 ";
        for (Node node : table.lookupAll(".table-row-cell"))
            if (node instanceof RowLine line && line.isVisible() && line.getIndex() == 0)
                return table.getItems().size() + " " + line.getItem().name();
        return "?";
    }

    /// The same filter on a model that nobody types in.
    private String expected(String text) throws Exception {
        List<Row> rows = fx(() -> {
            BrowseModel model = referee;
            if (model == null) {
                model = new BrowseModel(Fx.inline(), other, Shop.PODS, Namespaces.all(), BrowseMemory.none());
                other.last().live(pods());
                referee = model;
            }
            model.filter(text);
            return List.copyOf(model.rows());
        });
        return rows.size() + " " + (rows.isEmpty() ? "" : rows.getFirst().name());
    }
}
