package dev.vigie;

import dev.vigie.base.Messages;
import dev.vigie.base.Quietly;
import dev.vigie.kube.config.KubeconfigFiles;
import dev.vigie.live.Fx;
import dev.vigie.settings.Settings;
import dev.vigie.settings.SettingsFile;
import dev.vigie.settings.SettingsFolder;
import dev.vigie.settings.SettingsKeeper;
import dev.vigie.ui.Theme;
import dev.vigie.workbench.Windows;
import java.nio.file.Path;
import java.util.Locale;
import javafx.stage.Stage;

/// The only place where long-lived objects meet, in the order they are needed.
final class Wiring implements AutoCloseable {
    private static final Messages TEXTS = Messages.of("workbench");

    private final SettingsKeeper settings;
    private final Windows windows;
    private final KubeconfigFiles kubeconfig;
    private final DemoHost demo;

    Wiring(Stage stage, Options options) {
        Path home = SettingsFolder.of(System.getenv());
        SettingsFile file = new SettingsFile(home);
        demo = new DemoHost(home);
        SettingsFile.Loaded loaded = file.load();
        Settings.Look look = loaded.settings().look();
        if (!look.language().isEmpty()) Messages.speak(Locale.of(look.language()));
        settings = new SettingsKeeper(
                file, loaded.settings(), e -> notice(TEXTS.say("settings.failed", String.valueOf(e.getMessage()))));
        Theme theme = new Theme(Looks.shade(look), look.zoom());
        Looks.keep(theme, settings);
        KubeconfigPlaces places = new KubeconfigPlaces(settings, options.kubeconfigs());
        KubeconfigChooser chooser = new KubeconfigChooser(places);
        windows = new Windows(Fx.live(), theme, settings, chooser, demo);
        windows.asked(options.asked());
        kubeconfig = KubeconfigFiles.open(places.sources(), windows::kubeconfig);
        places.changed(kubeconfig::files);
        chooser.failed(this::notice);
        Path damaged = loaded.damaged();
        if (damaged != null) notice(TEXTS.say("settings.damaged", damaged.toString()));
        windows.begin(stage);
        if (options.demo()) windows.openDemo();
    }

    private void notice(String text) {
        windows.notice(text);
    }

    @Override
    public void close() {
        kubeconfig.close();
        Quietly.close(demo);
        windows.close();
        settings.close();
    }
}
