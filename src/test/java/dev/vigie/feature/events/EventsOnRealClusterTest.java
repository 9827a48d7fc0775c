package dev.vigie.feature.events;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.base.Messages;
import dev.vigie.catalog.Occurrence;
import dev.vigie.catalog.Occurrences;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kind.Pointer;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.KubeCluster;
import dev.vigie.kube.config.Consent;
import dev.vigie.kube.config.Context;
import dev.vigie.kube.config.CredentialSource;
import dev.vigie.kube.config.KubeconfigLoading;
import dev.vigie.live.Fx;
import dev.vigie.promises.Shows;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import dev.vigie.ui.Theme;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Events on screen beside those that kubectl lists.
@RealCluster
class EventsOnRealClusterTest {
    private final TestCluster bed;
    private final String namespace;
    private final Cluster cluster;
    private final Kind kind;
    private final List<Kind> kinds;
    private final List<Intent> asked = new CopyOnWriteArrayList<>();
    private @Nullable EventsView view;

    EventsOnRealClusterTest(TestCluster bed) throws Exception {
        this.bed = bed;
        namespace = bed.newNamespace();
        Messages.speak(Locale.ENGLISH);
        FxToolkit.registerPrimaryStage();
        Context context = KubeconfigLoading.load(List.of(bed.adminKubeconfig()))
                .contexts()
                .getFirst();
        cluster = KubeCluster.open(
                context,
                CredentialSource.of(
                        Objects.requireNonNull(context.user()),
                        Objects.requireNonNull(context.cluster()),
                        Consent.NEVER));
        kinds = cluster.discovery().kinds();
        kind = Objects.requireNonNull(cluster.discovery().find("events"));
    }

    @AfterEach
    void close() throws Exception {
        fx(() -> {
            if (view != null) view.close();
            return "";
        });
        cluster.close();
        FxToolkit.cleanupStages();
    }

    private static <T> T fx(Callable<T> call) throws Exception {
        return WaitForAsyncUtils.waitFor(10, SECONDS, WaitForAsyncUtils.asyncFx(call));
    }

