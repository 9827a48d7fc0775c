package dev.vigie.kube.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The credentials a plugin gave. `until` is null when it did not say how long they hold.
record PluginAnswer(
        Credentials credentials, Instant made, @Nullable Instant until) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LEAD = Duration.ofSeconds(10);

    /// Renewed shortly before the end, so that no request carries credentials that expire on the way.
    boolean fresh(Instant now) {
        if (until == null) return true;
        Duration tenth = Duration.between(made, until).dividedBy(10);
        return now.isBefore(until.minus(tenth.compareTo(LEAD) < 0 ? tenth : LEAD));
    }

    /// Not expired yet.
    boolean valid(Instant now) {
        return until == null || now.isBefore(until);
    }

    static PluginAnswer read(PluginCall call, byte[] output, Instant now) throws CredentialException {
        JsonNode answer = parse(call, output);
        List<Mistake> mistakes = new ArrayList<>();
        Fields fields = Fields.of(answer, "", mistakes);
        String kind = fields.text("kind");
        String version = fields.text("apiVersion");
        if (!kind.equals("ExecCredential") || !version.equals(call.exec().apiVersion())) {
            throw bad(
                    "plugin.version",
                    call,
                    PlainText.of(version + " " + kind).strip(),
                    call.exec().apiVersion());
        }
        Fields status = fields.optional("status");
        if (status == null) throw bad("plugin.status", call);
        Instant until = until(call, status.text("expirationTimestamp"));
        Credentials credentials = credentials(call, status, mistakes);
        if (until != null && !now.isBefore(until)) throw bad("plugin.expired", call, until, now);
        return new PluginAnswer(credentials, now, until);
    }

    /// JSON as the protocol says; YAML too, because kubectl takes it.
    private static JsonNode parse(PluginCall call, byte[] output) throws CredentialException {
        String text = new String(output, StandardCharsets.UTF_8);
        if (text.isBlank()) throw bad("plugin.silent", call);
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return yaml(call, output);
        }
    }

    private static JsonNode yaml(PluginCall call, byte[] output) throws CredentialException {
        try {
            JsonNode root = YamlReading.read(Path.of("stdout"), output, Duration.ofSeconds(5))
                    .root();
            if (root.isObject()) return root;
        } catch (BadFile e) {
            // Said below.
        }
        throw bad("plugin.answer", call);
    }

    private static @Nullable Instant until(PluginCall call, String text) throws CredentialException {
        try {
            return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw bad("plugin.field", call, "status.expirationTimestamp");
        }
    }

    private static Credentials credentials(PluginCall call, Fields status, List<Mistake> mistakes)
            throws CredentialException {
        String token = status.text("token");
        String certificate = status.text("clientCertificateData");
        String key = status.text("clientKeyData");
        if (!mistakes.isEmpty())
            throw bad("plugin.field", call, mistakes.getFirst().field());
        if (certificate.isEmpty() != key.isEmpty()) throw bad("plugin.half", call);
        if (token.isEmpty() && key.isEmpty()) throw bad("plugin.nothing", call);
        var authorization = token.isEmpty() ? new Credentials.Nobody() : new Credentials.Bearer(token);
        if (key.isEmpty()) return new Credentials(null, authorization);
        String where = call.name();
        return new Credentials(
                ClientKeys.pair(
                        certificate.getBytes(StandardCharsets.UTF_8),
                        key.getBytes(StandardCharsets.UTF_8),
                        where,
                        where),
                authorization);
    }

    private static CredentialException bad(String key, PluginCall call, Object... more) {
        Object[] args = new Object[more.length + 1];
        args[0] = call.name();
        System.arraycopy(more, 0, args, 1, more.length);
        return new CredentialException(Problem.of(key, args));
    }

    @Override
    public String toString() {
        return "PluginAnswer[until " + until + "]";
    }
}
