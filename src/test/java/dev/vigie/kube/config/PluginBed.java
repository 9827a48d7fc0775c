package dev.vigie.kube.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vigie.base.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A folder with scripts as login programs, and a kubeconfig that names them.
class PluginBed {
    static final String TOKEN =
            "{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\",\"status\":{\"token\":\"%s\"%s}}";
    private final Locale before = Messages.language();
    final List<PluginRun> asked = new CopyOnWriteArrayList<>();
    Instant now = Instant.parse("2026-01-01T00:00:00Z");

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

    boolean yes(PluginRun run) {
        return asked.add(run);
    }

    Path script(String name, String... lines) throws IOException {
        Path file = Files.writeString(temp.resolve(name), "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    /// A script that counts its runs in `runs` and gives a token.
    Path giving(String token, String more) throws IOException {
        return script("plugin", "echo run >> '" + temp + "/runs'", "cat <<'END'", TOKEN.formatted(token, more), "END");
    }

    int runs() throws IOException {
        Path file = temp.resolve("runs");
        return Files.exists(file) ? Files.readAllLines(file).size() : 0;
    }

    Context context(String exec) throws IOException {
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

    CredentialSource source(String exec) throws IOException {
        return source(exec, this::yes);
    }

    CredentialSource source(String exec, Consent consent) throws IOException {
        Context context = context(exec);
        return new UserCredentials(
                Objects.requireNonNull(context.user()), Objects.requireNonNull(context.cluster()), consent, () -> now);
    }

    PluginPart part(String exec, Duration limit) throws IOException {
        Context context = context(exec);
        UserEntry user = Objects.requireNonNull(context.user());
        var call = new PluginCall(user, Objects.requireNonNull(user.exec()), Objects.requireNonNull(context.cluster()));
        return new PluginPart(call, this::yes, () -> now, limit);
    }

    static String header(CredentialSource source) throws CredentialException {
        return source.current().authorization().header();
    }

    static Problem problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return Objects.requireNonNull(catchThrowableOfType(CredentialException.class, call))
                .problem();
    }
}
