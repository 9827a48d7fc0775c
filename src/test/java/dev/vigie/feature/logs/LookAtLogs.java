package dev.vigie.feature.logs;

import dev.vigie.demo.DemoCluster;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.Opened;
import dev.vigie.kube.logs.LogRequest;
import dev.vigie.live.Fx;
import dev.vigie.text.SpillFolder;
import dev.vigie.ui.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The log window alone, on the demo: `LookAtLogs [dark|light]`.
public final class LookAtLogs extends Application {
    /// Started by this class, since Java starts no Application from the class path.
    public static final class Start {
        private Start() {}

        public static void main(String[] words) {
            Application.launch(LookAtLogs.class, words);
        }
    }

    @Override
    public void start(Stage stage) throws Exception {
        Path folder = Files.createTempDirectory("vigie-logs");
        DemoCluster demo = DemoCluster.start();
        Cluster cluster =
                Opened.withToken(Files.writeString(folder.resolve("config"), demo.kubeconfig()), demo.token());
        boolean light = getParameters().getRaw().contains("light");
        Theme theme = new Theme(light ? Theme.Shade.LIGHT : Theme.Shade.DARK, 1);
        LogView view = new LogView(
                Fx.live(), cluster, LogRequest.of(new LogRequest.Pods.Selected("test", "")), new SpillFolder(folder));
        Scene scene = new Scene(view, 1200, 700);
        theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        view.takeFocus();
    }
}
