package dev.vigie.kube.config;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.promises.Shows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Login programs that are missing, hang, flood, talk nonsense, or are named by a hostile kubeconfig.
@Timeout(value = 60, unit = SECONDS)
class ExecPluginFaultsTest extends PluginBed {
    @Test
    @Shows("S1")
    void arguments_reach_the_program_as_they_are_and_no_shell_sees_them() throws Exception {
        Path canary = temp.resolve("canary");
        script(
                "plugin",
                "printf '%s\\n' \"$@\" > '" + temp + "/args'",
                "printf '%s' \"$ONE\" > '" + temp + "/env'",
                "cat <<'END'",
                TOKEN.formatted("abc", ""),
                "END");
        List<String> hostile = List.of(
                "$(touch " + canary + ")",
                ";touch " + canary,
                "`touch " + canary + "`",
                "| touch " + canary,
                "&& touch " + canary,
                "--post-renderer=" + canary,
                "a b",
                "*",
                "~",
                "$HOME",
                "'",
                "\\",
                "> " + canary,
                "",
                "é😀");
        String args = String.join(
                ",", hostile.stream().map(a -> "'" + a.replace("'", "''") + "'").toList());
        String env = "'$(touch " + canary + ")'";
        source("command: ./plugin, args: [" + args + "], env: [{name: ONE, value: " + env + "}]")
                .current();
        assertThat(Files.readAllLines(temp.resolve("args"))).isEqualTo(hostile);
        assertThat(Files.readString(temp.resolve("env"))).isEqualTo("$(touch " + canary + ")");
        assertThat(canary).doesNotExist();
    }

    @Test
    @Shows("S1")
    void a_command_that_is_a_shell_line_is_not_found_and_a_script_without_interpreter_is_refused() throws Exception {
        Path canary = temp.resolve("canary");
        for (String line : List.of(
                "sh -c 'touch " + canary + "'",
                "touch " + canary,
                "$(touch " + canary + ")",
                "true; touch " + canary)) {
            CredentialSource source = source("command: \"" + line + "\"");
            assertThat(problem(source::current).key()).as(line).isEqualTo("plugin.missing");
        }
        Path text = Files.writeString(temp.resolve("text"), "touch " + canary + "\n");
        assertThat(text.toFile().setExecutable(true)).isTrue();
        assertThat(problem(source("command: ./text")::current).key()).isEqualTo("plugin.program");
        assertThat(canary).doesNotExist();
    }

    @Test
    @Shows({"A03", "P10"})
    void a_missing_program_is_named_with_the_install_hint_without_escape_sequences() throws Exception {
        long began = System.nanoTime();
        Problem problem = problem(
                source("command: no-such-login, installHint: \"\\e[31mbrew install\\e[0m it\\e]0;evil\\a\"")::current);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
        assertThat(problem.key()).isEqualTo("plugin.missing");
        assertThat(problem.sentence())
                .contains("“no-such-login”", "brew install it")
                .doesNotContain("\u001B", "[31m", "evil");
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
    @Shows("A05")
    void every_bad_answer_is_told_for_what_it_is() throws Exception {
        String v1 = "\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\"";
        List<List<String>> cases = List.of(
                List.of("plugin.answer", "Logged in as you!\n" + TOKEN.formatted("abc", "")),
                List.of("plugin.answer", "not json"),
                List.of("plugin.answer", "{\"kind\":"),
                List.of("plugin.silent", ""),
                List.of(
                        "plugin.version",
                        "{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1beta1\",\"status\":{\"token\":\"a\"}}"),
                List.of("plugin.version", "{\"kind\":\"Secret\",\"apiVersion\":\"v1\"}"),
                List.of("plugin.version", "[]"),
                List.of("plugin.status", "{" + v1 + "}"),
                List.of("plugin.nothing", "{" + v1 + ",\"status\":{}}"),
                List.of("plugin.half", "{" + v1 + ",\"status\":{\"clientKeyData\":\"k\"}}"),
                List.of(
                        "plugin.field",
                        "{" + v1 + ",\"status\":{\"token\":5,\"clientKeyData\":\"\",\"clientCertificateData\":\"\"}}"),
                List.of("plugin.field", TOKEN.formatted("abc", ",\"expirationTimestamp\":\"tomorrow\"")),
                List.of("plugin.expired", TOKEN.formatted("abc", ",\"expirationTimestamp\":\"2025-12-31T23:59:59Z\"")),
                List.of(
                        "certificate.none",
                        "{" + v1 + ",\"status\":{\"clientKeyData\":\"k\",\"clientCertificateData\":\"c\"}}"));
        for (List<String> each : cases) {
            script("plugin", "cat <<'END'", each.get(1), "END");
            if (each.get(1).isEmpty()) script("plugin", "exit 0");
            assertThat(problem(source("command: ./plugin")::current).key())
                    .as(each.get(1))
                    .isEqualTo(each.get(0));
        }
    }

    @Test
    @Shows({"A05", "C4"})
    void a_certificate_instead_of_a_token_is_taken_and_yaml_too() throws Exception {
        TestKeys keys = new TestKeys(temp).pair("issued", "ec");
        String json =
                "{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\",\"status\":{\"clientCertificateData\":%s,\"clientKeyData\":%s}}"
                        .formatted(
                                KubectlReferee.JSON.writeValueAsString(keys.text("issued.crt")),
                                KubectlReferee.JSON.writeValueAsString(keys.text("issued.key")));
        script("plugin", "cat <<'END'", json, "END");
        Credentials credentials = source("command: ./plugin").current();
        assertThat(Objects.requireNonNull(credentials.certificate()).chain()).hasSize(1);
        assertThat(credentials.authorization()).isEqualTo(new Credentials.Nobody());
        script(
                "plugin",
                "echo 'kind: ExecCredential'",
                "echo 'apiVersion: client.authentication.k8s.io/v1'",
                "echo 'status: {token: yaml}'");
        assertThat(header(source("command: ./plugin"))).isEqualTo("Bearer yaml");
    }

    @Test
    @Shows("A06")
    void a_program_that_demands_a_terminal_is_not_run_and_the_person_is_told_what_to_do() throws Exception {
        giving("abc", "");
        Context context = context("command: ./plugin");
        Files.writeString(context.file(), Files.readString(context.file()).replace("IfAvailable", "Always"));
        Context always = Objects.requireNonNull(
                KubeconfigLoading.load(List.of(context.file())).context("x"));
        CredentialSource source = CredentialSource.of(
                Objects.requireNonNull(always.user()), Objects.requireNonNull(always.cluster()), this::yes);
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

    private void childIsGone() throws IOException {
        long child = Long.parseLong(Files.readString(temp.resolve("child")).strip());
        await().atMost(Duration.ofSeconds(3))
                .until(() -> ProcessHandle.of(child).map(p -> !p.isAlive()).orElse(true));
    }
}
