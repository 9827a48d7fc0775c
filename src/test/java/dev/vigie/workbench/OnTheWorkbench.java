package dev.vigie.workbench;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import dev.vigie.base.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.scene.Node;
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

    /// Each class calls it from its own start: those of a superclass are not seen by the extension.
    void begin(Stage first) {
        Messages.speak(Locale.ENGLISH);
        stage = first;
        show(new Frame(root.resolve("run-" + runs++)), 1200);
    }

    private void show(Frame frame, double width) {
        made = frame;
        Stage window = Objects.requireNonNull(stage);
        window.setScene(frame.workbench.scene());
        window.setWidth(width);
        window.setHeight(760);
        window.show();
        window.toFront();
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

    static <T> T fx(Callable<T> call) throws Exception {
        return WaitForAsyncUtils.waitFor(10, SECONDS, WaitForAsyncUtils.asyncFx(call));
    }

    @Nullable
    Node find(String id) throws Exception {
        return fx(() -> frame().workbench.scene().getRoot().lookup(id));
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
        await().dontCatchUncaughtExceptions().atMost(5, SECONDS).until(condition);
    }

    String focus() throws Exception {
        return fx(() -> {
            Node owner = frame().workbench.scene().getFocusOwner();
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

    void again() throws IOException, Exception {
        Frame before = frame();
        fx(() -> {
            before.close();
            show(new Frame(before.folder), 1200);
            return "";
        });
    }
}
