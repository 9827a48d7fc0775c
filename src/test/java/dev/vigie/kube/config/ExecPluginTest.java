package dev.vigie.kube.config;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.vigie.base.Messages;
import dev.vigie.promises.Shows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Login programs named by a kubeconfig: real scripts, really run.
@Timeout(value = 60, unit = SECONDS)
class ExecPluginTest {
    private static final String TOKEN = "{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\",\"status\":{\"token\":\"%s\"%s}}";
    private final Locale before = Messages.language();
    private final List<PluginRun> asked = new CopyOnWriteArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

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

    private boolean yes(PluginRun run) {
        return asked.add(run);
    }

    private Path script(String name, String... lines) throws IOException {
        Path file = Files.writeString(temp.resolve(name), "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    /// A script that counts its runs in `runs` and gives a token.
    private Path giving(String token, String more) throws IOException {
        return script("plugin", "echo run >> '" + temp + "/runs'", "cat <<'END'", TOKEN.formatted(token, more), "END");
    }

    private int runs() throws IOException {
        Path file = temp.resolve("runs");
        return Files.exists(file) ? Files.readAllLines(file).size() : 0;
    }

    private Context context(String exec) throws IOException {
        Path file = Files.writeString(temp.resolve("kubeconfig"), """
                clusters:
                - name: c
                  cluster:
                    server: https://c:6443
                    tls-server-name: inner
                    certificate-authority-data: Y2E=
                    extensions: [{name: client.authentication.k8s.io/exec, extension: {audience: "1", number: 5}}]
                users: [{name: u, user: {exec: {interactiveMode: IfAvailable, apiVersion: client.authentication.k8s.io/v1, %s}}}]
                contexts: [{name: x, context: {cluster: c, user: u}}]
                """.formatted(exec));
        return Objects.requireNonNull(KubeconfigLoading.load(List.of(file)).context("x"));
    }

    private CredentialSource source(String exec) throws IOException {
        return source(exec, this::yes);
    }

    private CredentialSource source(String exec, Consent consent) throws IOException {
        Context context = context(exec);
        return new UserCredentials(Objects.requireNonNull(context.user()), Objects.requireNonNull(context.cluster()), consent, () -> now);
    }

    private PluginPart part(String exec, Duration limit) throws IOException {
        Context context = context(exec);
        UserEntry user = Objects.requireNonNull(context.user());
        var call = new PluginCall(user, Objects.requireNonNull(user.exec()), Objects.requireNonNull(context.cluster()));
        return new PluginPart(call, this::yes, () -> now, limit);
    }

    private static String header(CredentialSource source) throws CredentialException {
        return source.current().authorization().header();
    }

    private static Problem problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return Objects.requireNonNull(catchThrowableOfType(CredentialException.class, call)).problem();
    }

    @Test
    @Shows({"P10", "C4"})
    void a_plugin_gives_a_token_and_is_not_run_again_while_it_holds() throws Exception {
        giving("abc", "");
        try (CredentialSource source = source("command: ./plugin")) {
            for (int i = 0; i < 5; i++) assertThat(header(source)).isEqualTo("Bearer abc");
        }
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    @Shows("P10")
    void it_is_run_again_shortly_before_its_credentials_expire() throws Exception {
        giving("abc", ",\"expirationTimestamp\":\"2026-01-01T01:00:00Z\"");
        CredentialSource source = source("command: ./plugin");
        source.current();
        now = Instant.parse("2026-01-01T00:59:49Z");
        source.current();
        assertThat(runs()).isEqualTo(1);
        now = Instant.parse("2026-01-01T00:59:51Z");
        source.current();
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    @Shows("P10")
    void it_is_run_again_after_a_rejection_but_not_in_a_loop() throws Exception {
        giving("abc", "");
        CredentialSource source = source("command: ./plugin");
        source.current();
        now = now.plusSeconds(11);
        source.rejected();
        source.current();
        assertThat(runs()).isEqualTo(2);
        for (int i = 0; i < 20; i++) {
            source.rejected();
            source.current();
        }
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    @Shows("P10")
    void many_who_ask_at_once_share_one_run() throws Exception {
        script("plugin", "echo run >> '" + temp + "/runs'", "sleep 0.5", "cat <<'END'", TOKEN.formatted("abc", ""), "END");
        CredentialSource source = source("command: ./plugin");
        List<Thread> threads = new ArrayList<>();
        List<String> headers = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 20; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    headers.add(header(source));
                } catch (CredentialException e) {
                    headers.add("failed");
                }
            }));
        }
        for (Thread thread : threads) thread.join();
        assertThat(headers).hasSize(20).containsOnly("Bearer abc");
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    @Shows({"S5", "P10"})
    void nothing_runs_without_consent_and_a_no_is_not_asked_again() throws Exception {
        giving("abc", "");
        int[] questions = {0};
        CredentialSource source = source("command: ./plugin, args: [a, b], env: [{name: SECRET, value: canary}]", run -> {
            questions[0]++;
            assertThat(run.program()).isEqualTo(temp.resolve("plugin"));
            assertThat(run.args()).containsExactly("a", "b");
            assertThat(run.envNames()).containsExactly("SECRET");
            assertThat(run.kubeconfig()).isEqualTo(temp.resolve("kubeconfig"));
            assertThat(run.toString() + run.fingerprint()).doesNotContain("canary");
            return false;
        });
        for (int i = 0; i < 3; i++) assertThat(problem(source::current).key()).isEqualTo("plugin.refused");
        assertThat(questions[0]).isEqualTo(1);
        assertThat(runs()).isZero();
    }

