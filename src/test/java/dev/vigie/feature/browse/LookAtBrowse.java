package dev.vigie.feature.browse;

import dev.vigie.base.Messages;
import dev.vigie.kind.Layout;
import dev.vigie.kind.Namespaces;
import dev.vigie.kube.KubeFailure;
import dev.vigie.kube.Rows;
import dev.vigie.live.Fx;
import dev.vigie.ui.Theme;
import java.io.File;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;

/// Draws the table in each of its states into a folder, to be looked at: `LookAtBrowse FOLDER`.
public final class LookAtBrowse extends Application {
    private static final double WIDTH = 840;
    private final Deque<Scenery> sceneries = new ArrayDeque<>();
    private @org.jspecify.annotations.Nullable Stage stage;

    /// One picture: how the view is made ready, and in which looks.
    private record Scenery(
            String name, String filter, Theme.Shade shade, double zoom, Locale language, Consumer<FakeCluster> data) {}

    @Override
    public void start(Stage first) {
        stage = first;
        Consumer<FakeCluster> pods = cluster -> cluster.last().live(Shop.pods());
        String filter = "label:app=unicorn-front,api,mongo status:!Completed";
        add("browse-dark", filter, Theme.Shade.DARK, 1, pods);
        add("browse-light", filter, Theme.Shade.LIGHT, 1, pods);
        add("browse-200", filter, Theme.Shade.DARK, 2, pods);
        add("empty", "", Theme.Shade.DARK, 1, cluster -> cluster.last().live(List.of()));
        add("hidden", "status:Nothing", Theme.Shade.DARK, 1, pods);
        add("loading", "", Theme.Shade.DARK, 1, cluster -> cluster.last().say(new Rows.State.Loading(250, 1900)));
        var no = new KubeFailure.Forbidden("oidc:platform-dev", "list", "pods", "shop", "");
        add("forbidden", "", Theme.Shade.DARK, 1, cluster -> cluster.last().say(new Rows.State.Forbidden(no)));
        var refused =
                new KubeFailure.Unreachable("https://10.0.4.12:6443", KubeFailure.Cause.REFUSED, "connection refused");
        add(
                "failed",
                "",
                Theme.Shade.LIGHT,
                1,
                cluster -> cluster.last()
                        .say(new Rows.State.Failed(refused, Instant.now().plusSeconds(4))));
        Consumer<FakeCluster> stale = pods.andThen(cluster -> cluster.last()
                .say(new Rows.State.Stale(
                        Instant.now().minusSeconds(40), Instant.now().plusSeconds(4), refused)));
        add("stale-dark", "", Theme.Shade.DARK, 1, stale);
        add("stale-light", "", Theme.Shade.LIGHT, 1, stale);
        sceneries.add(new Scenery("hidden-fr", "status:Nothing", Theme.Shade.LIGHT, 1, Locale.FRENCH, pods));
        sceneries.add(new Scenery("stale-fr", "", Theme.Shade.DARK, 1, Locale.FRENCH, stale));
        sceneries.add(new Scenery(
                "forbidden-fr",
                "",
                Theme.Shade.LIGHT,
                1,
                Locale.FRENCH,
                cluster -> cluster.last().say(new Rows.State.Forbidden(no))));
        next();
    }

    private void add(String name, String filter, Theme.Shade shade, double zoom, Consumer<FakeCluster> data) {
        sceneries.add(new Scenery(name, filter, shade, zoom, Locale.ENGLISH, data));
    }

    private void next() {
        Scenery now = sceneries.poll();
        if (now == null) {
            Platform.exit();
            return;
        }
        Messages.speak(now.language());
        FakeCluster cluster = new FakeCluster().serves(Shop.PODS, Shop.COLUMNS);
        BrowseMemory memory = new BrowseMemory(
                List.of(),
                new Layout(Set.of("IP", "Node"), Set.of(), java.util.Map.of(), List.of(), List.of(), List.of()),
                now.filter(),
                List.of());
        BrowseView view =
                new BrowseView(Fx.live(), cluster, Shop.PODS, Namespaces.named("shop", "test"), memory, _ -> {});
        Scene scene = new Scene(view, WIDTH * (now.zoom() > 1 ? 1.6 : 1), 750);
        new Theme(now.shade(), now.zoom()).dress(scene);
        Stage window = java.util.Objects.requireNonNull(stage);
        window.setScene(scene);
        window.show();
        now.data().accept(cluster);
        view.focusTable();
        wait(700, () -> {
            choose(scene);
            wait(300, () -> {
                picture(scene, now.name());
                view.close();
                next();
            });
        });
    }

    private static void choose(Scene scene) {
        if (!(scene.lookup("#rows") instanceof RowsTable table)) return;
        for (int i = 0; i < 11; i++) {
            javafx.event.Event.fireEvent(
                    table,
                    new javafx.scene.input.KeyEvent(
                            javafx.scene.input.KeyEvent.KEY_PRESSED,
                            "",
                            "",
                            javafx.scene.input.KeyCode.DOWN,
                            false,
                            false,
                            false,
                            false));
        }
    }

    private static void wait(int millis, Runnable then) {
        PauseTransition pause = new PauseTransition(Duration.millis(millis));
        pause.setOnFinished(_ -> then.run());
        pause.play();
    }

    private void picture(Scene scene, String name) {
        try {
            File file = new File(getParameters().getRaw().getFirst(), name + ".png");
            ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Started by a class of its own, as JavaFX on the class path asks.
    public static final class Start {
        private Start() {}

        public static void main(String[] args) {
            Application.launch(LookAtBrowse.class, args);
        }
    }
}
