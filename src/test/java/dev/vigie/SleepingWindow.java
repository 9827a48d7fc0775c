package dev.vigie;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Vigie in a process of its own, which says what each of its pictures shows whenever that changes: `state|names`. Ends
/// with its standard input.
public final class SleepingWindow extends Application {
    private @Nullable Wiring wiring;
    private String said = "";

    @Override
    public void start(Stage stage) {
        wiring = new Wiring(stage, Options.of(getParameters().getRaw()));
        Scene scene = stage.getScene();
        stage.show();
        scene.addPostLayoutPulseListener(() -> say(scene));
        Thread.ofPlatform().daemon().start(() -> {
            try {
                while (System.in.read() >= 0) Thread.onSpinWait();
            } catch (java.io.IOException gone) {
                // the one who started it is gone
            }
            Platform.exit();
        });
    }

    private void say(Scene scene) {
        Node state = scene.getRoot().lookup("#strip-state");
        String names = scene.getRoot().lookup("#rows") instanceof TableView<?> table
                ? table.getItems().stream()
                        .map(row -> ((dev.vigie.kube.Row) row).name())
                        .sorted()
                        .collect(Collectors.joining(","))
                : "";
        String now = (state instanceof Label label && label.isVisible() ? label.getText() : "") + "|" + names;
        // the first picture after a pause counts, whatever it shows
        long stamp = System.currentTimeMillis();
        if (now.equals(said) && stamp - last < 5_000) {
            last = stamp;
            return;
        }
        said = now;
        last = stamp;
        System.out.println("SEEN " + now);
        System.out.flush();
    }

    private long last = System.currentTimeMillis();

    @Override
    public void stop() {
        if (wiring != null) wiring.close();
    }

    /// Started by a class of its own, as JavaFX on the class path asks.
    public static final class Start {
        private Start() {}

        public static void main(String[] args) {
            Application.launch(SleepingWindow.class, args);
        }

        /// The command that starts it with the class path of this process.
        static List<String> command(Path home, List<String> words) {
            List<String> all = new java.util.ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dprism.order=sw",
                    "-Dvigie.home=" + home,
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    Start.class.getName()));
            all.addAll(words);
            return all;
        }
    }
}
