package dev.vigie.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.base.Messages;
import dev.vigie.kind.Guard;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Screen;
import dev.vigie.kube.Row;
import dev.vigie.kube.config.KubeconfigLoading;
import dev.vigie.live.Fx;
import dev.vigie.promises.Shows;
import dev.vigie.settings.SettingsFile;
import dev.vigie.settings.SettingsKeeper;
import dev.vigie.testbed.HttpFaults;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import dev.vigie.ui.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.css.PseudoClass;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Two contexts in several windows on a real API server, each reached by a way of its own that counts.
@RealCluster
class WindowsOnRealClusterTest {
    private final TestCluster bed;
    private final String namespace;
    private final Path folder;
    private final HttpFaults lab;
    private final HttpFaults prod;
    private @Nullable Windows made;
    private @Nullable SettingsKeeper settings;

    WindowsOnRealClusterTest(TestCluster bed, @TempDir Path folder) {
        this.bed = bed;
        this.folder = folder;
        namespace = bed.newNamespace();
        lab = new HttpFaults(bed);
        prod = new HttpFaults(bed);
    }

    @BeforeEach
    void begin() throws Exception {
        Messages.speak(Locale.ENGLISH);
        FxToolkit.registerPrimaryStage();
        Stage stage = FxToolkit.registerStage(Stage::new);
        List<Path> files = List.of(kubeconfig(lab, "lab"), kubeconfig(prod, "shop-prod"));
        SettingsFile file = new SettingsFile(folder.resolve("home"));
        SettingsKeeper keeper = new SettingsKeeper(file, file.load().settings(), _ -> {});
        settings = keeper;
        fx(() -> {
            Windows windows =
                    new Windows(Fx.live(), new Theme(Theme.Shade.DARK, 1), keeper, new NoChoice(), new NoDemo());
            made = windows;
            windows.asked(new Asked("lab", "pods", List.of(namespace)));
            windows.begin(stage);
            stage.show();
            windows.kubeconfig(KubeconfigLoading.load(files));
            return "";
        });
    }

    private Path kubeconfig(HttpFaults way, String name) throws IOException {
        String text = Files.readString(way.kubeconfig()).replace("faults", name);
        return Files.writeString(folder.resolve(name), text);
    }

    @AfterEach
    void end() throws Exception {
        fx(() -> {
            windows().close();
            return "";
        });
        Objects.requireNonNull(settings).close();
        FxToolkit.cleanupStages();
        lab.close();
        prod.close();
    }

    private Windows windows() {
        return Objects.requireNonNull(made);
    }

    private static <T> T fx(Callable<T> call) throws Exception {
        return WaitForAsyncUtils.asyncFx(call).get();
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(20)).until(condition);
    }

    private int count() throws Exception {
        return fx(() -> windows().all().size());
    }

    private List<String> names(int window) throws Exception {
        return fx(() -> windows().all().get(window).scene().lookup("#rows") instanceof TableView<?> table
                ? table.getItems().stream()
                        .map(row -> ((Row) row).name())
                        .sorted()
                        .toList()
                : List.of());
    }

    private String text(int window, String id) throws Exception {
        return fx(() -> windows().all().get(window).scene().lookup(id) instanceof Labeled label ? label.getText() : "");
    }

    private void carryOut(int window, Intent intent) throws Exception {
        fx(() -> {
            windows().all().get(window).carryOut(intent);
            return "";
        });
    }

    private Kind kind(int window, String resource) throws Exception {
        return fx(() -> Objects.requireNonNull(
                Objects.requireNonNull(windows().all().get(window).desk().active())
                        .discovery()
                        .find(resource)));
    }

    private long watches(HttpFaults way, String plural) {
        String path = "/api/v1/namespaces/" + namespace + "/" + plural;
        return way.count(one -> one.watches() && one.path().equals(path));
    }

    private void run(String name) {
        bed.kubectl().out("run", name, "--image=registry.example/one:1", "-n", namespace);
    }

    @Test
    @Shows("C5")
    void a_torn_off_table_shares_its_watch_and_contexts_stay_apart_each_with_its_guard() throws Exception {
        run("a");
        until(() -> names(0).equals(List.of("a")) && text(0, "#strip-state").equals("Live"));
        until(() -> watches(lab, "pods") == 1);

        carryOut(0, new Intent.ShowInTab(new Screen.Table(kind(0, "pods"))));
        until(() -> names(0).equals(List.of("a")));
        carryOut(0, new Intent.MoveToWindow());
        until(() -> count() == 2 && names(1).equals(List.of("a")));
        run("b");
        until(() -> names(0).equals(List.of("a", "b")) && names(1).equals(List.of("a", "b")));
        assertThat(watches(lab, "pods")).as("one watch for two windows").isEqualTo(1);

        anotherClusterInAWindowOfItsOwn();

        fx(() -> {
            windows().all().get(1).stage().hide();
            return "";
        });
        until(() -> count() == 2);
        run("c");
        until(() -> names(0).equals(List.of("a", "b", "c")));
        assertThat(watches(lab, "pods")).as("still the same watch").isEqualTo(1);
    }

    /// What is done there goes its way only; its guard is its own, and red.
    private void anotherClusterInAWindowOfItsOwn() throws Exception {
        carryOut(0, new Intent.OpenContextInWindow("shop-prod"));
        until(() -> count() == 3 && text(2, "#strip-state").equals("Live"));
        long asked = watches(lab, "configmaps");
        carryOut(2, new Intent.ChooseNamespaces(dev.vigie.kind.Namespaces.named(namespace)));
        carryOut(2, new Intent.Show(new Screen.Table(kind(2, "configmaps"))));
        until(() -> names(2).equals(List.of("kube-root-ca.crt")));
        until(() -> watches(prod, "configmaps") == 1);
        assertThat(watches(lab, "configmaps")).isEqualTo(asked);
        assertThat(List.of(text(0, "#strip-guard"), text(1, "#strip-guard"), text(2, "#strip-guard")))
                .isEqualTo(List.of("Normal", "Normal", "Confirm"));
        assertThat(List.of(framed(0), framed(1), framed(2))).isEqualTo(List.of(false, false, true));

        carryOut(0, new Intent.GuardContext("lab", new Guard(Guard.Level.READ_ONLY, false)));
        assertThat(List.of(text(0, "#strip-guard"), text(1, "#strip-guard"), text(2, "#strip-guard")))
                .isEqualTo(List.of("Read-only", "Read-only", "Confirm"));
    }

    private boolean framed(int window) throws Exception {
        return fx(() -> windows()
                .all()
                .get(window)
                .view()
                .getPseudoClassStates()
                .contains(PseudoClass.getPseudoClass("production")));
    }

    private static final class NoDemo implements Demo {
        @Override
        public void expect() {}

        @Override
        public Running start() throws IOException {
            throw new IOException("no demo here");
        }
    }

    private static final class NoChoice implements Home.KubeconfigChoice {
        @Override
        public void add(Path path) {}

        @Override
        public void remove(Path path) {}

        @Override
        public void addForNow(Path file) {}

        @Override
        public void choose() {}

        @Override
        public void chooseFolder() {}

        @Override
        public void paste() {}

        @Override
        public List<Path> named() {
            return List.of();
        }
    }
}