    @Test
    @Shows("S5")
    void an_approval_is_remembered_for_exactly_this_program_with_these_arguments_and_variables() throws Exception {
        giving("abc", "");
        Files.copy(temp.resolve("plugin"), temp.resolve("other"), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        Set<String> store = new HashSet<>();
        Consent consent = Consent.remembered(
                new Consent.Approvals() {
                    @Override
                    public boolean approved(String fingerprint) {
                        return store.contains(fingerprint);
                    }

                    @Override
                    public void approve(PluginRun run) {
                        store.add(run.fingerprint());
                    }
                },
                this::yes);
        String plain = "command: ./plugin, args: [a, b], env: [{name: ONE, value: v}]";
        for (int i = 0; i < 3; i++) source(plain, consent).current();
        assertThat(asked).hasSize(1);
        for (String other : List.of(
                plain.replace("[a, b]", "[a b]"), plain.replace("[a, b]", "[a, b, c]"), plain.replace("value: v", "value: w"),
                plain.replace("./plugin", "./other"), plain.replace("name: ONE", "name: TWO"))) {
            source(other, consent).current();
        }
        assertThat(asked).hasSize(6);
        assertThat(asked).extracting(PluginRun::fingerprint).doesNotHaveDuplicates();
    }

    @Test
    @Shows({"S5", "S1"})
    void loading_viewing_watching_and_validating_run_nothing() throws Exception {
        script("plugin", "touch '" + temp + "/canary'");
        String exec = "command: ./plugin, args: ['$(touch %s/canary)']".formatted(temp);
        Context context = context(exec);
        KubeconfigJson.masked(KubeconfigLoading.load(List.of(context.file())));
        assertThat(context.usable()).isTrue();
        List<Kubeconfig> told = new CopyOnWriteArrayList<>();
        try (KubeconfigFiles watch = KubeconfigFiles.open(List.of(context.file()), told::add)) {
            assertThat(watch).isNotNull();
            await().until(() -> told.size() == 1);
            Files.writeString(context.file(), Files.readString(context.file()).replace("name: x", "name: changed"));
            await().until(() -> told.size() == 2);
        }
        try (CredentialSource source = source(exec)) {
            source.rejected();
        }
        assertThat(temp.resolve("canary")).doesNotExist();
        assertThat(asked).isEmpty();
    }

    @Test
    @Shows("S1")
    void arguments_reach_the_program_as_they_are_and_no_shell_sees_them() throws Exception {
        Path canary = temp.resolve("canary");
        script("plugin", "printf '%s\\n' \"$@\" > '" + temp + "/args'", "printf '%s' \"$ONE\" > '" + temp + "/env'", "cat <<'END'", TOKEN.formatted("abc", ""), "END");
        List<String> hostile = List.of(
                "$(touch " + canary + ")", ";touch " + canary, "`touch " + canary + "`", "| touch " + canary, "&& touch " + canary,
                "--post-renderer=" + canary, "a b", "*", "~", "$HOME", "'", "\\", "> " + canary, "", "é😀");
        String args = String.join(",", hostile.stream().map(a -> "'" + a.replace("'", "''") + "'").toList());
        String env = "'$(touch " + canary + ")'";
        source("command: ./plugin, args: [" + args + "], env: [{name: ONE, value: " + env + "}]").current();
        assertThat(Files.readAllLines(temp.resolve("args"))).isEqualTo(hostile);
        assertThat(Files.readString(temp.resolve("env"))).isEqualTo("$(touch " + canary + ")");
        assertThat(canary).doesNotExist();
    }

    @Test
    @Shows("S1")
    void a_command_that_is_a_shell_line_is_not_found_and_a_script_without_interpreter_is_refused() throws Exception {
        Path canary = temp.resolve("canary");
        for (String line : List.of("sh -c 'touch " + canary + "'", "touch " + canary, "$(touch " + canary + ")", "true; touch " + canary)) {
            CredentialSource source = source("command: \"" + line + "\"");
            assertThat(problem(source::current).key()).as(line).isEqualTo("plugin.missing");
        }
        Path text = Files.writeString(temp.resolve("text"), "touch " + canary + "\n");
        assertThat(text.toFile().setExecutable(true)).isTrue();
        assertThat(problem(source("command: ./text")::current).key()).isEqualTo("plugin.program");
        assertThat(canary).doesNotExist();
    }

    @Test
    @Shows("P10")
    void the_program_is_found_as_kubectl_finds_it() throws Exception {
        giving("abc", "");
        Files.createDirectories(temp.resolve("sub"));
        assertThat(header(source("command: sub/../plugin"))).isEqualTo("Bearer abc");
        assertThat(header(source("command: " + temp.resolve("plugin")))).isEqualTo("Bearer abc");
        assertThat(problem(source("command: plugin")::current).key()).isEqualTo("plugin.missing");
        assertThat(problem(source("command: 'true'")::current).key()).isEqualTo("plugin.silent");
        assertThat(asked.getLast().program()).isAbsolute();
    }

    @Test
    @Shows("P10")
    void it_is_told_the_version_and_that_no_terminal_is_there_and_the_cluster_only_if_it_asks() throws Exception {
        script("plugin", "printf '%s' \"$KUBERNETES_EXEC_INFO\" > '" + temp + "/info'", "cat <<'END'", TOKEN.formatted("abc", ""), "END");
        source("command: ./plugin").current();
        assertThat(info()).isEqualTo(json("""
                {"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","spec":{"interactive":false}}"""));
        source("command: ./plugin, provideClusterInfo: true").current();
        assertThat(info()).isEqualTo(json("""
                {"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","spec":{"interactive":false,"cluster":{
                "server":"https://c:6443","tls-server-name":"inner","certificate-authority-data":"Y2E=","config":{"audience":"1","number":5}}}}"""));
    }

    private JsonNode info() throws IOException {
        return json(Files.readString(temp.resolve("info")));
    }

    private static JsonNode json(String text) {
        return KubectlReferee.JSON.readTree(text);
    }

    @Test
    @Shows({"A03", "P10"})
    void a_missing_program_is_named_with_the_install_hint_without_escape_sequences() throws Exception {
        long began = System.nanoTime();
        Problem problem = problem(source("command: no-such-login, installHint: \"\\e[31mbrew install\\e[0m it\\e]0;evil\\a\"")::current);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
        assertThat(problem.key()).isEqualTo("plugin.missing");
        assertThat(problem.sentence()).contains("“no-such-login”", "brew install it").doesNotContain("\u001B", "[31m", "evil");
    }

    @Test
    @Shows({"A04", "P10"})
    void a_program_that_hangs_is_ended_with_its_children_after_the_limit() throws Exception {
        script("plugin", "echo waiting for you >&2", "sleep 543 &", "echo $! > '" + temp + "/child'", "sleep 543");
        PluginPart part = part("command: ./plugin", Duration.ofSeconds(1));
        long began = System.nanoTime();
        Problem problem = problem(part::current);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(4));
        assertThat(problem.key()).isEqualTo("plugin.slow");
        assertThat(problem.sentence()).contains("1 seconds", "waiting for you");
        childIsGone();
    }

