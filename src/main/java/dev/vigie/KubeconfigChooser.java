package dev.vigie;

import dev.vigie.base.Messages;
import dev.vigie.kube.config.KubeconfigPaths;
import dev.vigie.kube.config.Source;
import dev.vigie.settings.Settings;
import dev.vigie.settings.SettingsKeeper;
import dev.vigie.workbench.Home;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextArea;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/// Which kubeconfig files are read: kubectl's, those of the command line, and those a person added. FX thread only.
final class KubeconfigChooser implements Home.KubeconfigChoice {
    private static final Messages TEXTS = Messages.of("workbench");

    private final Stage stage;
    private final SettingsKeeper settings;
    private final List<Path> asked;
    private final List<Path> added = new ArrayList<>();
    private final List<Path> forNow = new ArrayList<>();
    private Consumer<List<Source>> changed = sources -> {};
    private Consumer<String> failed = text -> {};

    /// `asked` is what the command line names: all there is then, but for what is added in this run.
    KubeconfigChooser(Stage stage, SettingsKeeper settings, List<Path> asked) {
        this.stage = stage;
        this.settings = settings;
        this.asked = List.copyOf(asked);
        if (asked.isEmpty()) for (String file : settings.now().trusted().files()) added.add(Path.of(file));
    }

    /// Hears the places whenever one is added or removed.
    void changed(Consumer<List<Source>> action) {
        changed = action;
    }

    void failed(Consumer<String> action) {
        failed = action;
    }

    /// Every place in order of precedence; what was added comes last and so never changes what kubectl would see first.
    List<Source> sources() {
        Map<Path, Source> all = new LinkedHashMap<>();
        for (Path file : asked) put(all, file, Source.Origin.NAMED);
        if (asked.isEmpty()) for (Path file : KubeconfigPaths.here(List.of())) put(all, file, Source.Origin.KUBECTL);
        for (Path path : added) put(all, path, Source.Origin.ADDED);
        for (Path file : forNow) put(all, file, Source.Origin.OURS);
        return List.copyOf(all.values());
    }

    private static void put(Map<Path, Source> all, Path path, Source.Origin origin) {
        all.putIfAbsent(path.normalize(), new Source(path, origin));
    }

    @Override
    public List<Path> named() {
        return asked;
    }

    @Override
    public void add(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        if (!added.contains(whole)) added.add(whole);
        remember(files -> {
            if (!files.contains(whole.toString())) files.add(whole.toString());
        });
    }

    @Override
    public void remove(Path path) {
        added.remove(path);
        remember(files -> files.remove(path.toString()));
    }

    private void remember(Consumer<List<String>> change) {
        settings.change(now -> {
            List<String> files = new ArrayList<>(now.trusted().files());
            change.accept(files);
            return now.with(new Settings.Trusted(files, now.trusted().plugins()));
        });
        changed.accept(sources());
    }

    @Override
    public void addForNow(Path file) {
        forNow.add(file);
        changed.accept(sources());
    }

    @Override
    public void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.say("choose.title"));
        List<File> files = chooser.showOpenMultipleDialog(stage);
        if (files != null) for (File file : files) add(file.toPath());
    }

    @Override
    public void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(TEXTS.say("choose.folder"));
        File folder = chooser.showDialog(stage);
        if (folder != null) add(folder.toPath());
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
