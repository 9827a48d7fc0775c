package dev.vigie.kube;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// From the server's `Status` objects to failures.
final class Statuses {
    private static final Pattern WHO = Pattern.compile(
            "User \"([^\"]*)\" cannot (\\S+) resource \"([^\"]*)\" in API group \"([^\"]*)\"(?: in the namespace \"([^\"]*)\")?");
    private static final Pattern PATH = Pattern.compile("User \"([^\"]*)\" cannot (\\S+) path \"([^\"]*)\"");
    private static final Duration SOON = Duration.ofSeconds(1);

    private Statuses() {}

    /// Of an answer with status 400 or more. `retryAfter` is the header in seconds, or empty.
    static KubeFailure of(int code, String body, String path, String retryAfter) {
        JsonNode status = parsed(body);
        String message = status == null ? body.strip() : status.path("message").asString(body.strip());
        JsonNode details = status == null ? null : status.path("details");
        long seconds = details == null ? -1 : details.path("retryAfterSeconds").asLong(-1);
        if (retryAfter.matches("\\d{1,6}")) seconds = Long.parseLong(retryAfter);
        return of(code, shorten(message), path, seconds, causes(details));
    }

    /// Of a status inside a stream, or of an answer that is no table at all.
    static KubeException thrown(TableReader.Page page) {
        if (!page.status()) return new KubeException(new KubeFailure.Garbled("kind " + page.kind));
        return new KubeException(of(page.code, page.message, "", page.retryAfterSeconds, List.of()));
    }

    /// Of a `Status` that a watch sends in place of an object.
    static KubeException thrown(JsonNode status) {
        int code = status.path("code").asInt(500);
        String message = shorten(status.path("message").asString(""));
        long seconds = status.path("details").path("retryAfterSeconds").asLong(-1);
        return new KubeException(of(code, message, "", seconds, causes(status.path("details"))));
    }

    private static KubeFailure of(int code, String message, String path, long retrySeconds, List<String> causes) {
        return switch (code) {
            case 401 -> new KubeFailure.Unauthenticated(message);
            case 403 -> forbidden(message);
            case 404, 405, 406 -> new KubeFailure.NotFound(path, message);
            case 409 -> new KubeFailure.Conflict(message);
            case 400, 413, 415, 422 -> new KubeFailure.Invalid(message, causes);
            case 410 -> new KubeFailure.Gone(message);
            case 429 -> new KubeFailure.Busy(after(retrySeconds), message);
            default -> other(code, message, retrySeconds);
        };
    }

    private static KubeFailure other(int code, String message, long retrySeconds) {
        // "Too large resource version" comes as 504 with a cause; it is answered like a version that is gone
        if (message.startsWith("Too large resource version")) return new KubeFailure.Gone(message);
        if (retrySeconds >= 0) return new KubeFailure.Busy(after(retrySeconds), message);
        return new KubeFailure.ServerError(code, message);
    }

    private static Instant after(long seconds) {
        return Instant.now().plus(seconds < 0 ? SOON : Duration.ofSeconds(seconds));
    }

    private static KubeFailure.Forbidden forbidden(String message) {
        Matcher who = WHO.matcher(message);
        if (who.find()) {
            String group = who.group(4);
            String resource = group.isEmpty() ? who.group(3) : who.group(3) + "." + group;
            String namespace = who.group(5) == null ? "" : who.group(5);
            return new KubeFailure.Forbidden(who.group(1), who.group(2), resource, namespace, message);
        }
        Matcher path = PATH.matcher(message);
        if (path.find()) return new KubeFailure.Forbidden(path.group(1), path.group(2), path.group(3), "", message);
        return new KubeFailure.Forbidden("", "", "", "", message);
    }

    private static List<String> causes(@Nullable JsonNode details) {
        List<String> causes = new ArrayList<>();
        if (details == null) return causes;
        for (JsonNode cause : details.path("causes")) {
            causes.add(cause.path("field").asString("") + ": "
                    + cause.path("message").asString(""));
        }
        return causes;
    }

    private static @Nullable JsonNode parsed(String body) {
        try {
            JsonNode node = JsonMapper.shared().readTree(body);
            return node.isObject() && node.path("kind").asString("").equals("Status") ? node : null;
        } catch (JacksonException notJson) {
            return null;
        }
    }

    private static String shorten(String message) {
        return message.length() <= 2000 ? message : message.substring(0, 2000) + "…";
    }
}
