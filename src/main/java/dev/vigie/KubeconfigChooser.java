package dev.vigie;

import dev.vigie.base.Messages;
import dev.vigie.kube.config.KubeconfigPaths;
import dev.vigie.settings.Settings;
import dev.vigie.settings.SettingsKeeper;
import dev.vigie.workbench.Home;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextArea;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/// Which kubeconfig files are read: kubectl's, those of the command line, and those a person added. FX thread only.
final class KubeconfigChooser implements Home.KubeconfigChoice {
    private static final Messages TEXTS = Messages.of("workbench");

    private final Stage stage;
    private final SettingsKeeper settings;
    private final List<Path> asked;
    private final List<Path> forNow = new ArrayList<>();
    private Consumer<List<Path>> changed = files -> {};
    private Consumer<String> failed = text -> {};

    KubeconfigChooser(Stage stage, SettingsKeeper settings, List<Path> asked) {
        this.stage = stage;
        this.settings = settings;
        this.asked = List.copyOf(asked);
    }

    /// Hears the files whenever one is added.
    void changed(Consumer<List<Path>> action) {
        changed = action;
    }

    void failed(Consumer<String> action) {
        failed = action;
    }

    @Override
    public List<Path> searched() {
        List<Path> added = new ArrayList<>();
        for (String file : settings.now().trusted().files()) added.add(Path.of(file));
        // what was asked for on the command line is all there is then
        List<Path> all = new ArrayList<>(asked.isEmpty() ? KubeconfigPaths.here(added) : asked);
        all.addAll(forNow);
        return all;
    }

    @Override
    public List<Path> named() {
        return asked;
    }

    @Override
    public void add(Path file) {
        String name = file.toAbsolutePath().toString();
        settings.change(now -> {
            List<String> files = new ArrayList<>(now.trusted().files());
            if (!files.contains(name)) files.add(name);
            return now.with(new Settings.Trusted(files, now.trusted().plugins()));
        });
        List<Path> all = new ArrayList<>(searched());
        if (!all.contains(file.toAbsolutePath())) all.add(file.toAbsolutePath());
        changed.accept(all);
    }

    @Override
    public void addForNow(Path file) {
        forNow.add(file);
        changed.accept(searched());
    }

    @Override
    public void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.say("choose.title"));
        List<File> files = chooser.showOpenMultipleDialog(stage);
        if (files != null) for (File file : files) add(file.toPath());
    }

    @Override
    public void paste() {
        TextArea area = new TextArea();
        area.setPrefRowCount(20);
        Dialog<String> dialog = new Dialog<>();
        dialog.initOwner(stage);
        dialog.setTitle(TEXTS.say("paste.title"));
        dialog.getDialogPane().setContent(area);
        dialog.getDialogPane()
                .getButtonTypes()
                .addAll(
                        new ButtonType(TEXTS.say("paste.keep"), ButtonBar.ButtonData.OK_DONE),
                        new ButtonType(TEXTS.say("paste.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        dialog.setResultConverter(
                button -> button.getButtonData() == ButtonBar.ButtonData.OK_DONE ? area.getText() : "");
        dialog.showAndWait().filter(text -> !text.isBlank()).ifPresent(this::keep);
    }

    /// Readable by its owner only, because a kubeconfig holds credentials.
    private void keep(String text) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.say("paste.keep"));
        chooser.setInitialFileName("kubeconfig.yaml");
        File file = chooser.showSaveDialog(stage);
        if (file == null) return;
        try {
            Path path = file.toPath();
            Files.deleteIfExists(path);
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(path, text);
            add(path);
        } catch (IOException e) {
            failed.accept(TEXTS.say("paste.failed", String.valueOf(e.getMessage())));
        }
    }
}
