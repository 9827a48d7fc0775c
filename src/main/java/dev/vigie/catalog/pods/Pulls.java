package dev.vigie.catalog.pods;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Page.Why;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Images that do not arrive, and by what the registry said: why.
final class Pulls {
    private static final Messages TEXTS = Messages.of("pods");

    private Pulls() {}

    private enum Cause {
        UNAUTHORIZED("unauthorized|authentication required|no basic auth|access denied|authorization failed"
                + "|insufficient_scope|403 forbidden|denied:"),
        LIMITED("toomanyrequests|too many requests|rate limit"),
        FULL("no space left"),
        PLATFORM("no match for platform|no matching manifest"),
        HOST("no such host|server misbehaving|temporary failure in name resolution"),
        CERTIFICATE("x509|http response to https"),
        SILENT("i/o timeout|connection refused|network is unreachable|no route to host|deadline exceeded"
                + "|connection reset"),
        ABSENT("not found|manifest unknown|name unknown|does not exist"),
        OTHER("$");

        private final Pattern signs;

        Cause(String signs) {
            this.signs = Pattern.compile(signs);
        }

        static Cause of(String message) {
            String said = message.toLowerCase(Locale.ROOT);
            for (Cause each : values()) if (each.signs.matcher(said).find()) return each;
            return OTHER;
        }
    }

    static @Nullable Why failing(Pod pod, Container container) {
        return switch (container.waiting()) {
            case "InvalidImageName" -> invalid(pod, container);
            case "ErrImageNeverPull" -> never(pod, container);
            case "ErrImagePull", "ImagePullBackOff", "ImageInspectError", "RegistryUnavailable" ->
                pull(pod, container, Cause.of(container.message()));
            default -> null;
        };
    }

    private static Why invalid(Pod pod, Container container) {
        return evidence(pod, container)
                .error(TEXTS.say("pull.invalid"), TEXTS.say("pull.invalid.sentence"), TEXTS.say("pull.invalid.next"));
    }

    private static Why never(Pod pod, Container container) {
        return evidence(pod, container)
                .error(TEXTS.say("pull.never"), TEXTS.say("pull.never.sentence"), TEXTS.say("pull.never.next"));
    }

    private static Why pull(Pod pod, Container container, Cause cause) {
        List<String> secrets = secrets(pod);
        Evidence evidence = evidence(pod, container).code(TEXTS.say("label.registry"), registry(container.image()));
        if (secrets.isEmpty()) evidence.words("imagePullSecrets", TEXTS.say("none"));
        else evidence.near("imagePullSecrets", "Secret", secrets);
        String registry = registry(container.image());
        return evidence.node().error(title(cause, registry), sentence(cause, registry, secrets), next(cause, secrets));
    }

    private static Evidence evidence(Pod pod, Container container) {
        return Evidence.of(pod, container)
                .image(container)
                .reason(container.waiting())
                .message(container.message());
    }

    private static String title(Cause cause, String registry) {
        return switch (cause) {
            case UNAUTHORIZED -> TEXTS.say("pull.unauthorized", registry);
            case LIMITED -> TEXTS.say("pull.limited", registry);
            case FULL -> TEXTS.say("pull.full");
            case PLATFORM -> TEXTS.say("pull.platform");
            case HOST -> TEXTS.say("pull.host", registry);
            case CERTIFICATE -> TEXTS.say("pull.certificate", registry);
            case SILENT -> TEXTS.say("pull.silent", registry);
            case ABSENT -> TEXTS.say("pull.absent", registry);
            case OTHER -> TEXTS.say("pull.other");
        };
    }

    private static String sentence(Cause cause, String registry, List<String> secrets) {
        return switch (cause) {
            case UNAUTHORIZED ->
                secrets.isEmpty()
                        ? TEXTS.say("pull.unauthorized.none", registry)
                        : TEXTS.say("pull.unauthorized.wrong", String.join(", ", secrets), registry);
            case LIMITED -> TEXTS.say("pull.limited.sentence");
            case FULL -> TEXTS.say("pull.full.sentence");
            case PLATFORM -> TEXTS.say("pull.platform.sentence");
            case HOST -> TEXTS.say("pull.host.sentence", registry);
            case CERTIFICATE -> TEXTS.say("pull.certificate.sentence");
            case SILENT -> TEXTS.say("pull.silent.sentence", registry);
            case ABSENT -> TEXTS.say("pull.absent.sentence", registry);
            case OTHER -> TEXTS.say("pull.other.sentence");
        };
    }

    private static String next(Cause cause, List<String> secrets) {
        return switch (cause) {
            case UNAUTHORIZED ->
                secrets.isEmpty() ? TEXTS.say("pull.unauthorized.none.next") : TEXTS.say("pull.unauthorized.next");
            case LIMITED -> TEXTS.say("pull.limited.next");
            case FULL -> TEXTS.say("pull.full.next");
            case PLATFORM -> TEXTS.say("pull.platform.next");
            case HOST -> TEXTS.say("pull.host.next");
            case CERTIFICATE -> TEXTS.say("pull.certificate.next");
            case SILENT -> TEXTS.say("pull.silent.next");
            case ABSENT -> TEXTS.say("pull.absent.next");
            case OTHER -> TEXTS.say("pull.other.next");
        };
    }

    /// The host an image comes from, as runtimes read its name.
    static String registry(String image) {
        int slash = image.indexOf('/');
        String first = slash < 0 ? "" : image.substring(0, slash);
        boolean host = first.contains(".") || first.contains(":") || first.equals("localhost");
        return host ? first : "docker.io";
    }

    private static List<String> secrets(Pod pod) {
        return Fields.list(pod.object(), "spec", "imagePullSecrets").stream()
                .map((JsonNode each) -> Fields.text(each, "name"))
                .filter(Objects::nonNull)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
