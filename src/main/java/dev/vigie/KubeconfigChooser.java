package dev.vigie;

import dev.vigie.base.Messages;
import dev.vigie.workbench.Home;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextArea;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks a person for kubeconfig files. FX thread only.
final class KubeconfigChooser implements Home.KubeconfigChoice {
    private static final Messages TEXTS = Messages.of("workbench");

    private final KubeconfigPlaces places;
    private Consumer<String> failed = text -> {};

    KubeconfigChooser(KubeconfigPlaces places) {
        this.places = places;
    }

    void failed(Consumer<String> action) {
        failed = action;
    }

    /// The window that a person acts in.
    private static @Nullable Window front() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage && window.isFocused())
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<Path> named() {
        return places.named();
    }

    @Override
    public void add(Path path) {
        places.add(path);
    }

    @Override
    public void remove(Path path) {
        places.remove(path);
    }

    @Override
    public void addForNow(Path file) {
        places.addForNow(file);
    }

    @Override
    public void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.say("choose.title"));
        List<File> files = chooser.showOpenMultipleDialog(front());
        if (files != null) for (File file : files) add(file.toPath());
    }

    @Override
    public void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(TEXTS.say("choose.folder"));
        File folder = chooser.showDialog(front());
        if (folder != null) add(folder.toPath());
    }

    @Override
    public void paste() {
        TextArea area = new TextArea();
        area.setPrefRowCount(20);
        Dialog<String> dialog = new Dialog<>();
        dialog.initOwner(front());
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
        File file = chooser.showSaveDialog(front());
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
