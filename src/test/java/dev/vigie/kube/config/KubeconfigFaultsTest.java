package dev.vigie.kube.config;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vigie.base.Messages;
import dev.vigie.promises.Shows;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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

/// Bad files and bad entries: each is told, none hides the good ones.
@Timeout(value = 20, unit = SECONDS)
class KubeconfigFaultsTest {
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

    /// Loads the bad file between two good ones, and gives the troubles of the bad one.
    private List<FileTrouble> besideGood(Path bad) throws IOException {
        Path second = write("second", GOOD.replace("name: good", "name: second"));
        Kubeconfig all = KubeconfigLoading.load(List.of(write("first", GOOD), bad, second));
        assertThat(all.contexts()).extracting(Context::name).contains("good", "second");
        assertThat(all.context("good")).matches(c -> c != null && c.usable());
        assertThat(all.current()).isEqualTo("good");
        return all.troubles().stream().filter(t -> t.file().equals(bad)).toList();
    }

    private void refused(Path bad, String key) throws IOException {
        List<FileTrouble> troubles = besideGood(bad);
        assertThat(troubles).extracting(t -> t.problem().key()).containsExactly(key);
        assertThat(troubles.getFirst().weight()).isEqualTo(FileTrouble.Weight.FILE);
        assertThat(troubles.getFirst().problem().sentence()).contains(bad.toString());
    }

    @Test
    @Shows({"C01", "C3"})
    void a_folder_a_pipe_a_device_and_a_giant_are_refused_at_once() throws Exception {
        long began = System.nanoTime();
        refused(Files.createDirectory(temp.resolve("folder")), "file.folder");
        Path pipe = temp.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        refused(pipe, "file.special");
        refused(Path.of("/dev/zero"), "file.special");
        Path giant = temp.resolve("giant");
        try (RandomAccessFile file = new RandomAccessFile(giant.toFile(), "rw")) {
            file.setLength(50 << 20);
        }
        refused(giant, "file.large");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    @Shows("C01")
    void bytes_that_are_no_text_are_refused() throws Exception {
        refused(Files.write(temp.resolve("nul"), new byte[] {'a', ':', ' ', 0, 'b', '\n'}), "file.binary");
        refused(Files.write(temp.resolve("latin"), "a: \u00e9".getBytes(StandardCharsets.ISO_8859_1)), "file.binary");
        byte[] noise = new byte[5000];
        new java.util.Random(7).nextBytes(noise);
        refused(Files.write(temp.resolve("noise"), noise), "file.binary");
    }

    @Test
    @Shows("C01")
    void an_unreadable_file_is_told() throws Exception {
        assumeTrue(!System.getProperty("user.name").equals("root"), "root may read everything");
        Path file = write("closed", GOOD);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        refused(file, "file.denied");
    }

    @Test
    @Shows("C01")
    void an_empty_file_is_harmless_and_said() throws Exception {
        for (String text : List.of("", "\n", "# nothing\n", "\uFEFF")) {
            List<FileTrouble> troubles = besideGood(write("empty", text));
            assertThat(troubles).extracting(t -> t.problem().key()).containsExactly("file.empty");
            assertThat(troubles.getFirst().weight()).isEqualTo(FileTrouble.Weight.HINT);
        }
    }

    @Test
    @Shows("C01")
    void a_byte_order_mark_and_windows_line_ends_change_nothing() throws Exception {
        Kubeconfig plain = KubeconfigLoading.load(List.of(write("k", GOOD)));
        Kubeconfig odd = KubeconfigLoading.load(List.of(write("k", "\uFEFF" + GOOD.replace("\n", "\r\n"))));
        assertThat(odd).isEqualTo(plain);
        assertThat(plain.troubles()).isEmpty();
    }

    @Test
    @Shows("C12")
    void a_loop_of_links_is_told() throws Exception {
        Path a = temp.resolve("a");
        Files.createSymbolicLink(a, temp.resolve("b"));
        Files.createSymbolicLink(temp.resolve("b"), a);
        refused(a, "file.reading");
    }

    @Test
    @Shows("C12")
    void a_home_that_hangs_is_given_up_after_the_limit() throws Exception {
        Path hanging = HangingPath.make();
        List<FileReading.Outcome> outcomes =
                new FileReading(Duration.ofMillis(300)).all(List.of(hanging, write("first", GOOD)));
        assertThat(outcomes.get(0)).isEqualTo(new FileReading.Bad(hanging, Problem.of("file.slow", hanging)));
        assertThat(outcomes.get(1)).isInstanceOf(FileReading.Good.class);
    }

    @Test
    @Shows({"C07", "S7"})
    void tags_that_ask_for_a_program_type_are_refused_with_their_place() throws Exception {
        for (String tag : List.of("!!javax.script.ScriptEngineManager", "!!java.net.URL", "!foo", "!<tag:evil>", "!!python/object/apply:os.system")) {
            Path bad = write("tagged", "a: 1\nb: " + tag + " [x]\n");
            refused(bad, "file.tag");
            assertThat(besideGood(bad).getFirst().problem().why()).contains("line 2, column 4");
        }
    }

    @Test
    @Shows({"C07", "S8"})
    void bombs_are_refused_within_a_second() throws Exception {
        List<String> bombs = new ArrayList<>();
        StringBuilder laughs = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) laughs.append("a%d: &a%d [%s]%n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(10)));
        bombs.add(laughs.toString());
        bombs.add("[".repeat(50_000));
        bombs.add("{a: ".repeat(50_000));
        bombs.add("- ".repeat(50_000) + "x");
        bombs.add("x: &a [*a]\n");
        bombs.add("x: &a {<<: *a}\n");
        StringBuilder chain = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 5000; i++) chain.append("a%d: &a%d [*a%d]%n".formatted(i, i, i - 1));
        bombs.add(chain.toString());
        for (String bomb : bombs) {
            Path bad = write("bomb", bomb);
            long began = System.nanoTime();
            FileReading.Outcome outcome = FileReading.one(bad, Duration.ofSeconds(5));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
            assertThat(outcome).isInstanceOf(FileReading.Bad.class);
        }
    }