    private void childIsGone() throws IOException {
        long child = Long.parseLong(Files.readString(temp.resolve("child")).strip());
        await().atMost(Duration.ofSeconds(3)).until(() -> ProcessHandle.of(child).map(p -> !p.isAlive()).orElse(true));
    }

    @Test
    @Shows("A04")
    void closing_or_interrupting_ends_the_program_at_once() throws Exception {
        script("plugin", "sleep 543 &", "echo $! > '" + temp + "/child'", "sleep 543");
        for (boolean closing : List.of(true, false)) {
            Files.deleteIfExists(temp.resolve("child"));
            CredentialSource source = source("command: ./plugin");
            List<Problem> problems = new CopyOnWriteArrayList<>();
            Thread waiting = Thread.ofVirtual().start(() -> problems.add(problem(source::current)));
            await().until(() -> Files.exists(temp.resolve("child")) && Files.size(temp.resolve("child")) > 0);
            if (closing) source.close();
            else waiting.interrupt();
            assertThat(waiting.join(Duration.ofSeconds(3))).isTrue();
            assertThat(problems).extracting(Problem::key).containsExactly("plugin.cancelled");
            childIsGone();
        }
    }

    @Test
    @Shows("A05")
    void a_flood_is_cut_and_the_program_ended() throws Exception {
        script("plugin", "yes x | head -c 100000000", "echo done > '" + temp + "/end'");
        assertThat(problem(source("command: ./plugin")::current).key()).isEqualTo("plugin.flood");
        script("plugin", "yes error | head -c 20000000 >&2", "exit 3");
        Problem problem = problem(source("command: ./plugin")::current);
        assertThat(problem.key()).isEqualTo("plugin.failed");
        assertThat(problem.sentence()).contains("exit code 3").hasSizeLessThan(3000);
    }

