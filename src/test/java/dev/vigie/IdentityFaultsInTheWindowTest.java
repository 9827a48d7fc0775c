package dev.vigie;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.promises.Shows;
import dev.vigie.testbed.HttpFaults;
import dev.vigie.testbed.Kubeconfigs;
import dev.vigie.testbed.RealCluster;
import dev.vigie.testbed.TestCluster;
import dev.vigie.testbed.Vitals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a person sees when who they are, or what they may do, changes under an open window. Tokens are service
/// accounts'
/// own, bound to a Secret: they end with it.
@RealCluster
class IdentityFaultsInTheWindowTest extends InTheWindow {
    private static final String BINDING = """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: looker}
            rules: [{apiGroups: [""], resources: [configmaps, secrets], verbs: [VERBS]}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: looker}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: looker}
            subjects: [{kind: ServiceAccount, name: default, namespace: NAMESPACE}]
            """;

    private final HttpFaults faults;
    private final String namespace;

    IdentityFaultsInTheWindowTest(TestCluster bed) {
        super(bed);
        faults = new HttpFaults(bed);
        namespace = bed.newNamespace();
        allow("get, list, watch");
        for (String map : List.of("one", "two", "three"))
            bed.kubectl().out("create", "configmap", map, "-n", namespace);
    }

    private void allow(String verbs) {
        bed.kubectl().apply(BINDING.replace("VERBS", verbs).replace("NAMESPACE", namespace), "-n", namespace);
    }

    @AfterEach
    void close() {
        faults.close();
    }

    /// A token that holds as long as this Secret is there.
    private String token(String secret) {
        bed.kubectl().out("create", "secret", "generic", secret, "-n", namespace);
        return bed.kubectl()
                .out(
                        "create",
                        "token",
                        "default",
                        "-n",
                        namespace,
                        "--bound-object-kind=Secret",
                        "--bound-object-name=" + secret)
                .strip();
    }

    private void end(String secret) {
        bed.kubectl().out("delete", "secret", secret, "-n", namespace);
    }