    @Test
    @Shows("C01")
    void ten_megabytes_in_one_value_end_in_time() throws Exception {
        Path bad = write("long", "a: '" + "long words ".repeat(900_000) + "'\n");
        long began = System.nanoTime();
        FileReading.one(bad, Duration.ofSeconds(5));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    @Shows("C07")
    void broken_yaml_is_told_with_line_and_column_but_without_its_text() throws Exception {
        Path bad = write("broken", "users:\n- name: u\n  user: {token: 'secret-canary\n");
        refused(bad, "file.yaml");
        assertThat(besideGood(bad).getFirst().problem().sentence()).contains("line").doesNotContain("secret-canary");
    }

    @Test
    @Shows("C07")
    void a_field_given_twice_is_hinted_and_the_last_counts_as_with_kubectl() throws Exception {
        Kubeconfig all = KubeconfigLoading.load(List.of(write("k", "current-context: a\ncurrent-context: b\n")));
        assertThat(all.current()).isEqualTo("b");
        assertThat(all.troubles()).extracting(t -> t.problem().why()).singleElement().asString().contains("lines 1 and 2");
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
        assertThat(all.contexts()).extracting(Context::name, Context::usable)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("once", true), org.assertj.core.groups.Tuple.tuple("twice", false));
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
        assertThat(reason(all, "no-cluster")).contains("cluster “gone”", temp.resolve("more").toString());
        assertThat(reason(all, "no-user")).contains("user “gone”");
        assertThat(reason(all, "unnamed")).contains("names no cluster");
        assertThat(all.context("anonymous")).matches(c -> c != null && c.usable() && c.user() != null);
        assertThat(all.context("good")).matches(c -> c != null && c.usable());
    }

    @Test
    @Shows("C04")
    void without_current_context_there_is_none() throws Exception {
        assertThat(KubeconfigLoading.load(List.of(write("k", GOOD.replace("current-context: good", "")))).current()).isEmpty();
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
            assertThat(context).isNotNull().extracting(c -> c.problem()).isNotNull().extracting(p -> p.key()).as(user.getKey()).isEqualTo(user.getValue());
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
        List<Path> files = KubeconfigPaths.of(Map.of("KUBECONFIG", "a::/b:a:"), Path.of("/work"), List.of(Path.of("/extra")));
        assertThat(files).containsExactly(Path.of("/work/a"), Path.of("/b"), Path.of("/extra"));
        assertThat(KubeconfigPaths.of(Map.of("HOME", "/home/x"), Path.of("/work"), List.of()))
                .containsExactly(Path.of("/home/x/.kube/config"));
    }

    @Test
    @Shows({"C11", "C3"})
    void a_thousand_contexts_of_any_name_load_in_a_tenth_of_a_second() throws Exception {
        StringBuilder text = new StringBuilder(GOOD.replace("contexts: [{name: good, context: {cluster: c, user: u}}]\n", "") + "contexts:\n");
        List<String> names = new ArrayList<>(List.of("with space", "😀", "a/b", "n".repeat(253), "עברית"));
        for (int i = names.size(); i < 1000; i++) names.add("context-" + i);
        for (String name : names) text.append("- name: \"").append(name).append("\"\n  context: {cluster: c, user: u}\n");
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
        for (String said : List.of(masked, all.toString(), String.valueOf(all.context("x")), all.entries().users().toString())) {
            assertThat(said).doesNotContain("canary").doesNotContain("Y2FuYXJ5");
        }
        assertThat(KubeconfigJson.raw(all).toString()).contains("canary-token", "canary-password", "canary-id", "canary-env");
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