    @Test
    @Shows({"A05", "A02"})
    void every_bad_answer_is_told_for_what_it_is() throws Exception {
        String v1 = "\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\"";
        List<List<String>> cases = List.of(
                List.of("plugin.answer", "Logged in as you!\n" + TOKEN.formatted("abc", "")),
                List.of("plugin.answer", "not json"),
                List.of("plugin.answer", "{\"kind\":"),
                List.of("plugin.silent", ""),
                List.of("plugin.version", "{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1beta1\",\"status\":{\"token\":\"a\"}}"),
                List.of("plugin.version", "{\"kind\":\"Secret\",\"apiVersion\":\"v1\"}"),
                List.of("plugin.version", "[]"),
                List.of("plugin.status", "{" + v1 + "}"),
                List.of("plugin.nothing", "{" + v1 + ",\"status\":{}}"),
                List.of("plugin.half", "{" + v1 + ",\"status\":{\"clientKeyData\":\"k\"}}"),
                List.of("plugin.field", "{" + v1 + ",\"status\":{\"token\":5,\"clientKeyData\":\"\",\"clientCertificateData\":\"\"}}"),
                List.of("plugin.field", TOKEN.formatted("abc", ",\"expirationTimestamp\":\"tomorrow\"")),
                List.of("plugin.expired", TOKEN.formatted("abc", ",\"expirationTimestamp\":\"2025-12-31T23:59:59Z\"")),
                List.of("certificate.none", "{" + v1 + ",\"status\":{\"clientKeyData\":\"k\",\"clientCertificateData\":\"c\"}}"));
        for (List<String> each : cases) {
            script("plugin", "cat <<'END'", each.get(1), "END");
            if (each.get(1).isEmpty()) script("plugin", "exit 0");
            assertThat(problem(source("command: ./plugin")::current).key()).as(each.get(1)).isEqualTo(each.get(0));
        }
    }

