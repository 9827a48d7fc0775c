package dev.vigie.kube.config;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.base.Messages;
import dev.vigie.promises.Shows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Good and bad entries: what is merged, what is shown, and why something cannot be used.
@Timeout(value = 20, unit = SECONDS)
class KubeconfigEntriesTest {
    private static final String GOOD = """
            clusters: [{name: c, cluster: {server: 'https://c:6443'}}]
            users: [{name: u, user: {token: t}}]
            contexts: [{name: good, context: {cluster: c, user: u}}]
            current-context: good
            """;
    private final Locale before = Messages.language();

    @TempDir
    Path temp;

    @BeforeEach
    void speakEnglish() {
        Messages.speak(Locale.ENGLISH);
    }

    @AfterEach
    void speakAsBefore() {
        Messages.speak(before);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(temp.resolve(name), text);
    }

    @Test
    @Shows({"C02", "C3"})
    void a_name_used_twice_disables_that_entry_alone() throws Exception {
        Path file = write("k", """
                clusters: [{name: c, cluster: {server: 'https://c:6443'}}]
                users: [{name: u, user: {token: t}}]
                contexts:
                - {name: twice, context: {cluster: c, user: u}}
                - {name: twice, context: {cluster: c, user: other}}
                - {name: once, context: {cluster: c, user: u}}
                """);
        Kubeconfig all = KubeconfigLoading.load(List.of(file));
        assertThat(all.contexts())
                .extracting(Context::name, Context::usable)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("once", true),
                        org.assertj.core.groups.Tuple.tuple("twice", false));
        assertThat(all.troubles()).singleElement().satisfies(t -> {
            assertThat(t.weight()).isEqualTo(FileTrouble.Weight.ENTRY);
            assertThat(t.problem().why()).contains("“twice”", "lines 4 and 5", file.toString());
        });
    }

    @Test
    @Shows({"C03", "C3"})
    void of_equal_names_the_first_file_wins_with_all_its_fields_and_a_hint_is_given() throws Exception {
        Path first = write("first", "users: [{name: red, user: {token: one}}]\n");
        Path second = write("second", "users: [{name: red, user: {token: two, username: two}}]\n");
        Kubeconfig all = KubeconfigLoading.load(List.of(first, second));
        assertThat(all.entries().users()).singleElement().satisfies(u -> {
            assertThat(List.of(u.token(), u.username())).containsExactly("one", "");
            assertThat(u.file()).isEqualTo(first);
        });
        assertThat(all.troubles()).singleElement().satisfies(t -> {
            assertThat(t.weight()).isEqualTo(FileTrouble.Weight.HINT);
            assertThat(t.problem().why()).contains(second.toString(), "red");
        });
    }

    @Test
    @Shows({"C04", "C3"})
    void a_context_without_its_cluster_or_user_is_listed_with_the_reason() throws Exception {
        Kubeconfig all = KubeconfigLoading.load(List.of(write("k", GOOD + """
                """), write("more", """
                contexts:
                - {name: no-cluster, context: {cluster: gone, user: u}}
                - {name: no-user, context: {cluster: c, user: gone}}
                - {name: unnamed}
                - {name: anonymous, context: {cluster: c}}
                """)));
        assertThat(reason(all, "no-cluster"))
                .contains("cluster “gone”", temp.resolve("more").toString());
        assertThat(reason(all, "no-user")).contains("user “gone”");
        assertThat(reason(all, "unnamed")).contains("names no cluster");
        assertThat(all.context("anonymous")).matches(c -> c != null && c.usable() && c.user() != null);
        assertThat(all.context("good")).matches(c -> c != null && c.usable());
    }

    @Test
    @Shows("C04")
    void without_current_context_there_is_none() throws Exception {
        assertThat(KubeconfigLoading.load(List.of(write("k", GOOD.replace("current-context: good", ""))))
                        .current())
                .isEmpty();
        assertThat(KubeconfigLoading.load(List.of())).isEqualTo(Kubeconfig.EMPTY);
    }

    @Test
    @Shows({"C04", "C3"})
    void a_broken_field_disables_only_what_needs_it() throws Exception {
        Kubeconfig all = KubeconfigLoading.load(List.of(write("k", """
                clusters:
                - {name: c, cluster: {server: 'https://c:6443'}}
                - {name: odd, cluster: {server: 'https://c:6443', insecure-skip-tls-verify: "true"}}
                users:
                - {name: u, user: {token: t}}
                - {name: number, user: {token: 12345}}
                contexts:
                - {name: good, context: {cluster: c, user: u}}
                - {name: odd-cluster, context: {cluster: odd, user: u}}
                - {name: odd-user, context: {cluster: c, user: number}}
                - {name: odd-namespace, context: {cluster: c, user: u, namespace: 7}}
                - 5
                """)));
        assertThat(all.context("good")).matches(c -> c != null && c.usable());
        assertThat(reason(all, "odd-cluster")).contains("insecure-skip-tls-verify", "true or false", "line 3");
        assertThat(reason(all, "odd-user")).contains("user.token", "line 6").doesNotContain("12345");
        assertThat(reason(all, "odd-namespace")).contains("context.namespace", "text");
        assertThat(all.troubles()).hasSize(4);
    }

    @Test
    @Shows("C4")
    void what_kubectl_would_refuse_before_a_call_disables_the_context() throws Exception {
        Map<String, String> users = Map.of(
                "{token: a, username: b}", "user.methods",
                "{client-certificate-data: YQ==}", "user.key",
                "{client-key: k, client-key-data: YQ==, client-certificate-data: YQ==}", "entry.both",
                "{exec: {command: x, apiVersion: client.authentication.k8s.io/v1}}", "user.exec",
                "{exec: {command: x, apiVersion: client.authentication.k8s.io/v1alpha1}}", "user.exec",
                "{exec: {apiVersion: client.authentication.k8s.io/v1beta1}}", "user.exec",
                "{as-groups: [a]}", "user.as",
                "{auth-provider: {name: gcp}}", "user.provider");
        for (var user : users.entrySet()) {
            Path file = write("k", GOOD.replace("{token: t}", user.getKey()));
            Context context = KubeconfigLoading.load(List.of(file)).context("good");
            assertThat(context)
                    .isNotNull()
                    .extracting(c -> c.problem())
                    .isNotNull()
                    .extracting(p -> p.key())
                    .as(user.getKey())
                    .isEqualTo(user.getValue());
        }
        for (String proxy : List.of("ftp://x", "nonsense", "http://", "::")) {
            Path file = write("k", GOOD.replace("{server:", "{proxy-url: '" + proxy + "', server:"));
            assertThat(KubeconfigLoading.load(List.of(file)).context("good")).matches(c -> c != null && !c.usable());
        }
    }

    private static String reason(Kubeconfig all, String name) {
        Context context = all.context(name);
        assertThat(context).as(name).isNotNull();
        Problem problem = context == null ? null : context.problem();
        assertThat(problem).as(name).isNotNull();
        return problem == null ? "" : problem.sentence();
    }

    @Test
    @Shows("C08")
    void empty_and_repeated_parts_of_the_list_are_skipped() {
        List<Path> files =
                KubeconfigPaths.of(Map.of("KUBECONFIG", "a::/b:a:"), Path.of("/work"), List.of(Path.of("/extra")));
        assertThat(files).containsExactly(Path.of("/work/a"), Path.of("/b"), Path.of("/extra"));
        assertThat(KubeconfigPaths.of(Map.of("HOME", "/home/x"), Path.of("/work"), List.of()))
                .containsExactly(Path.of("/home/x/.kube/config"));
    }

    @Test
    @Shows({"C11", "C3"})
    void a_thousand_contexts_of_any_name_load_in_a_tenth_of_a_second() throws Exception {
        StringBuilder text = new StringBuilder(
                GOOD.replace("contexts: [{name: good, context: {cluster: c, user: u}}]\n", "") + "contexts:\n");
        List<String> names = new ArrayList<>(List.of("with space", "😀", "a/b", "n".repeat(253), "עברית"));
        for (int i = names.size(); i < 1000; i++) names.add("context-" + i);
        for (String name : names)
            text.append("- name: \"").append(name).append("\"\n  context: {cluster: c, user: u}\n");
        Path file = write("k", text.toString());
        KubeconfigLoading.load(List.of(file));
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long began = System.nanoTime();
            Kubeconfig all = KubeconfigLoading.load(List.of(file));
            best = Math.min(best, System.nanoTime() - began);
            assertThat(all.contexts()).hasSize(1000).allMatch(Context::usable);
            assertThat(all.contexts()).extracting(Context::name).containsAll(names);
        }
        System.out.printf("kubeconfig: 1,000 contexts load in %.0f ms%n", best / 1e6);
        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(100));
    }

    @Test
    @Shows("C1")
    void the_masked_view_holds_no_credential_and_neither_does_any_text_of_the_values() throws Exception {
        Path file = write("k", """
                clusters: [{name: c, cluster: {server: 'https://c:6443', certificate-authority-data: Y2FuYXJ5}}]
                users:
                - name: u
                  user:
                    token: canary-token
                    password: canary-password
                    client-key-data: Y2FuYXJ5LWtleQ==
                    client-certificate-data: Y2FuYXJ5LWNlcnQ=
                    auth-provider: {name: oidc, config: {id-token: canary-id}}
                    exec: {command: x, args: [a], env: [{name: SECRET, value: canary-env}], apiVersion: v}
                contexts: [{name: x, context: {cluster: c, user: u}}]
                """);
        Kubeconfig all = KubeconfigLoading.load(List.of(file));
        String masked = KubeconfigJson.masked(all).toString();
        assertThat(masked).contains("REDACTED", "DATA+OMITTED", "https://c:6443");
        for (String said : List.of(
                masked,
                all.toString(),
                String.valueOf(all.context("x")),
                all.entries().users().toString())) {
            assertThat(said).doesNotContain("canary").doesNotContain("Y2FuYXJ5");
        }
        assertThat(KubeconfigJson.raw(all).toString())
                .contains("canary-token", "canary-password", "canary-id", "canary-env");
    }

    @Test
    @Shows("C3")
    void files_written_as_json_are_read_also_with_tabs_and_escaped_slashes() throws Exception {
        Path file = write("k.json", """
                {
                \t"clusters": [{"name": "c", "cluster": {"server": "https:\\/\\/c:6443"}}],
                \t"users": [{"name": "u", "user": {"token": "t"}}],
                \t"contexts": [{"name": "\\ud83d\\ude00", "context": {"cluster": "c", "user": "u"}}]
                }
                """);
        Kubeconfig all = KubeconfigLoading.load(List.of(file));
        assertThat(all.contexts()).singleElement().satisfies(c -> {
            assertThat(c.name()).isEqualTo("😀");
            assertThat(c.cluster()).isNotNull().extracting(ClusterEntry::server).isEqualTo("https://c:6443");
        });
    }

    @Test
    @Shows("S18")
    void loading_changes_no_file() throws Exception {
        Path file = write("k", "# my comment\n" + GOOD);
        var time = Files.getLastModifiedTime(file);
        KubeconfigLoading.load(List.of(file));
        assertThat(Files.readString(file)).isEqualTo("# my comment\n" + GOOD);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(time);
        try (var all = Files.list(temp)) {
            assertThat(all).containsExactly(file);
        }
    }
}