    private EventsView show(Namespaces namespaces) throws Exception {
        EventsView shown = fx(() -> {
            EventsView made = new EventsView(
                    Fx.live(), new EventsView.Looking(cluster, kind, () -> kinds, ""), namespaces, asked::add);
            Scene scene = new Scene(made, 1200, 800);
            new Theme(Theme.Shade.DARK, 1).dress(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            return made;
        });
        view = shown;
        return shown;
    }

    private void happened(String name, String type, String reason, String about, int count, long minutesAgo) {
        Instant last = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(minutesAgo, ChronoUnit.MINUTES);
        bed.kubectl().create("""
                        apiVersion: v1
                        kind: Event
                        metadata: {name: %s, namespace: %s}
                        involvedObject: {apiVersion: v1, kind: Pod, name: %s, namespace: %s}
                        type: %s
                        reason: %s
                        message: it happened to %s
                        count: %d
                        firstTimestamp: %s
                        lastTimestamp: %s
                        source: {component: tester}
                        """.formatted(
                        name, namespace, about, namespace, type, reason, about, count, last.minusSeconds(600), last));
    }

    private List<Occurrences> shown(EventsView of) throws Exception {
        return fx(() -> {
            List<Occurrences> lines = new ArrayList<>();
            if (of.lookup("#events-rows") instanceof TableView<?> table)
                table.getItems().forEach(line -> lines.add((Occurrences) line));
            return lines;
        });
    }

    private static List<String> lines(List<Occurrences> shown) {
        return shown.stream()
                .map(one -> one.newest().reason() + " " + one.newest().object() + " x" + one.times() + " of "
                        + one.objects())
                .toList();
    }

    private void until(EventsView of, List<String> expected) throws Exception {
        try {
            await().atMost(15, SECONDS).until(() -> lines(shown(of)).equals(expected));
        } finally {
            assertThat(lines(shown(of))).isEqualTo(expected);
        }
    }

    @Test
    @Shows("B7")
    void warnings_stand_first_those_that_repeat_are_one_and_each_leads_to_its_object() throws Exception {
        happened("a", "Normal", "Pulled", "web-5d8c6f7b9b-x2x9k", 1, 1);
        happened("b", "Warning", "BackOff", "web-5d8c6f7b9b-x2x9k", 31, 3);
        happened("c", "Warning", "BackOff", "web-5d8c6f7b9b-q4w7z", 4, 2);
        happened("d", "Warning", "Unhealthy", "mongo-0", 7, 20);
        EventsView all = show(Namespaces.named(namespace));
        until(
                all,
                List.of(
                        "BackOff pod/web-5d8c6f7b9b-q4w7z x35 of 2",
                        "Unhealthy pod/mongo-0 x7 of 1",
                        "Pulled pod/web-5d8c6f7b9b-x2x9k x1 of 1"));
        assertThat(text(all, "#events-count")).isEqualTo("4, 3 warnings");

        fire(all, "#events-first");
        until(
                all,
                List.of(
                        "Pulled pod/web-5d8c6f7b9b-x2x9k x1 of 1",
                        "BackOff pod/web-5d8c6f7b9b-q4w7z x35 of 2",
                        "Unhealthy pod/mongo-0 x7 of 1"));
        fire(all, "#events-together");
        fire(all, "#events-warnings");
        until(
                all,
                List.of(
                        "BackOff pod/web-5d8c6f7b9b-q4w7z x4 of 1",
                        "BackOff pod/web-5d8c6f7b9b-x2x9k x31 of 1",
                        "Unhealthy pod/mongo-0 x7 of 1"));
        assertThat(fx(() -> all.kubectlProperty().get()))
                .containsExactly("kubectl events -n " + namespace + " --types=Warning");

        fx(() -> {
            ((TextField) Objects.requireNonNull(all.lookup("#events-filter"))).setText("tester -mongo x2x9k");
            return "";
        });
        until(all, List.of("BackOff pod/web-5d8c6f7b9b-x2x9k x31 of 1"));
        fx(() -> {
            TableView<?> table = (TableView<?>) Objects.requireNonNull(all.lookup("#events-rows"));
            table.getSelectionModel().select(0);
            table.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            return "";
        });
        assertThat(asked)
                .filteredOn(Intent.InspectOther.class::isInstance)
                .containsExactly(new Intent.InspectOther(new Pointer("", "Pod", namespace, "web-5d8c6f7b9b-x2x9k")));
    }

    private static void fire(EventsView of, String id) throws Exception {
        fx(() -> {
            ((ToggleButton) Objects.requireNonNull(of.lookup(id))).fire();
            return "";
        });
    }

    private static String text(EventsView of, String id) throws Exception {
        return fx(() -> ((Labeled) Objects.requireNonNull(of.lookup(id))).getText());
    }

    @Test
    @Shows("B7")
    void what_controllers_tell_is_what_kubectl_lists_each_with_its_count_and_times() throws Exception {
        bed.kubectl()
                .out("create", "deployment", "web", "--image=registry.example/web:1", "--replicas=3", "-n", namespace);
        happened("old", "Warning", "Odd", "nobody", 12, 30);
        EventsView all = show(Namespaces.named(namespace));
        fire(all, "#events-together");
        await().atMost(30, SECONDS).until(() -> {
            List<String> said = said();
            return said.size() >= 5 && said.equals(plain(shown(all)));
        });
        // a scheduler that finds no node warns too, and later
        Occurrence odd = shown(all).stream()
                .map(Occurrences::newest)
                .filter(one -> one.reason().equals("Odd"))
                .findFirst()
                .orElseThrow();
        assertThat(odd.times()).isEqualTo(12);
        assertThat(ChronoUnit.MINUTES.between(odd.first(), odd.last())).isBetween(9L, 11L);
        assertThat(ChronoUnit.MINUTES.between(odd.last(), Instant.now())).isBetween(29L, 31L);
    }

    private static List<String> plain(List<Occurrences> shown) {
        return shown.stream()
                .map(Occurrences::newest)
                .map(one -> (one.warning() ? "Warning" : "Normal") + " " + one.reason() + " " + one.object() + " "
                        + one.message())
                .sorted()
                .toList();
    }

    private List<String> said() {
        List<String> all = new ArrayList<>();
        bed.kubectl().json("get", "events", "-n", namespace).path("items").forEach(event -> {
            var about = event.path("involvedObject");
            all.add(event.path("type").asString("") + " " + event.path("reason").asString("") + " "
                    + about.path("kind").asString("").toLowerCase(Locale.ROOT) + "/"
                    + about.path("name").asString("") + " "
                    + event.path("message").asString("").strip());
        });
        return all.stream().sorted().toList();
    }
}
