package dev.vigie.workbench;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.base.Gvk;
import dev.vigie.base.Messages;
import dev.vigie.base.Ref;
import dev.vigie.kube.KubeCluster;
import dev.vigie.kube.config.Consent;
import dev.vigie.kube.config.Context;
import dev.vigie.kube.config.CredentialSource;
import dev.vigie.kube.config.KubeconfigLoading;
import dev.vigie.live.Fx;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whole objects taken out of the window, beside what kubectl prints of them.
@RealCluster
class ExportsOnRealClusterTest {
    private final TestCluster bed;
    private final String namespace;
    private final Path file;
    private final Session session;
    private final Sessions sessions;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Exports exports = new Exports(Fx.inline(), said::add);

    ExportsOnRealClusterTest(TestCluster bed, @TempDir Path folder) throws Exception {
        this.bed = bed;
        namespace = bed.newNamespace();
        file = folder.resolve("out.yaml");
        Messages.speak(Locale.ENGLISH);
        Context context = KubeconfigLoading.load(List.of(bed.adminKubeconfig()))
                .contexts()
                .getFirst();
        CredentialSource source = CredentialSource.of(
                Objects.requireNonNull(context.user()), Objects.requireNonNull(context.cluster()), Consent.NEVER);
        session = Session.of(KubeCluster.open(context, source));
        sessions = new Sessions(
                Fx.inline(), new Sessions.Consents(Consent.NEVER, Consent.NEVER), (_, _) -> session.cluster());
        new Connecting(sessions).connect(context, _ -> {}, _ -> {});
        exports.choosing((_, _) -> file);
    }

    @AfterEach
    void close() {
        session.cluster().close();
    }

    private Ref ref(String group, String kind, String name, String uid) {
        return new Ref(session.context(), new Gvk(group, "v1", kind), namespace, name, uid);
    }

    @Test
    void a_saved_object_is_to_the_letter_what_kubectl_prints() throws Exception {
        bed.kubectl().out("create", "deployment", "web", "--image=registry.example/web:1", "-n", namespace);
        bed.kubectl()
                .out(
                        "create",
                        "configmap",
                        "conf",
                        "--from-literal=a=one\ntwo",
                        "--from-literal=b=yes",
                        "-n",
                        namespace);
        bed.kubectl().out("rollout", "pause", "deployment/web", "-n", namespace);
        await().atMost(10, SECONDS)
                .until(() -> bed.kubectl()
                        .out("get", "deployment", "web", "-n", namespace, "-o", "jsonpath={.status.observedGeneration}")
                        .equals("2"));
        for (Ref ref : List.of(ref("apps", "Deployment", "web", ""), ref("", "ConfigMap", "conf", ""))) {
            exports.saveYaml(sessions, List.of(ref));
            assertThat(Files.readString(file))
                    .isEqualTo(bed.kubectl().out("get", ref.gvk().kind(), ref.name(), "-n", namespace, "-o", "yaml"));
        }
        assertThat(said).last().isEqualTo("Saved as " + file);
    }

    @Test
    void secrets_are_masked_and_objects_that_are_gone_or_replaced_are_counted() throws Exception {
        bed.kubectl().out("create", "secret", "generic", "token", "--from-literal=key=geheim", "-n", namespace);
        Ref token = ref("", "Secret", "token", "");
        Ref other = ref("", "Secret", "token", "another-uid");
        Ref gone = ref("", "ConfigMap", "gone", "");
        exports.saveYaml(sessions, List.of(token, other, gone));
        String yaml = Files.readString(file);
        assertThat(yaml).contains("name: token", "(6 B)").doesNotContain("Z2VoZWlt", "geheim", "---");
    }

    @Test
    void a_file_that_cannot_be_written_is_said_and_nothing_is_lost() {
        exports.choosing((_, _) -> file.resolve("below").resolve("x.txt"));
        exports.save("x.txt", "text");
        assertThat(said).singleElement().asString().contains("could not be written");
    }
}