    @Test
    @Shows({"A05", "C4"})
    void a_certificate_instead_of_a_token_is_taken_and_yaml_too() throws Exception {
        TestKeys keys = new TestKeys(temp).pair("issued", "ec");
        String json = "{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\",\"status\":{\"clientCertificateData\":%s,\"clientKeyData\":%s}}"
                .formatted(KubectlReferee.JSON.writeValueAsString(keys.text("issued.crt")), KubectlReferee.JSON.writeValueAsString(keys.text("issued.key")));
        script("plugin", "cat <<'END'", json, "END");
        Credentials credentials = source("command: ./plugin").current();
        assertThat(Objects.requireNonNull(credentials.certificate()).chain()).hasSize(1);
        assertThat(credentials.authorization()).isEqualTo(new Credentials.Nobody());
        script("plugin", "echo 'kind: ExecCredential'", "echo 'apiVersion: client.authentication.k8s.io/v1'", "echo 'status: {token: yaml}'");
        assertThat(header(source("command: ./plugin"))).isEqualTo("Bearer yaml");
    }

    @Test
    @Shows("P10")
    void the_older_version_of_the_protocol_is_spoken_too() throws Exception {
        script("plugin", "echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1beta1\",\"status\":{\"token\":\"old\"}}'");
        Context context = context("command: ./plugin");
        Files.writeString(context.file(), Files.readString(context.file()).replace("v1, command", "v1beta1, command").replace("interactiveMode: IfAvailable, ", ""));
        Context old = Objects.requireNonNull(KubeconfigLoading.load(List.of(context.file())).context("x"));
        try (CredentialSource source = CredentialSource.of(Objects.requireNonNull(old.user()), Objects.requireNonNull(old.cluster()), this::yes)) {
            assertThat(header(source)).isEqualTo("Bearer old");
        }
    }

    @Test
    @Shows("A06")
    void a_program_that_demands_a_terminal_is_not_run_and_the_person_is_told_what_to_do() throws Exception {
        giving("abc", "");
        Context context = context("command: ./plugin");
        Files.writeString(context.file(), Files.readString(context.file()).replace("IfAvailable", "Always"));
        Context always = Objects.requireNonNull(KubeconfigLoading.load(List.of(context.file())).context("x"));
        CredentialSource source = CredentialSource.of(Objects.requireNonNull(always.user()), Objects.requireNonNull(always.cluster()), this::yes);
        Problem problem = problem(source::current);
        assertThat(problem.key()).isEqualTo("plugin.terminal");
        assertThat(problem.sentence()).contains("terminal", "“./plugin”", "IfAvailable");
        assertThat(runs()).isZero();
    }

    @Test
    @Shows("A06")
    void a_program_that_reads_its_input_finds_it_ended() throws Exception {
        script("plugin", "read answer || echo 'no terminal' >&2", "exit 4");
        Problem problem = problem(source("command: ./plugin")::current);
        assertThat(problem.sentence()).contains("exit code 4", "no terminal");
    }

    @Test
    @Shows("C4")
    void what_stands_in_the_entry_goes_before_the_plugin_as_with_kubectl() throws Exception {
        giving("abc", "");
        Context context = context("command: ./plugin");
        Files.writeString(context.file(), Files.readString(context.file()).replace("user: {exec", "user: {token: written, exec"));
        Context written = Objects.requireNonNull(KubeconfigLoading.load(List.of(context.file())).context("x"));
        try (CredentialSource source = CredentialSource.of(Objects.requireNonNull(written.user()), Objects.requireNonNull(written.cluster()), this::yes)) {
            assertThat(header(source)).isEqualTo("Bearer written");
        }
        assertThat(runs()).isZero();
    }

    @Test
    @Shows("P10")
    void what_a_plugin_says_is_shown_without_escape_sequences_and_never_part_of_an_exception_text() throws Exception {
        script("plugin", "printf '\\033[1mplease log in\\033[0m\\007 canary\\n' >&2", "exit 1");
        CredentialException failure = Objects.requireNonNull(catchThrowableOfType(CredentialException.class, source("command: ./plugin")::current));
        assertThat(failure.problem().sentence()).contains("please log in canary").doesNotContain("\u001B", "\u0007");
        assertThat(failure.toString() + failure.problem()).doesNotContain("canary");
    }
}
