package dev.vigie.feature.clusters;

import dev.vigie.base.Messages;
import dev.vigie.kind.Tone;
import dev.vigie.kube.KubeFailure;
import dev.vigie.kube.config.Kubeconfig;
import dev.vigie.ui.Buttons;
import dev.vigie.ui.Icons;
import dev.vigie.ui.SkeletonRows;
import dev.vigie.ui.StatePanel;
import dev.vigie.ui.Theme;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// Draws the parts and the views around choosing a cluster into a folder, to be looked at: `LookAtClusters FOLDER`.
public final class LookAtClusters extends Application {
    private final Deque<Scenery> sceneries = new ArrayDeque<>();
    private @Nullable Stage stage;

    private record Scenery(String name, Theme.Shade shade, double zoom, Locale language, Supplier<Parent> view) {}

    @Override
    public void start(Stage first) {
        stage = first;
        add("welcome", LookAtClusters::welcome);
        add("clusters", this::clusters);
        add("connecting", () -> connecting(view -> view.connecting("shop-staging", "https://10.0.4.12:6443")));
        add("failed", () -> connecting(view -> view.failed("shop-staging", refused())));
        add("consent", LookAtClusters::consent);
        add("parts", LookAtClusters::parts);
        next();
    }

    private void add(String name, Supplier<Parent> view) {
        sceneries.add(new Scenery(name + "-dark", Theme.Shade.DARK, 1, Locale.ENGLISH, view));
        sceneries.add(new Scenery(name + "-light-fr", Theme.Shade.LIGHT, 1, Locale.FRENCH, view));
        sceneries.add(new Scenery(name + "-200", Theme.Shade.DARK, 2, Locale.ENGLISH, view));
    }

    private static Parent welcome() {
        var places = List.of(
                new WelcomeView.Searched("$KUBECONFIG", "not set"),
                new WelcomeView.Searched("/home/ada/.kube/config", "no such file"));
        return new WelcomeView(places, _ -> {}, Sample.ways(), () -> {});
    }

    private Parent clusters() {
        try {
            Kubeconfig kubeconfig =
                    Sample.mixed(Path.of(getParameters().getRaw().getFirst()));
            ClustersView view = new ClustersView(_ -> {}, Sample.ways());
            view.show(kubeconfig);
            return view;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Parent connecting(java.util.function.Consumer<ConnectingView> state) {
        ConnectingView view = new ConnectingView(() -> {}, () -> {});
        state.accept(view);
        return view;
    }

    private static KubeFailure refused() {
        return new KubeFailure.Unreachable("https://10.0.4.12:6443", KubeFailure.Cause.REFUSED, "connection refused");
    }

    private static Parent consent() {
        ConsentView question = new ConsentView(Sample.PLUGIN, _ -> {});
        StackPane cover = new StackPane(question);
        cover.getStyleClass().add("cover");
        return new StackPane(new SkeletonRows(), cover);
    }

    private static Parent parts() {
        HBox tones = new HBox(10);
        for (Tone tone : Tone.values()) tones.getChildren().add(Icons.of(tone));
        TextField field = new TextField("a field");
        HBox buttons = new HBox(
                8,
                Buttons.primary("a", "Primary", () -> {}),
                Buttons.plain("b", "Plain", () -> {}),
                Buttons.icon("c", "mdi2p-plus", "An icon", () -> {}),
                field);
        VBox page = new VBox(
                12,
                tones,
                buttons,
                new SkeletonRows(),
                StatePanel.forbidden("You may not list secrets in shop", "Why.", "What to do."));
        page.getStyleClass().add("state-panel");
        return page;
    }

    private void next() {
        Scenery now = sceneries.poll();
        if (now == null) {
            Platform.exit();
            return;
        }
        Messages.speak(now.language());
        Scene scene = new Scene(now.view().get(), 1100, 640);
        new Theme(now.shade(), now.zoom()).dress(scene);
        Stage window = Objects.requireNonNull(stage);
        window.setScene(scene);
        window.show();
        PauseTransition pause = new PauseTransition(Duration.millis(600));
        pause.setOnFinished(_ -> {
            picture(scene, now.name());
            next();
        });
        pause.play();
    }

    private void picture(Scene scene, String name) {
        try {
            File file = new File(getParameters().getRaw().getFirst(), name + ".png");
            ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Started by a class of its own, as JavaFX on the class path asks.
    public static final class Start {
        private Start() {}

        public static void main(String[] args) {
            Application.launch(LookAtClusters.class, args);
        }
    }
}
