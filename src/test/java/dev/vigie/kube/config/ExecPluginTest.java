package dev.vigie.kube.config;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.vigie.promises.Shows;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/// Login programs named by a kubeconfig: real scripts, really run.
@Timeout(value = 60, unit = SECONDS)
class ExecPluginTest extends PluginBed {
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
    @Shows("A012")
    void what_cannot_be_renewed_serves_to_its_end() throws Exception {
        giving("abc", ",\"expirationTimestamp\":\"2026-01-01T01:00:00Z\"");
        CredentialSource source = source("command: ./plugin");
        source.current();
        String before = Files.readString(temp.resolve("kubeconfig"));
        script("plugin", "echo run >> '" + temp + "/runs'", "echo 'no provider' >&2", "exit 1");
        now = Instant.parse("2026-01-01T00:59:51Z");
        for (int i = 0; i < 5; i++) assertThat(header(source)).isEqualTo("Bearer abc");
        assertThat(runs()).as("once, and not for each request").isEqualTo(2);
        now = Instant.parse("2026-01-01T01:00:00Z");
        assertThatThrownBy(source::current)
                .isInstanceOfSatisfying(
                        CredentialException.class,
                        e -> assertThat(e.problem().why()).contains("no provider"));
        assertThat(Files.readString(temp.resolve("kubeconfig"))).isEqualTo(before);
    }

    @Test
    @Shows("P10")
    void it_is_run_again_after_a_rejection_but_not_in_a_loop() throws Exception {
        giving("abc", "");
        CredentialSource source = source("command: ./plugin");
        source.current();
        now = now.plusSeconds(11);
        source.rejected(source.current());
        source.current();
        assertThat(runs()).isEqualTo(2);
        for (int i = 0; i < 20; i++) source.rejected(source.current());
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    @Shows("A02")
    void one_that_fails_is_run_three_times_more_ever_later_and_then_left_alone() throws Exception {
        script("plugin", "echo run >> '" + temp + "/runs'", "echo 'sign in at your provider' >&2", "exit 1");
        CredentialSource source = source("command: ./plugin");
        List<Integer> after = new ArrayList<>();
        for (int second = 0; second < 7200; second += 4) {
            assertThatThrownBy(source::current)
                    .isInstanceOfSatisfying(
                            CredentialException.class,
                            e -> assertThat(e.problem().why()).contains("sign in at your provider"));
            if (after.size() < runs()) after.add(second);
            now = now.plusSeconds(4);
        }
        assertThat(after).containsExactly(0, 60, 360, 1260);
    }

    @Test
    @Shows("A02")
    void one_whose_tokens_nobody_accepts_is_left_alone_too_and_run_at_once_when_they_were_accepted_for_long()
            throws Exception {
        giving("abc", "");
        CredentialSource source = source("command: ./plugin");
        for (int second = 0; second < 7200; second += 4) {
            source.rejected(source.current());
            now = now.plusSeconds(4);
        }
        assertThat(runs()).isEqualTo(4);
        script(
                "plugin",
                "echo run >> '" + temp + "/runs'",
                "echo '" + TOKEN.formatted("'$(wc -l < '" + temp + "/runs')'", "") + "'");
        CredentialSource accepted = source("command: ./plugin");
        accepted.current();
        for (int hour = 0; hour < 5; hour++) {
            now = now.plusSeconds(3600);
            Credentials old = accepted.current();
            accepted.rejected(old);
            accepted.current();
            accepted.rejected(old); // said late, of what was replaced
            now = now.plusSeconds(20);
            accepted.current();
        }
        assertThat(runs()).isEqualTo(4 + 6);
    }

    @Test
    @Shows("P10")
    void many_who_ask_at_once_share_one_run() throws Exception {
        script(
                "plugin",
                "echo run >> '" + temp + "/runs'",
                "sleep 0.5",
                "cat <<'END'",
                TOKEN.formatted("abc", ""),
                "END");
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
        CredentialSource source =
                source("command: ./plugin, args: [a, b], env: [{name: SECRET, value: canary}]", run -> {
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
                plain.replace("[a, b]", "[a b]"),
                plain.replace("[a, b]", "[a, b, c]"),
                plain.replace("value: v", "value: w"),
                plain.replace("./plugin", "./other"),
                plain.replace("name: ONE", "name: TWO"))) {
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
        try (KubeconfigFiles watch = KubeconfigFiles.open(Source.kubectls(context.file()), told::add)) {
            assertThat(watch).isNotNull();
            await().until(() -> told.size() == 1);
            Files.writeString(context.file(), Files.readString(context.file()).replace("name: x", "name: changed"));
            await().until(() -> told.size() == 2);
        }
        try (CredentialSource source = source(exec)) {
            source.rejected(Credentials.NONE);
        }
        assertThat(temp.resolve("canary")).doesNotExist();
        assertThat(asked).isEmpty();
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
        script(
                "plugin",
                "printf '%s' \"$KUBERNETES_EXEC_INFO\" > '" + temp + "/info'",
                "cat <<'END'",
                TOKEN.formatted("abc", ""),
                "END");
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
    @Shows("P10")
    void the_older_version_of_the_protocol_is_spoken_too() throws Exception {
        script(
                "plugin",
                "echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1beta1\",\"status\":{\"token\":\"old\"}}'");
        Context context = context("command: ./plugin");
        Files.writeString(
                context.file(),
                Files.readString(context.file())
                        .replace("v1, command", "v1beta1, command")
                        .replace("interactiveMode: IfAvailable, ", ""));
        Context old = Objects.requireNonNull(
                KubeconfigLoading.load(List.of(context.file())).context("x"));
        try (CredentialSource source = CredentialSource.of(
                Objects.requireNonNull(old.user()), Objects.requireNonNull(old.cluster()), this::yes)) {
            assertThat(header(source)).isEqualTo("Bearer old");
        }
    }

    @Test
    @Shows("C4")
    void what_stands_in_the_entry_goes_before_the_plugin_as_with_kubectl() throws Exception {
        giving("abc", "");
        Context context = context("command: ./plugin");
        Files.writeString(
                context.file(), Files.readString(context.file()).replace("user: {exec", "user: {token: written, exec"));
        Context written = Objects.requireNonNull(
                KubeconfigLoading.load(List.of(context.file())).context("x"));
        try (CredentialSource source = CredentialSource.of(
                Objects.requireNonNull(written.user()), Objects.requireNonNull(written.cluster()), this::yes)) {
            assertThat(header(source)).isEqualTo("Bearer written");
        }
        assertThat(runs()).isZero();
    }

    @Test
    @Shows("P10")
    void what_a_plugin_says_is_shown_without_escape_sequences_and_never_part_of_an_exception_text() throws Exception {
        script("plugin", "printf '\\033[1mplease log in\\033[0m\\007 canary\\n' >&2", "exit 1");
        CredentialException failure = Objects.requireNonNull(
                catchThrowableOfType(CredentialException.class, source("command: ./plugin")::current));
        assertThat(failure.problem().sentence())
                .contains("please log in canary")
                .doesNotContain("\u001B", "\u0007");
        assertThat(failure.toString() + failure.problem()).doesNotContain("canary");
    }
}
