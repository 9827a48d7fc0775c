package dev.vigie.feature.clusters;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.base.Messages;
import dev.vigie.kind.Intent;
import dev.vigie.kube.config.Kubeconfig;
import dev.vigie.kube.config.KubeconfigFiles;
import dev.vigie.kube.config.Source;
import dev.vigie.promises.Shows;
import dev.vigie.ui.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class KubeconfigViewTest {
    @TempDir
    Path folder = Path.of("");

    private final List<Intent> asked = new CopyOnWriteArrayList<>();
    private final List<Object> done = new CopyOnWriteArrayList<>();
    private @Nullable KubeconfigView opened;

    @Start
    void start(Stage stage) {
        Messages.speak(Locale.ENGLISH);
        KubeconfigWays ways = new KubeconfigWays(
                () -> done.add("file"), () -> done.add("folder"), () -> done.add("paste"), done::add, done::add);
        opened = new KubeconfigView(asked::add, ways);
        Scene scene = new Scene(opened, 1000, 600);
        new Theme(Theme.Shade.DARK, 1).dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    /// A file of kubectl's, one that is missing, and a folder with a good and a broken one.
    private Kubeconfig several() throws Exception {
        Path first = write("config", """
                current-context: shop
                clusters:
                - {name: c, cluster: {server: "https://c", certificate-authority-data: Y2FuYXJ5}}
                users:
                - {name: u, user: {token: canary}}
                contexts:
                - {name: shop, context: {cluster: c, user: u, namespace: front}}
                - {name: orphan, context: {cluster: c, user: nobody}}
                """);
        write("team/a", """
                clusters:
                - {name: c, cluster: {server: "https://other"}}
                users:
                - name: plug
                  user: {exec: {command: kubelogin, args: [get-token], apiVersion: v1, env: [{name: A, value: canary}]}}
                """);
        write("team/b.yaml", "users:\n- {name: [\n");
        BlockingQueue<Kubeconfig> told = new LinkedBlockingQueue<>();
        List<Source> sources = List.of(
                Source.kubectls(first).getFirst(),
                Source.kubectls(folder.resolve("none")).getFirst(),
                new Source(folder.resolve("team"), Source.Origin.ADDED));
        try (KubeconfigFiles files = KubeconfigFiles.open(sources, told::add)) {
            assertThat(files).isNotNull();
            return Objects.requireNonNull(told.poll(10, SECONDS));
        }
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.writeString(file, text);
    }

    @Test
    @Shows("C1")
    void every_entry_is_in_a_table_with_its_file_and_no_credential() throws Exception {
        show(several());

        assertThat(lines("contexts")).hasSize(2);
        assertThat(lines("contexts").getFirst())
                .startsWith("orphan|c|nobody||config|")
                .contains("names the user “nobody”");
        assertThat(lines("contexts").getLast()).isEqualTo("shop|c|u|front|config|current");
        assertThat(lines("clusters"))
                .containsExactly(
                        "c|https://c|certificate-authority-data: DATA+OMITTED|config|",
                        "c|||team/a|Not used: config has this name first");
        assertThat(lines("users"))
                .containsExactly("plug|exec: kubelogin get-token|team/a|", "u|token: REDACTED|config|");
        assertThat(titles()).containsExactly("Contexts 2", "Clusters 1", "Users 2", "Files 5");
    }

    @Test
    @Shows("C1")
    void every_file_says_who_named_it_and_how_it_stands() throws Exception {
        show(several());

        assertThat(lines("files"))
                .containsExactly(
                        "config|kubectl|Read|2 contexts, 1 cluster, 1 user|",
                        "none|kubectl|Not there||",
                        "team|added|Folder||",
                        "team/a|added folder|Read|no contexts, no clusters, 1 user|1 cluster named as in an earlier file"
                                + " (c); like kubectl, Vigie takes the earlier file. Rename it here if you want to"
                                + " see both.",
                        "team/b.yaml|added folder|Broken YAML||Line 3, column 1: expected the node content, but found"
                                + " '<stream end>'. Correct that line; nothing of this file is used until then.");
    }

    @Test
    @Shows("C1")
    void what_is_copied_as_yaml_holds_no_credential(FxRobot robot) throws Exception {
        show(several());
        robot.clickOn("#kubeconfig-copy");

        assertThat(asked)
                .singleElement()
                .isInstanceOfSatisfying(
                        Intent.CopyText.class,
                        copy -> assertThat(copy.text())
                                .startsWith(
                                        "apiVersion: v1\nclusters:\n- cluster:\n    certificate-authority-data: DATA+OMITTED\n")
                                .contains("current-context: shop\n", "token: REDACTED")
                                .doesNotContain("canary"));
    }

    @Test
    void what_is_typed_leaves_only_what_holds_every_word(FxRobot robot) throws Exception {
        show(several());
        fx(() -> {
            view().focusSearch();
            return "";
        });
        robot.write("SHOP front");
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(lines("contexts")).containsExactly("shop|c|u|front|config|current");
        assertThat(lines("users")).isEmpty();
        robot.write("xyz");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(fx(() -> table("contexts").lookup(".state-title"))).isNotNull();
    }

    @Test
    @Shows("C3")
    void files_and_folders_are_added_and_only_added_ones_removed(FxRobot robot) throws Exception {
        show(several());
        robot.clickOn("#clusters-add").clickOn("#add-folder");
        robot.clickOn("#clusters-add").clickOn("#add-file");
        assertThat(done).containsExactly("folder", "file");

        select(0);
        assertThat(fx(() -> find("#kubeconfig-remove").isVisible())).isFalse();
        select(2);
        robot.clickOn("#kubeconfig-remove");
        robot.clickOn("#clusters-contexts");
        assertThat(done).containsExactly("folder", "file", folder.resolve("team"), KubeconfigWays.Side.CONTEXTS);
    }

    private void select(int file) throws Exception {
        fx(() -> {
            tabs().getSelectionModel().select(3);
            table("files").getSelectionModel().select(file);
            return "";
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void without_any_file_each_table_says_that_there_is_nothing() throws Exception {
        show(Kubeconfig.EMPTY);
        assertThat(fx(() -> table("contexts").lookup(".state-title"))).isNotNull();
        assertThat(titles()).containsExactly("Contexts 0", "Clusters 0", "Users 0", "Files 0");
    }

    private void show(Kubeconfig kubeconfig) throws Exception {
        fx(() -> {
            view().show(kubeconfig);
            return "";
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private List<String> titles() throws Exception {
        return fx(() -> tabs().getTabs().stream().map(Tab::getText).toList());
    }

    /// Cells by bars, paths without the test's folder.
    private List<String> lines(String table) throws Exception {
        return fx(() -> table(table).getItems().stream()
                .map(line ->
                        String.join("|", line.cells()).replace(folder + "/", "").replaceAll("^" + folder, ""))
                .toList());
    }

    private TabPane tabs() {
        return (TabPane) find(".tab-pane");
    }

    @SuppressWarnings("unchecked")
    private TableView<EntryLine> table(String id) {
        return (TableView<EntryLine>) tabs().getTabs().stream()
                .filter(tab -> ("tab-" + id).equals(tab.getId()))
                .findFirst()
                .orElseThrow()
                .getContent();
    }

    private Node find(String selector) {
        return Objects.requireNonNull(view().lookup(selector));
    }

    private KubeconfigView view() {
        return Objects.requireNonNull(opened);
    }

    private static <T> T fx(Callable<T> call) throws Exception {
        return WaitForAsyncUtils.waitFor(10, SECONDS, WaitForAsyncUtils.asyncFx(call));
    }
}
