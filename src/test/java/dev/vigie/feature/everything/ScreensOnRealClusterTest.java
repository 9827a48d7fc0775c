package dev.vigie.feature.everything;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.base.Messages;
import dev.vigie.feature.overview.OverviewView;
import dev.vigie.feature.resources.ApiResourcesView;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Namespaces;
import dev.vigie.kind.Part;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Screens over all kinds beside what kubectl says of the same cluster.
@RealCluster
class ScreensOnRealClusterTest {
    private final TestCluster bed;
    private final String namespace;
    private final Cluster cluster;
    private final List<Intent> asked = new CopyOnWriteArrayList<>();
    private @Nullable AutoCloseable open;

    ScreensOnRealClusterTest(TestCluster bed) throws Exception {
        this.bed = bed;
        namespace = bed.newNamespace();
        Messages.speak(Locale.ENGLISH);
        FxToolkit.registerPrimaryStage();
        cluster = opened();
    }

    private Cluster opened() throws Exception {
        Context context = KubeconfigLoading.load(List.of(bed.adminKubeconfig()))
                .contexts()
                .getFirst();
        CredentialSource source = CredentialSource.of(
                Objects.requireNonNull(context.user()), Objects.requireNonNull(context.cluster()), Consent.NEVER);
        return KubeCluster.open(context, source);
    }

    @AfterEach
    void close() throws Exception {
        fx(() -> {
            if (open != null) open.close();
            return "";
        });
        cluster.close();
        FxToolkit.cleanupStages();
    }

    private static <T> T fx(Callable<T> call) throws Exception {
        return WaitForAsyncUtils.waitFor(10, SECONDS, WaitForAsyncUtils.asyncFx(call));
    }

