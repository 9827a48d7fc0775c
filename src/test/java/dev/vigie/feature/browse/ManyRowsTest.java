package dev.vigie.feature.browse;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.kind.Namespaces;
import dev.vigie.live.FakeRow;
import dev.vigie.live.Fx;
import dev.vigie.live.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A hundred thousand rows: every answer is right, and the last question wins.
@ExtendWith(ApplicationExtension.class)
class ManyRowsTest {
    private static final int MANY = 100_000;
    private final FakeCluster cluster = new FakeCluster().serves(Shop.PODS, Shop.COLUMNS);

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(new javafx.scene.layout.StackPane(), 900, 600));
        stage.show();
    }

    private static <T> T fx(Callable<T> call) throws Exception {
        return WaitForAsyncUtils.waitFor(20, SECONDS, WaitForAsyncUtils.asyncFx(call));
    }

    @Test
    void keys_typed_faster_than_rows_are_filtered_end_at_the_last_one() throws Exception {
        BrowseModel model =
                fx(() -> new BrowseModel(Fx.live(), cluster, Shop.PODS, Namespaces.all(), BrowseMemory.none()));
        List<FakeRow> rows = new ArrayList<>();
        for (int i = 0; i < MANY; i++)
            rows.add(FakeRow.of("shop", "pod-" + i, "pod-" + i, "1/1", "Running", String.valueOf(i % 40), "1d"));
        cluster.last().live(rows);
        await().atMost(20, SECONDS).until(() -> fx(() -> model.rows().size()) == MANY);
        AtomicInteger events = new AtomicInteger();
        fx(() -> {
            model.rows().addListener((javafx.collections.ListChangeListener<Object>) _ -> events.incrementAndGet());
            for (String typed : List.of("9", "99", "999", "9999")) model.filter(typed);
            model.sort(List.of(new Order.By("Name", true)));
            return "";
        });
        await().atMost(20, SECONDS).until(() -> fx(() -> model.rows().size()) == 19);
        assertThat(fx(() -> model.rows().getFirst().name())).isEqualTo("pod-99999");
        assertThat(events.get()).as("older answers are dropped").isEqualTo(1);
        rows.set(9_999, FakeRow.of("shop", "pod-9999", "pod-9999", "0/1", "Error", "3", "1d"));
        rows.removeLast();
        cluster.last().live(rows);
        await().atMost(20, SECONDS).until(() -> fx(() -> model.rows().size()) == 18);
        assertThat(fx(() -> model.rows().getLast().cell(2))).isEqualTo("Error");
        fx(() -> {
            model.close();
            return "";
        });
    }
}
