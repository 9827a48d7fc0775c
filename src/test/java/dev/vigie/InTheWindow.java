package dev.vigie;

import static org.awaitility.Awaitility.await;

import dev.vigie.base.Messages;
import dev.vigie.kube.Row;
import dev.vigie.testbed.TestCluster;
import dev.vigie.testbed.Vitals;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The whole program in a window on a real cluster, and the words its tests are written in: what a person sees, beside
/// what kubectl says.
abstract class InTheWindow {
    static final Duration SOON = Duration.ofSeconds(15);
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    @TempDir
    Path folder = Path.of("");

    final TestCluster bed;
    final FxRobot robot = new FxRobot();
    private @Nullable Wiring wiring;
    private @Nullable Stage stage;
    private @Nullable Vitals vitals;

    InTheWindow(TestCluster bed) {
        this.bed = bed;
    }

    /// Opens Vigie as its command line would.
    void start(Path kubeconfig, String... more) throws Exception {
        Messages.speak(Locale.ENGLISH);
        System.setProperty("vigie.home", folder.resolve("home").toString());
        List<String> words = new ArrayList<>(List.of("--kubeconfig", kubeconfig.toString()));
        words.addAll(List.of(more));
        FxToolkit.registerPrimaryStage();
        stage = FxToolkit.registerStage(Stage::new);
        Stage window = stage;
        FxToolkit.setupFixture(() -> {
            wiring = new Wiring(window, Options.of(words));
            window.show();
            window.toFront();
        });
    }

    /// The window stands: from now on the FX thread and what is held are watched.
    Vitals watched() {
        vitals = Vitals.taken();
        return vitals;
    }

    @AfterEach
    void stop() throws Exception {
        if (vitals != null) vitals.close();
        Wiring running = wiring;
        Stage window = stage;
        wiring = null;
        if (running != null && window != null) {
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
                window.close();
                running.close();
            });
        }
        FxToolkit.cleanupStages();
        System.clearProperty("vigie.home");
    }

    static <T> T fx(Callable<T> call) throws Exception {
        return WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, WaitForAsyncUtils.asyncFx(call));
    }

    Scene scene() {
        return Objects.requireNonNull(stage).getScene();
    }

    void until(Callable<Boolean> condition) {
        until(SOON, condition);
    }

    /// When it does not come true, a picture of the window is kept under target.
    void until(Duration most, Callable<Boolean> condition) {
        try {
            await().atMost(most)
                    .pollInterval(20, TimeUnit.MILLISECONDS)
                    .until(() -> WaitForAsyncUtils.asyncFx(condition).get());
        } catch (ConditionTimeoutException e) {
            picture(getClass().getSimpleName() + "-failed");
            throw e;
        }
    }

    void picture(String name) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Portrait.of(scene()).write(Path.of("target", name + ".png"));
            return true;
        });
    }

    @Nullable
    Node find(String id) {
        return scene().getRoot().lookup(id);
    }

    boolean shows(String id) {
        Node node = find(id);
        for (Node at = node; at != null; at = at.getParent()) if (!at.isVisible()) return false;
        return node != null;
    }

    /// What a label or button says; empty where it is not shown.
    String text(String id) {
        return shows(id) && find(id) instanceof Labeled label ? label.getText() : "";
    }

    /// Every word inside a node that is shown.
    String words(String id) {
        if (!shows(id)) return "";
        StringBuilder all = new StringBuilder();
        for (Node node : Objects.requireNonNull(find(id)).lookupAll(".label")) {
            if (node instanceof Labeled label && node.isVisible())
                all.append(label.getText()).append('\n');
        }
        return all.toString();
    }

    @SuppressWarnings("unchecked")
    private @Nullable TableView<Row> table() {
        return find("#rows") instanceof TableView<?> table ? (TableView<Row>) table : null;
    }

    List<String> names() {
        TableView<Row> table = table();
        return table == null
                ? List.of()
                : table.getItems().stream().map(Row::name).sorted().toList();
    }

    /// The rows in sight that are chosen.
    List<String> selected() {
        return scene().getRoot().lookupAll(".table-row-cell").stream()
                .filter(node -> node instanceof TableRow<?> row && row.isSelected() && row.getItem() instanceof Row)
                .map(node -> ((Row) ((TableRow<?>) node).getItem()).name())
                .sorted()
                .toList();
    }

    /// Rows stand there without colour.
    boolean pale() {
        TableView<Row> table = table();
        return table != null && table.getPseudoClassStates().contains(STALE);
    }

    boolean live() {
        return text("#strip-state").equals("Live") && table() != null && !pale();
    }

    /// What kubectl says, by name.
    List<String> servers(String kind, String namespace) {
        return bed.kubectl()
                .out("get", kind, "-n", namespace, "-o", "name")
                .lines()
                .map(line -> line.substring(line.indexOf('/') + 1))
                .sorted()
                .toList();
    }

    /// The rows are those of kubectl, each once, and said to be live.
    void equal(Duration most, String kind, String namespace) {
        List<String> theirs = servers(kind, namespace);
        until(most, () -> live() && names().equals(theirs));
    }

    /// Puts the cursor on the row of this name.
    void select(String name) throws Exception {
        fx(() -> {
            TableView<Row> table = Objects.requireNonNull(table());
            for (int i = 0; i < table.getItems().size(); i++) {
                if (!table.getItems().get(i).name().equals(name)) continue;
                table.scrollTo(i);
                table.requestFocus();
            }
            return true;
        });
        Node cell = robot.lookup(".table-cell").queryAll().stream()
                .filter(node -> node instanceof Labeled label && label.getText().equals(name))
                .findFirst()
                .orElseThrow();
        robot.clickOn(cell);
        until(() -> selected().equals(List.of(name)));
    }

    void type(String id, String text) {
        robot.clickOn(id).push(KeyCode.CONTROL, KeyCode.A).write(text);
    }
}
