package dev.vigie.feature.inspect;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.base.Messages;
import dev.vigie.base.Ref;
import dev.vigie.demo.DemoCluster;
import dev.vigie.demo.model.Json;
import dev.vigie.kind.Intent;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Part;
import dev.vigie.kube.Cluster;
import dev.vigie.kube.KubeCluster;
import dev.vigie.kube.config.Context;
import dev.vigie.kube.config.CredentialSource;
import dev.vigie.kube.config.Credentials;
import dev.vigie.kube.config.KubeconfigLoading;
import dev.vigie.live.Fx;
import dev.vigie.promises.Shows;
import dev.vigie.ui.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Details of objects of a demo cluster that stands still, through the same layer as any cluster's.
@ExtendWith(ApplicationExtension.class)
class InspectViewTest {
    @TempDir
    private Path folder = Path.of("");

    private final DemoCluster demo = DemoCluster.still();
    private final List<Intent> asked = new CopyOnWriteArrayList<>();
    private @Nullable Stage stage;
    private @Nullable InspectView view;
    private @Nullable Cluster cluster;

    @Start
    void start(Stage first) {
        Messages.speak(Locale.ENGLISH);
        stage = first;
    }

    @AfterEach
    void close() throws Exception {
        fx(() -> {
            if (view != null) view.close();
            return "";
        });
        if (cluster != null) cluster.close();
        demo.close();
    }

    private static <T> T fx(Callable<T> call) throws Exception {
        return WaitForAsyncUtils.waitFor(10, SECONDS, WaitForAsyncUtils.asyncFx(call));
    }

    private static void until(Callable<Boolean> condition) {
        await().dontCatchUncaughtExceptions().atMost(8, SECONDS).until(condition);
    }

    private void made(String resource, String json) {
        demo.objects().create(resource, (ObjectNode) JsonMapper.shared().readTree(json));
    }

    private void inspect(String word, String namespace, String name, Part part) throws Exception {
        Path config = Files.writeString(folder.resolve("config"), demo.kubeconfig());
        Context context = KubeconfigLoading.load(List.of(config)).contexts().getFirst();
        Cluster open = KubeCluster.open(context, token(demo.token()));
        cluster = open;
        Cluster.Discovery discovery = open.discovery();
        Kind kind = Objects.requireNonNull(discovery.find(word));
        ObjectNode object = demo.objects().get(kind.resource(), namespace, name);
        String uid = object == null ? "11111111-1111-1111-1111-111111111111" : Json.uid(object);
        Ref ref = new Ref(open.context(), kind.gvk(), namespace, name, uid);
        fx(() -> {
            InspectView made = new InspectView(
                    Fx.live(), new InspectView.Looking(open, kind, ref, discovery, ""), part, asked::add);
            view = made;
            Scene scene = new Scene(made, 420, 700);
            new Theme(Theme.Shade.DARK, 1).dress(scene);
            Stage window = Objects.requireNonNull(stage);
            window.setScene(scene);
            window.show();
            return "";
        });
    }

    private static CredentialSource token(String token) {
        return new CredentialSource() {
            @Override
            public Credentials current() {
                return new Credentials(null, new Credentials.Bearer(token));
            }

            @Override
            public void rejected(dev.vigie.kube.config.Credentials which) {}

            @Override
            public void close() {}
        };
    }

    /// Every text that is on screen, from top to bottom.
    private List<String> texts() throws Exception {
        return fx(() -> {
            List<String> all = new ArrayList<>();
            gather(Objects.requireNonNull(view), all);
            return all;
        });
    }

