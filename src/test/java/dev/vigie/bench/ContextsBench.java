package dev.vigie.bench;

import dev.vigie.feature.clusters.ClustersView;
import dev.vigie.feature.clusters.KubeconfigView;
import dev.vigie.feature.clusters.KubeconfigWays;
import dev.vigie.kube.config.Kubeconfig;
import dev.vigie.kube.config.KubeconfigFiles;
import dev.vigie.kube.config.Source;
import dev.vigie.ui.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// What a thousand contexts cost: read from the disk, then shown in the list of clusters and in the merged view. Prints
/// Markdown; medians, and the first reading, which is that of a program that has just started.
public final class ContextsBench extends Application {
    private static final int CONTEXTS = 1000;
    private static final int READINGS = 21;

    @Override
    public void start(Stage stage) {
        KubeconfigWays ways = new KubeconfigWays(() -> {}, () -> {}, () -> {}, _ -> {}, _ -> {});
        System.out.println("| 1,000 contexts in | shown in | first | median | worst |");
        System.out.println("|---|---|---|---|---|");
        for (int files : List.of(1, CONTEXTS)) {
            Source place = new Source(written(files), Source.Origin.ADDED);
            String where = files == 1 ? "one file" : "1,000 files of a folder";
            ClustersView clusters = new ClustersView(_ -> {}, ways);
            measure(stage, where, "the clusters", place, clusters, clusters::show);
            KubeconfigView all = new KubeconfigView(_ -> {}, ways);
            measure(stage, where, "the merged view", place, all, all::show);
        }
        Platform.exit();
    }

    private static void measure(
            Stage stage, String where, String what, Source place, Parent view, Consumer<Kubeconfig> show) {
        Scene scene = new Scene(view, 1440, 900);
        new Theme(Theme.Shade.DARK, 1).dress(scene);
        stage.setScene(scene);
        stage.show();
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < READINGS; i++) {
            show.accept(Kubeconfig.EMPTY);
            view.applyCss();
            view.layout();
            long began = System.nanoTime();
            show.accept(told(place));
            view.applyCss();
            view.layout();
            all.add((System.nanoTime() - began) / 1e6);
        }
        double worst = all.stream().skip(1).mapToDouble(each -> each).max().orElse(0);
        System.out.printf(
                "| %s | %s | %.0f ms | %.0f ms | %.0f ms |%n", where, what, all.getFirst(), Bench.median(all), worst);
    }

    /// As the app reads it, from the first look to what is told.
    private static Kubeconfig told(Source place) {
        BlockingQueue<Kubeconfig> told = new LinkedBlockingQueue<>();
        try (KubeconfigFiles _ = KubeconfigFiles.open(List.of(place), told::add)) {
            return Objects.requireNonNull(told.poll(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// One file, or a folder of them.
    private static Path written(int files) {
        try {
            Path folder = Files.createTempDirectory("vigie-contexts-");
            for (int file = 0; file < files; file++) {
                StringBuilder yaml = new StringBuilder("apiVersion: v1\nkind: Config\ncontexts:\n");
                for (int i = 0; i < CONTEXTS / files; i++)
                    yaml.append(
                            "- {name: c%d-%d, context: {cluster: c%d, user: u%d}}%n".formatted(file, i, file, file));
                yaml.append("clusters: [{name: c%d, cluster: {server: 'https://c%d'}}]%n".formatted(file, file));
                yaml.append("users: [{name: u%d, user: {token: t}}]%n".formatted(file));
                Files.writeString(folder.resolve("k" + file), yaml);
            }
            return files == 1 ? folder.resolve("k0") : folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Started by a class of its own, as JavaFX on the class path asks.
    public static final class Start {
        private Start() {}

        public static void main(String[] args) {
            Application.launch(ContextsBench.class, args);
        }
    }
}
