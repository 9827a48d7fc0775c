package dev.vigie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.kube.Row;
import dev.vigie.promises.Shows;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The whole program, from a kubeconfig with trouble to the same view after a restart, on a real cluster.
@RealCluster
class JourneyTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final TestCluster bed;
    private final Path folder;
    private final String first;
    private final String second;
    private final FxRobot robot = new FxRobot();
    private @Nullable Wiring wiring;
    private @Nullable Stage stage;

    JourneyTest(TestCluster bed, @TempDir Path folder) throws IOException {
        this.bed = bed;
        this.folder = folder;
        first = bed.newNamespace();
        second = bed.newNamespace();
        bed.nodes("node-1");
        Files.writeString(folder.resolve("config"), threeContexts());
        System.setProperty("vigie.home", folder.resolve("home").toString());
    }

    /// One cluster that nobody serves, one context whose user is missing, and the living one.
    private String threeContexts() throws IOException {
        String alive =
                Files.readString(bed.adminKubeconfig()).replace("current-context: admin", "current-context: alive");
        return alive.replace("- name: admin\n  context: {cluster: admin, user: admin}", """
                - name: dead
                  context: {cluster: dead, user: admin}
                - name: orphan
                  context: {cluster: admin, user: nobody-knows}
                - name: alive
                  context: {cluster: admin, user: admin}""")
                .replace("clusters:\n", "clusters:\n- name: dead\n  cluster: {server: \"https://127.0.0.1:1\"}\n");
    }

    @AfterEach
    void end() throws Exception {
        stop();
        FxToolkit.cleanupStages();
        System.clearProperty("vigie.home");
    }

    @Test
    @Shows({"C3", "C6", "B1", "C04"})
    void from_a_kubeconfig_with_trouble_to_the_same_view_after_a_restart() throws Exception {
        start();
        seeTheTrouble();
        openTheLivingOne();
        chooseTwoNamespaces();
        bed.kubectl().out("create", "deployment", "web", "--image=registry.example/web:1", "--replicas=2", "-n", first);
        bed.kubectl()
                .out("create", "deployment", "api", "--image=registry.example/api:1", "--replicas=3", "-n", second);
        awaitThat(() -> namesShown().size() == 5);
        filter();
        sortByNameLastFirst();
        seeANewPodAppear();
        switchTheTheme();
        restart();
    }

    private void seeTheTrouble() {
        awaitThat(() -> cells("#clusters-list").stream().anyMatch(text -> text.contains("orphan")));
        assertThat(cells("#clusters-list"))
                .as("why a context cannot be opened")
                .anyMatch(text -> text.contains("nobody-knows"));

        robot.clickOn("#clusters-search").write("dead").type(KeyCode.ENTER);
        awaitThat(() -> !robot.lookup("#connecting-failed").queryAll().isEmpty());
        assertThat(words("#connecting-failed")).anyMatch(text -> text.contains("refused the connection"));
        robot.clickOn("#connecting-back");
    }

    private void openTheLivingOne() {
        robot.clickOn("#clusters-search")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("alive")
                .type(KeyCode.ENTER);
        awaitThat(() -> strip("#strip-state").equals("Live"));
        assertThat(strip("#strip-context")).isEqualTo("alive");
        assertThat(strip("#strip-identity")).isEqualTo("admin");
    }

    private void filter() {
        robot.clickOn("#filter-input").write("web");
        awaitThat(() -> namesShown().size() == 2);
        robot.push(KeyCode.CONTROL, KeyCode.A).type(KeyCode.DELETE).type(KeyCode.ESCAPE);
        awaitThat(() -> namesShown().size() == 5);
    }

    private void sortByNameLastFirst() {
        robot.clickOn("#column-Name");
        robot.clickOn("#column-Name");
        List<String> expected = bed.kubectl()
                .json("get", "pods", "-A")
                .path("items")
                .valueStream()
                .filter(pod -> Set.of(first, second)
                        .contains(pod.path("metadata").path("namespace").asString()))
                .map(pod -> pod.path("metadata").path("name").asString())
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
        awaitThat(() -> namesShown().equals(expected));
    }

    private void seeANewPodAppear() {
        bed.kubectl().out("run", "zz-newest", "--image=registry.example/one:1", "-n", first);
        long created = System.nanoTime();
        awaitThat(() -> namesShown().contains("zz-newest"));
        assertThat(Duration.ofNanos(System.nanoTime() - created))
                .as("created to shown")
                .isLessThan(Duration.ofSeconds(1));
    }

    private void switchTheTheme() {
        String dark = sheet();
        robot.clickOn("#theme");
        awaitThat(() -> !sheet().equals(dark));
    }

    private void restart() throws Exception {
        String light = sheet();
        String command = strip("#command-line");

        stop();
        assertThat(Files.readString(folder.resolve("home/settings.json")))
                .contains("\"column\" : \"Name\"", "\"descending\" : true");
        start();
        awaitThat(() -> namesShown().size() == 6);
        assertThat(strip("#strip-context")).isEqualTo("alive");
        assertThat(strip("#command-line")).isEqualTo(command);
        assertThat(sheet()).isEqualTo(light);
        awaitThat(() -> namesShown().getFirst().equals("zz-newest")); // still sorted by name, last first
    }

    private void chooseTwoNamespaces() {
        robot.clickOn("#namespaces");
        awaitThat(() -> !robot.lookup("#namespace-search").queryAll().isEmpty());
        robot.write(first);
        awaitThat(() -> offered().equals(List.of(first)));
        robot.type(KeyCode.SPACE);
        awaitThat(() -> strip("#strip-namespaces").endsWith(first));
        robot.write(second);
        awaitThat(() -> offered().equals(List.of(second)));
        robot.type(KeyCode.SPACE).type(KeyCode.ESCAPE);
        List<String> both = List.of(first, second).stream().sorted().toList();
        awaitThat(() -> strip("#strip-namespaces").endsWith(String.join(", ", both)));
    }

    private List<String> offered() {
        return robot.lookup("#namespace-list").<String>queryListView().getItems();
    }

    private void start() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        stage = FxToolkit.registerStage(Stage::new);
        Stage window = stage;
        FxToolkit.setupFixture(() -> {
            wiring = new Wiring(
                    window,
                    Options.of(List.of("--kubeconfig", folder.resolve("config").toString())));
            window.show();
            window.toFront();
        });
    }

    private void stop() throws Exception {
        Wiring running = wiring;
        Stage window = stage;
        wiring = null;
        if (running == null || window == null) return;
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            window.close();
            running.close();
        });
    }

    /// When it does not come true, a picture of the window is kept under target.
    private void awaitThat(java.util.concurrent.Callable<Boolean> condition) {
        try {
            await().atMost(SOON)
                    .pollInterval(25, TimeUnit.MILLISECONDS)
                    .until(() -> WaitForAsyncUtils.asyncFx(condition).get());
        } catch (org.awaitility.core.ConditionTimeoutException e) {
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
                Portrait.of(scene()).write(Path.of("target", "journey-failed.png"));
                return true;
            });
            throw e;
        }
    }

    private Scene scene() {
        return java.util.Objects.requireNonNull(stage).getScene();
    }

    private String sheet() {
        return scene().getStylesheets().getFirst();
    }

    @SuppressWarnings("unchecked")
    private TableView<Row> table() {
        return (TableView<Row>) robot.lookup("#rows").queryAs(TableView.class);
    }

    private List<String> namesShown() {
        if (robot.lookup("#rows").queryAll().isEmpty()) return List.of();
        return table().getItems().stream().map(Row::name).toList();
    }

    private String strip(String id) {
        return robot.lookup(id).<Label>queryAs(Label.class).getText().replaceFirst("^Namespaces: ", "");
    }

    private List<String> words(String id) {
        return robot.from(robot.lookup(id).<Node>query()).lookup(".label").queryAllAs(Label.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    private List<String> cells(String list) {
        return robot.from(robot.lookup(list).<Node>query()).lookup(".label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }
}
