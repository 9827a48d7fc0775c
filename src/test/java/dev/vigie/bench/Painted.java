package dev.vigie.bench;

import dev.vigie.feature.browse.BrowseMemory;
import dev.vigie.feature.browse.BrowseView;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kube.KubeCluster;
import dev.vigie.kube.Row;
import dev.vigie.kube.Rows;
import dev.vigie.live.Fx;
import dev.vigie.ui.Theme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// What a person sees of lists and storms: the real table in a real window, timed until it is painted.
final class Painted {
    private static final long PATIENCE = 120;

    private final Frames frames;
    private final StackPane root;
    private final Stage stage;
    private @Nullable BrowseView view;

    private Painted(Frames frames, StackPane root, Stage stage) {
        this.frames = frames;
        this.root = root;
        this.stage = stage;
    }

    /// Opens the window, once a program.
    static Painted open() throws Exception {
        CountDownLatch up = new CountDownLatch(1);
        Platform.startup(up::countDown);
        up.await();
        return fx(() -> {
            StackPane root = new StackPane();
            Scene scene = new Scene(root, 1440, 900);
            new Theme(Theme.Shade.DARK, 1).dress(scene);
            Frames frames = new Frames();
            scene.addPostLayoutPulseListener(frames::laidOut);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            frames.start();
            return new Painted(frames, root, stage);
        });
    }

    /// Milliseconds from opening to the first painted row, and to the whole list in order on screen.
    record Shown(double first, double whole) {}

    Shown list(KubeCluster cluster, int pods) throws Exception {
        Kind kind = Objects.requireNonNull(cluster.discovery().find("pods"));
        long began = System.nanoTime();
        CompletableFuture<Long> first = new CompletableFuture<>();
        CompletableFuture<Long> whole = new CompletableFuture<>();
        fx(() -> {
            BrowseView fresh =
                    new BrowseView(Fx.live(), cluster, kind, Namespaces.all(), BrowseMemory.none(), intent -> {});
            root.getChildren().setAll(fresh);
            view = fresh;
            pass(frames.painted(() -> count() > 0 && hasCells()), first);
            pass(
                    frames.painted(
                            () -> count() == pods && fresh.stateProperty().get() instanceof Rows.State.Live),
                    whole);
            return fresh;
        });
        return new Shown(millis(began, first), millis(began, whole));
    }

    /// Closes the table, and gives its rows back.
    void leave() throws Exception {
        fx(() -> {
            if (view != null) view.close();
            view = null;
            root.getChildren().clear();
            return true;
        });
    }

    /// No pulses for our own sake from now on, or again.
    void still(boolean now) throws Exception {
        fx(() -> {
            if (now) frames.stop();
            else frames.start();
            return true;
        });
    }

    /// Milliseconds from a word in the filter to its rows on screen.
    double filter(String word) throws Exception {
        CompletableFuture<Long> done = new CompletableFuture<>();
        long began = fx(() -> {
            int before = count();
            ((TextInputControl) Objects.requireNonNull(root.lookup("#filter-input"))).setText(word);
            pass(frames.painted(() -> count() != before), done);
            return System.nanoTime();
        });
        return millis(began, done);
    }

    /// The gaps between pulses while a far jump is made in each of `pulses` pulses.
    List<Double> scroll(int pulses) throws Exception {
        CountDownLatch done = new CountDownLatch(pulses);
        fx(() -> {
            frames.gaps();
            frames.each(now -> {
                table().scrollTo((int) (done.getCount() * 7919 % count()));
                done.countDown();
            });
            return true;
        });
        done.await(PATIENCE, TimeUnit.SECONDS);
        return fx(() -> {
            frames.each(now -> {});
            return frames.gaps();
        });
    }

    /// What was seen during a storm: gaps between pulses, and the ages in milliseconds of changes when they were
    /// painted.
    record Storm(List<Double> gaps, List<Double> lags) {}

    Storm storm(Runnable begin, long millis) throws Exception {
        Map<Object, String> seen = new HashMap<>();
        List<Double> lags = new ArrayList<>();
        fx(() -> {
            table().scrollTo(0);
            frames.gaps();
            frames.each(_ -> look(seen, lags));
            return true;
        });
        begin.run();
        LockSupport.parkNanos(millis * 1_000_000);
        return fx(() -> {
            frames.each(now -> {});
            return new Storm(frames.gaps(), List.copyOf(lags));
        });
    }

    /// What the last pulse painted of the rows in sight.
    private void look(Map<Object, String> seen, List<Double> lags) {
        long now = System.currentTimeMillis();
        for (int i = 0; i < Math.min(25, count()); i++) {
            Row row = table().getItems().get(i);
            String mark = row.cell(3);
            String before = seen.put(row.uid(), mark);
            if (before != null && !before.equals(mark) && mark.length() > 5)
                lags.add((double) (now - Long.parseLong(mark)));
        }
    }

    private static void pass(CompletableFuture<Long> from, CompletableFuture<Long> to) {
        var _ = from.thenAccept(to::complete);
    }

    @SuppressWarnings("unchecked")
    private TableView<Row> table() {
        return (TableView<Row>) Objects.requireNonNull(root.lookup("#rows"));
    }

    private int count() {
        return root.lookup("#rows") instanceof TableView<?> table
                ? table.getItems().size()
                : 0;
    }

    private boolean hasCells() {
        return root.lookup(".table-row-cell:filled") != null;
    }

    private static double millis(long began, CompletableFuture<Long> until) throws Exception {
        return (until.get(PATIENCE, TimeUnit.SECONDS) - began) / 1e6;
    }

    private static <T> T fx(Callable<T> call) throws Exception {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(call.call());
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.get(PATIENCE, TimeUnit.SECONDS);
    }

    void close() throws Exception {
        leave();
        fx(() -> {
            stage.close();
            return true;
        });
    }
}
