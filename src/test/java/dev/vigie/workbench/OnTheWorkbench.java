package dev.vigie.workbench;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import dev.vigie.base.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// A workbench on clusters in memory, and the words its tests are written in.
@ExtendWith(ApplicationExtension.class)
abstract class OnTheWorkbench {
    @TempDir
    static Path root = Path.of("");

    private static int runs;
    private @Nullable Frame made;
    private @Nullable Stage stage;
    private int spoken;

    /// Each class calls it from its own start: those of a superclass are not seen by the extension.
    void begin(Stage first) {
        Messages.speak(Locale.ENGLISH);
        stage = first;
        show(new Frame(root.resolve("run-" + runs++), first), 1200);
    }

    private void show(Frame frame, double width) {
        made = frame;
        spoken = 0;
        Stage window = Objects.requireNonNull(stage);
        window.setWidth(width);
        window.setHeight(760);
        window.show();
        window.toFront();
        window.requestFocus(); // a window of the test before may have had it
    }

    @AfterEach
    void end() throws Exception {
        Frame frame = frame();
        fx(() -> {
            frame.close();
            return "";
        });
    }

    Frame frame() {
        return Objects.requireNonNull(made);
    }

    /// Of the n-th window the words below speak from now on, counted from 0.
    void speakOf(int window) {
        spoken = window;
    }

    Workbench window(int number) {
        return frame().windows.all().get(number);
    }

    private Scene scene() {
        return window(spoken).scene();
    }

    int windows() throws Exception {
        return fx(() -> frame().windows.all().size());
    }

    static <T> T fx(Callable<T> call) throws Exception {
        return WaitForAsyncUtils.waitFor(10, SECONDS, WaitForAsyncUtils.asyncFx(call));
    }

    @Nullable
    Node find(String id) throws Exception {
        return fx(() -> scene().getRoot().lookup(id));
    }

    String text(String id) throws Exception {
        return find(id) instanceof Labeled label && label.isVisible() ? fx(label::getText) : "";
    }

    List<String> rows() throws Exception {
        return find("#rows") instanceof TableView<?> table
                ? fx(() -> table.getItems().stream()
                        .map(row -> ((dev.vigie.kube.Row) row).name())
                        .toList())
                : List.of();
    }

    void until(Callable<Boolean> condition) {
        await().dontCatchUncaughtExceptions().atMost(10, SECONDS).until(condition);
    }

    String focus() throws Exception {
        return fx(() -> {
            Node owner = scene().getFocusOwner();
            return owner == null || owner.getId() == null ? "" : owner.getId();
        });
    }

    void open(FxRobot robot, String context) {
        palette(robot, context);
        until(() -> text("#strip-context").equals(context) && focus().equals("rows"));
    }

    void palette(FxRobot robot, String typed) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        until(() -> focus().equals("palette-field"));
        robot.write(typed).push(KeyCode.ENTER);
    }

    /// The program ends and is started again.
    void again() throws Exception {
        againAsking(Asked.NOTHING);
    }

    void againAsking(Asked asked) throws Exception {
        Frame before = frame();
        fx(() -> {
            before.close();
            show(new Frame(before.folder, Objects.requireNonNull(stage), asked), 1200);
            return "";
        });
    }
}