    private static void gather(Node node, List<String> into) {
        if (!node.isVisible()) return;
        if (node instanceof Labeled label && !label.getText().isEmpty()) into.add(label.getText());
        if (node instanceof TextInputControl field) into.add(field.getText());
        if (node instanceof TabPane tabs) {
            for (Tab tab : tabs.getTabs()) into.add("tab " + tab.getText());
            gather(tabs.getSelectionModel().getSelectedItem().getContent(), into);
        } else if (node instanceof javafx.scene.control.ScrollPane scroll) {
            gather(scroll.getContent(), into);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> gather(child, into));
        }
    }

    private void namespace() {
        made("namespaces", "{\"metadata\":{\"name\":\"shop\"}}");
        made("serviceaccounts", "{\"metadata\":{\"name\":\"default\",\"namespace\":\"shop\"}}");
    }

    @Test
    void an_object_nobody_told_us_about_has_its_spec_its_conditions_and_its_head() throws Exception {
        made("ingressclasses.networking.k8s.io", """
                {"metadata": {"name": "quiet", "labels": {"app": "web"}},
                 "spec": {"controller": "example.com/door", "parameters": {"kind": "Door", "name": "front"}}}""");
        inspect("ingressclasses", "", "quiet", Part.FACTS);
        until(() -> texts().contains("Spec"));
        assertThat(texts())
                .containsSubsequence(
                        "IngressClass",
                        "quiet",
                        "tab Facts",
                        "tab YAML",
                        "Spec",
                        "controller",
                        "example.com/door",
                        "parameters.kind",
                        "Door",
                        "Object",
                        "Created",
                        "Labels",
                        "app=web");
        assertThat(fx(() -> Objects.requireNonNull(view).kubectlProperty().get()))
                .isEqualTo("kubectl describe ingressclasses.networking.k8s.io quiet");
    }

    @Test
    void what_changes_is_seen_and_what_is_deleted_stays_readable() throws Exception {
        made("ingressclasses.networking.k8s.io", """
                {"metadata": {"name": "quiet"}, "spec": {"controller": "example.com/door"}}""");
        inspect("ingressclasses", "", "quiet", Part.FACTS);
        until(() -> texts().contains("example.com/door"));
        ObjectNode now = Objects.requireNonNull(demo.objects().get("ingressclasses.networking.k8s.io", "", "quiet"));
        ObjectNode changed = now.deepCopy();
        Json.object(changed, "spec").putObject("parameters").put("kind", "Egress");
        demo.objects().update("ingressclasses.networking.k8s.io", changed);
        until(() -> texts().contains("Egress"));

        demo.objects().delete("ingressclasses.networking.k8s.io", "", "quiet", "Background");
        until(() -> texts().contains("It was deleted"));
        assertThat(texts()).contains("Egress");

        made("ingressclasses.networking.k8s.io", """
                {"metadata": {"name": "quiet"}, "spec": {"controller": "example.com/door"}}""");
        until(() -> texts().contains("Open it"));
        assertThat(texts()).contains("Egress");
        fx(() -> {
            Button button = (Button) Objects.requireNonNull(view).lookup("#details-other");
            button.fire();
            return "";
        });
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst())
                .isInstanceOfSatisfying(
                        Intent.Inspect.class,
                        open -> assertThat(open.ref().name()).isEqualTo("quiet"));
    }

    @Test
    void events_of_the_object_alone_come_warnings_first() throws Exception {
        namespace();
        made("configmaps", "{\"metadata\": {\"name\": \"a\", \"namespace\": \"shop\"}, \"data\": {\"x\": \"1\"}}");
        String uid = Json.uid(Objects.requireNonNull(demo.objects().get("configmaps", "shop", "a")));
        event("one", uid, "Normal", "Seen", "2026-11-20T10:00:00Z");
        event("two", uid, "Warning", "Broken", "2026-11-20T09:00:00Z");
        event("three", "22222222-2222-2222-2222-222222222222", "Warning", "Else", "2026-11-20T09:00:00Z");
        inspect("configmaps", "shop", "a", Part.EVENTS);
        until(() -> texts().contains("tab Events 2"));
        assertThat(texts()).containsSubsequence("Broken", "×3", "said Broken", "Seen", "×3", "said Seen");
        assertThat(texts()).doesNotContain("Else");
    }

    private void event(String name, String uid, String type, String reason, String last) {
        made("events", """
                {"metadata": {"name": "%s", "namespace": "shop"}, "type": "%s", "reason": "%s", "message": "said %s",
                 "count": 3, "lastTimestamp": "%s", "firstTimestamp": "%s",
                 "involvedObject": {"kind": "ConfigMap", "namespace": "shop", "name": "a", "uid": "%s"}}
                """.formatted(name, type, reason, reason, last, last, uid));
    }

    @Test
    void what_an_object_controls_can_be_opened() throws Exception {
        namespace();
        made("replicasets.apps", owned("rs"));
        String rs = Json.uid(Objects.requireNonNull(demo.objects().get("replicasets.apps", "shop", "rs")));
        made("pods", pod("mine", rs, "conf"));
        made("pods", pod("other", "33333333-3333-3333-3333-333333333333", "else"));
        inspect("replicasets", "shop", "rs", Part.RELATED);
        until(() -> texts().contains("mine"));
        assertThat(texts()).contains("Pods", "tab Related 1").doesNotContain("other");
        fx(() -> {
            Hyperlink link = (Hyperlink) Objects.requireNonNull(view).lookup(".hyperlink");
            link.fire();
            return "";
        });
        assertThat(asked)
                .singleElement()
                .isInstanceOfSatisfying(
                        Intent.Inspect.class,
                        open -> assertThat(open.ref().name()).isEqualTo("mine"));
    }

    @Test
    void pods_that_use_a_config_map_are_named() throws Exception {
        namespace();
        made("configmaps", "{\"metadata\": {\"name\": \"conf\", \"namespace\": \"shop\"}}");
        made("pods", pod("mine", "", "conf"));
        made("pods", pod("other", "", "else"));
        inspect("configmaps", "shop", "conf", Part.RELATED);
        until(() -> texts().contains("mine"));
        assertThat(texts()).contains("Used by: Pods").doesNotContain("other");
    }

    private static String pod(String name, String owner, String config) {
        String owners = owner.isEmpty()
                ? ""
                : ", \"ownerReferences\": [{\"apiVersion\": \"apps/v1\", \"kind\": \"ReplicaSet\", \"name\": \"rs\", "
                        + "\"uid\": \"%s\", \"controller\": true}]".formatted(owner);
        return """
                {"metadata": {"name": "%s", "namespace": "shop"%s}, "spec": {"containers": [{"name": "c", "image": "i",
                 "envFrom": [{"configMapRef": {"name": "%s"}}]}]}}""".formatted(name, owners, config);
    }

    private static String owned(String name) {
        return """
                {"metadata": {"name": "%s", "namespace": "shop"}, "spec": {"replicas": 0, "selector": {"matchLabels":
                 {"app": "a"}}, "template": {"metadata": {"labels": {"app": "a"}}, "spec": {"containers":
                 [{"name": "c", "image": "i"}]}}}}""".formatted(name);
    }

    @Test
    void what_is_not_there_is_said() throws Exception {
        namespace();
        inspect("configmaps", "shop", "never", Part.FACTS);
        until(() -> texts().contains("It was deleted"));
    }

    @Test
    @Shows("S9")
    void a_text_that_would_act_on_the_screen_is_shown_by_its_signs() throws Exception {
        namespace();
        made("configmaps", """
                {"metadata": {"name": "a", "namespace": "shop", "annotations": {"x": "\\u202egnp.exe\\u001b[31m"}}}""");
        inspect("configmaps", "shop", "a", Part.FACTS);
        until(() -> texts().stream().anyMatch(text -> text.startsWith("x=")));
        assertThat(texts()).contains("x=⟨U+202E⟩gnp.exe␛[31m");
    }
}