    private Path kubeconfig(String user) throws IOException {
        String authority = Base64.getEncoder()
                .encodeToString(bed.pki().certificatePem().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return Files.writeString(folder.resolve("config"), """
                apiVersion: v1
                kind: Config
                current-context: faulty
                clusters: [{name: it, cluster: {server: "%s", certificate-authority-data: %s}}]
                users: [{name: it, user: %s}]
                contexts: [{name: faulty, context: {cluster: it, user: it}}]
                """.formatted(faults.address(), authority, user));
    }

    /// A program that counts its runs, and prints what lies in `answer` or fails when that is gone.
    private Path plugin() throws IOException {
        Path program = Files.writeString(folder.resolve("login"), """
                #!/bin/sh
                echo run >> '%1$s/runs'
                [ -f '%1$s/answer' ] || { echo 'the session has expired' >&2; exit 1; }
                cat '%1$s/answer'
                """.formatted(folder));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return kubeconfig("{exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never, command: '%s'}}"
                .formatted(program));
    }

    private void gives(String token) throws IOException {
        Path fresh = Files.writeString(
                folder.resolve("fresh"),
                "{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\",\"status\":{\"token\":\""
                        + token + "\"}}");
        Files.move(fresh, folder.resolve("answer"), StandardCopyOption.REPLACE_EXISTING);
    }

    private int runs() throws IOException {
        return Files.readAllLines(folder.resolve("runs")).size();
    }

    private void open(Path kubeconfig) throws Exception {
        start(kubeconfig, "--context", "faulty", "--kind", "configmaps", "-n", namespace);
    }

    private void allowThePlugin() {
        until(() -> shows("#consent-once"));
        robot.clickOn("#consent-once");
    }

    @Test
    @Shows("A01")
    void a_token_that_ends_is_renewed_unseen_and_the_watch_goes_on() throws Exception {
        gives(token("first"));
        open(plugin());
        allowThePlugin();
        equal(SOON, "configmaps", namespace);
        select("two");
        List<String> said = new CopyOnWriteArrayList<>();
        fx(() -> {
            Label state = (Label) java.util.Objects.requireNonNull(find("#strip-state"));
            state.textProperty().addListener((_, _, now) -> said.add(now));
            return true;
        });
        try (Vitals vitals = watched()) {
            gives(token("second"));
            faults.forgetAsked();
            end("first");
            // the server believes a token for ten seconds more
            until(Duration.ofSeconds(25), () -> runs() == 2);
            faults.cut();
            bed.kubectl().out("create", "configmap", "after", "-n", namespace);
            equal(Duration.ofSeconds(5), "configmaps", namespace);
            assertThat(said).as("what the strip said meanwhile").isEmpty();
            assertThat(shows("#sign-in")).isFalse();
            assertThat(selected()).containsExactly("two");
            assertThat(faults.count(asked -> asked.lists("/api/v1/namespaces/" + namespace + "/configmaps")))
                    .as("lists")
                    .isZero();
            faults.next(
                    1,
                    asked -> asked.path().equals("/version"),
                    HttpFaults.Fault.status(401, "Unauthorized", "Unauthorized"));
            faults.forgetAsked();
            until(
                    Duration.ofSeconds(10),
                    () -> faults.count(asked -> asked.path().equals("/version")) >= 3);
            assertThat(runs()).as("a single 401 proves nothing").isEqualTo(2);
            assertThat(said).isEmpty();
            vitals.assertWell();
        }
    }

    @Test
    @Shows("A02")
    void when_renewing_fails_one_banner_asks_to_sign_in_and_the_views_stay() throws Exception {
        gives(token("first"));
        open(plugin());
        allowThePlugin();
        equal(SOON, "configmaps", namespace);
        select("two");
        robot.push(KeyCode.CONTROL, KeyCode.T);
        equal(SOON, "configmaps", namespace);
        select("two");
        try (Vitals vitals = watched()) {
            Files.delete(folder.resolve("answer"));
            end("first");
            until(Duration.ofSeconds(25), () -> shows("#sign-in"));
            assertThat(text("#sign-in-title")).isEqualTo("Sign in again to faulty");
            assertThat(text("#sign-in-why")).contains("the session has expired", "The views stay as they were.");
            assertThat(text("#strip-state")).startsWith("Stale since");
            until(() -> pale());
            assertThat(shows("#stale")).as("a second banner").isFalse();
            assertThat(names()).contains("one", "two", "three");
            assertThat(selected()).containsExactly("two");
            picture("sign-in");
            int before = runs();
            faults.forgetAsked();
            robot.push(KeyCode.CONTROL, KeyCode.TAB);
            org.awaitility.Awaitility.await()
                    .pollDelay(Duration.ofSeconds(12))
                    .atMost(SOON)
                    .until(() -> true);
            assertThat(runs())
                    .as("runs of the program while nobody asks")
                    .isEqualTo(before)
                    .isEqualTo(2);
            assertThat(faults.asked()).as("requests without credentials").isEmpty();

            bed.kubectl().out("create", "configmap", "meanwhile", "-n", namespace);
            gives(token("second"));
            robot.clickOn("#sign-in-again"); // what was allowed for this run is not asked about again
            until(Duration.ofSeconds(5), () -> !shows("#sign-in"));
            equal(Duration.ofSeconds(5), "configmaps", namespace);
            assertThat(selected()).containsExactly("two");
            assertThat(runs()).isEqualTo(3);
            vitals.assertWell();
        }
    }

    @Test
    @Shows({"A02", "C09"})
    void who_signs_in_elsewhere_need_not_do_so_here() throws Exception {
        open(kubeconfig("{token: '%s'}".formatted(token("first"))));
        equal(SOON, "configmaps", namespace);
        end("first");
        until(Duration.ofSeconds(25), () -> shows("#sign-in"));
        kubeconfig("{token: '%s'}".formatted(token("second")));
        until(Duration.ofSeconds(5), () -> !shows("#sign-in"));
        equal(Duration.ofSeconds(3), "configmaps", namespace);
    }

    @Test
    @Shows("C09")
    void a_context_that_is_renamed_keeps_its_views_and_says_so() throws Exception {
        Path config = kubeconfig("{token: '%s'}".formatted(token("first")));
        open(config);
        equal(SOON, "configmaps", namespace);
        select("two");
        Files.writeString(config, Files.readString(config).replace("name: faulty,", "name: other,"));
        until(Duration.ofSeconds(5), () -> text("#strip-notice").contains("faulty"));
        bed.kubectl().out("create", "configmap", "after", "-n", namespace);
        equal(Duration.ofSeconds(3), "configmaps", namespace);
        assertThat(selected()).containsExactly("two");
    }

    @Test
    @Shows("A07")
    void what_may_not_be_listed_is_said_and_a_namespace_typed_by_hand_works() throws Exception {
        String config =
                Kubeconfigs.withToken("faulty", faults.address(), bed.pki().certificatePem(), bed.viewerToken());
        start(Files.writeString(folder.resolve("config"), config), "--context", "faulty", "--kind", "configmaps");
        until(() -> shows("#namespaces-by-hand"));
        assertThat(words("#middle")).contains("list configmaps").contains("viewer");
        robot.clickOn("#namespaces-by-hand").write(bed.viewerNamespace()).type(KeyCode.ENTER);
        equal(SOON, "configmaps", bed.viewerNamespace());
        robot.push(KeyCode.CONTROL, KeyCode.K).write("serviceaccounts").type(KeyCode.ENTER);
        equal(SOON, "serviceaccounts", bed.viewerNamespace());
    }

    @Test
    @Shows("A08")
    void what_may_be_listed_and_not_watched_is_asked_again_and_again_and_that_is_said() throws Exception {
        allow("get, list");
        open(kubeconfig("{token: '%s'}".formatted(token("first"))));
        equal(SOON, "configmaps", namespace);
        until(() -> words("#refused").contains("watch"));
        bed.kubectl().out("create", "configmap", "later", "-n", namespace);
        equal(Duration.ofSeconds(17), "configmaps", namespace);
    }

    @Test
    @Shows("A09")
    void secrets_go_from_the_screen_with_the_right_to_see_them() throws Exception {
        start(
                kubeconfig("{token: '%s'}".formatted(token("first"))),
                "--context",
                "faulty",
                "--kind",
                "secrets",
                "-n",
                namespace);
        equal(SOON, "secrets", namespace);
        try (Vitals vitals = watched()) {
            bed.kubectl().out("delete", "rolebinding", "looker", "-n", namespace);
            // the server goes on with a watch that it once allowed: until the next one
            faults.cut();
            until(
                    Duration.ofSeconds(5),
                    () -> names().isEmpty() && words("#middle").contains("list secrets"));
            allow("get, list, watch");
            robot.clickOn("#try-again");
            equal(SOON, "secrets", namespace);
            vitals.assertWell();
        }
    }
}
