package dev.vigie.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Screen;
import dev.vigie.promises.Shows;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableRow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Whoever comes back to a kind finds the table as it was left, by the next pulse.
class KindsSeenBeforeTest extends OnTheWorkbench {
    @Start
    void start(Stage stage) {
        begin(stage);
    }

    private void go(Kind kind) {
        frame().workbench.carryOut(new Intent.Show(new Screen.Table(kind)));
    }

    @Test
    @Shows("R6")
    void a_kind_seen_before_is_back_by_the_next_pulse_as_it_was_left(FxRobot robot) throws Exception {
        frame().contexts("lab");
        open(robot, "lab");
        until(() -> rows().size() == 2);
        Node before = Objects.requireNonNull(find("#rows"));
        fx(() -> {
            go(StandIn.NODES);
            return "";
        });
        until(() -> text("#path").contains("Nodes") && !before.equals(find("#rows")));
        long pods = openings();
        CompletableFuture<Integer> lines = fx(() -> {
            go(StandIn.PODS);
            return afterLayout();
        });
        assertThat(lines.get(5, TimeUnit.SECONDS))
                .as("rows laid out by the first pulse")
                .isEqualTo(2);
        assertThat(find("#rows")).as("the very same table").isSameAs(before);
        assertThat(openings()).as("its rows are followed again").isGreaterThan(pods);
    }

    private long openings() {
        return frame().cluster("lab").opened.stream()
                .filter(rows -> rows.kind().equals(StandIn.PODS))
                .count();
    }

    private CompletableFuture<Integer> afterLayout() {
        Scene scene = frame().workbench.scene();
        CompletableFuture<Integer> lines = new CompletableFuture<>();
        Runnable[] listener = new Runnable[1];
        listener[0] = () -> {
            scene.removePostLayoutPulseListener(listener[0]);
            Node table = scene.getRoot().lookup("#rows");
            lines.complete(
                    table == null
                            ? -1
                            : (int) table.lookupAll(".table-row-cell").stream()
                                    .filter(line ->
                                            line instanceof TableRow<?> row && row.isVisible() && !row.isEmpty())
                                    .count());
        };
        scene.addPostLayoutPulseListener(listener[0]);
        return lines;
    }
}