    private <V extends Parent> V show(Callable<V> made) throws Exception {
        return fx(() -> {
            V view = made.call();
            if (view instanceof AutoCloseable closeable) open = closeable;
            Scene scene = new Scene(view, 1200, 800);
            new Theme(Theme.Shade.DARK, 1).dress(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            return view;
        });
    }

    private void until(Callable<Boolean> condition) {
        await().atMost(20, SECONDS).until(condition);
    }

    private List<String> lines(String... words) {
        return Arrays.stream(bed.kubectl().out(words).split("\n"))
                .filter(line -> !line.isBlank())
                .toList();
    }

    private void create(String... words) {
        List<String> all = new ArrayList<>(List.of("create"));
        all.addAll(List.of(words));
        all.addAll(List.of("-n", namespace));
        bed.kubectl().out(all.toArray(String[]::new));
    }

    private List<String> pods() {
        return lines("get", "pods", "-n", namespace, "-o", "name");
    }

    private static TableView<?> table(Parent view, String id) {
        return (TableView<?>) Objects.requireNonNull(view.lookup(id));
    }

    @Test
    @Shows("B4")
    void the_api_resources_are_those_of_kubectl_word_for_word() throws Exception {
        Cluster.Discovery discovery = cluster.discovery();
        ApiResourcesView view = show(() -> {
            ApiResourcesView fresh = new ApiResourcesView(asked::add);
            fresh.show(discovery);
            return fresh;
        });
        List<String> shown = fx(() -> table(view, "#resources-table").getItems().stream()
                .map(Kind.class::cast)
                .map(ScreensOnRealClusterTest::line)
                .toList());
        List<String> said = lines("api-resources", "--no-headers", "-o", "wide").stream()
                .map(line -> line.replaceAll(" +", " ").strip())
                .toList();
        assertThat(shown).containsExactlyElementsOf(said);
    }

    private static String line(Kind kind) {
        String all = String.join(
                " ",
                kind.plural(),
                String.join(",", kind.shortNames()),
                kind.gvk().apiVersion(),
                Boolean.toString(kind.namespaced()),
                kind.gvk().kind(),
                String.join(",", kind.verbs()),
                String.join(",", kind.categories()));
        return all.replaceAll(" +", " ").strip();
    }

    @Test
    @Shows("B3")
    void everything_in_a_namespace_is_what_kubectl_finds_asking_for_every_kind() throws Exception {
        create("deployment", "web", "--image=registry.example/web:1", "--replicas=3");
        create("secret", "generic", "token", "--from-literal=a=b");
        create("ingress", "door", "--rule=shop.example/*=web:80");
        create("role", "reader", "--verb=get", "--resource=pods");
        create("poddisruptionbudget", "keep", "--min-available=1", "--selector=app=web");
        until(() -> pods().size() == 3);
        List<Kind> kinds = cluster.discovery().kinds();
        Namespaces here = Namespaces.named(namespace);
        EverythingView view = show(() -> new EverythingView(Fx.live(), cluster, kinds, here, "", asked::add));
        Set<String> said = said();
        until(() -> shown(view).equals(said));
        assertThat(said).anyMatch(one -> one.startsWith("Role/")).anyMatch(one -> one.startsWith("Pod/"));

        create("configmap", "late");
        bed.kubectl().out("scale", "deployment", "web", "--replicas=1", "-n", namespace);
        until(() -> pods().size() == 1 && shown(view).equals(said()));
        assertThat(fx(() -> view.kubectlProperty().get()))
                .singleElement()
                .asString()
                .startsWith("kubectl get ")
                .contains("secrets", "ingresses.networking.k8s.io")
                .endsWith("-n " + namespace);
    }

    /// Kind and name of every object but events, which come and go meanwhile.
    private Set<String> said() {
        List<String> resources = new ArrayList<>(lines("api-resources", "--namespaced", "--verbs=list", "-o", "name"));
        resources.removeIf(name -> name.startsWith("events"));
        String print = "jsonpath={range .items[*]}{.kind}/{.metadata.name}{\"\\n\"}{end}";
        return new TreeSet<>(lines("get", String.join(",", resources), "-n", namespace, "-o", print));
    }

    private static Set<String> shown(EverythingView view) throws Exception {
        return fx(() -> {
            Set<String> all = new TreeSet<>();
            if (view.lookup("#everything-lines") == null) return all;
            for (Object line : table(view, "#everything-lines").getItems())
                if (line instanceof Line.Item item && !item.kind().plural().equals("events"))
                    all.add(item.kind().gvk().kind() + "/" + item.ref().name());
            return all;
        });
    }

    @Test
    void the_overview_names_what_is_wrong_and_leads_there() throws Exception {
        create("deployment", "web", "--image=registry.example/web:1");
        until(() -> !pods().isEmpty());
        String pod = pods().getFirst();
        List<Kind> kinds = cluster.discovery().kinds();
        Namespaces here = Namespaces.named(namespace);
        OverviewView view = show(() -> new OverviewView(Fx.live(), cluster, kinds, here, "", asked::add));
        until(() -> words(view).contains("0/1 ready"));

        String waiting = "{\"status\":{\"phase\":\"Running\",\"containerStatuses\":[{\"name\":\"web\",\"ready\":false,"
                + "\"restartCount\":3,\"image\":\"x\",\"imageID\":\"\",\"state\":{\"waiting\":{\"reason\":"
                + "\"CrashLoopBackOff\"}}}]}}";
        bed.kubectl().out("patch", pod, "-n", namespace, "--subresource=status", "--type=merge", "-p", waiting);
        until(() -> words(view).contains("CrashLoopBackOff"));
        assertThat(words(view)).as("its pod says it").doesNotContain("0/1 ready");
        fx(() -> fired(view, pod));
        assertThat(asked).last().isInstanceOfSatisfying(Intent.Inspect.class, inspect -> {
            assertThat("pod/" + inspect.ref().name()).isEqualTo(pod);
            assertThat(inspect.part()).isEqualTo(Part.FACTS);
        });
        bed.kubectl().out("delete", "deployment", "web", "-n", namespace);
        bed.kubectl().out("delete", pod, "-n", namespace, "--grace-period=0", "--force", "--ignore-not-found");
        until(() -> words(view).contains("Nothing is wrong that the cluster says."));
    }

    private static boolean fired(Parent view, String pod) {
        view.lookupAll(".hyperlink").stream()
                .map(Hyperlink.class::cast)
                .filter(link -> pod.endsWith(link.getText()))
                .findFirst()
                .orElseThrow()
                .fire();
        return true;
    }

    private static List<String> words(Parent view) throws Exception {
        return fx(() -> view.lookupAll(".label").stream()
                .map(node -> Objects.toString(((Labeled) node).getText(), ""))
                .filter(text -> !text.isEmpty())
                .toList());
    }
}
