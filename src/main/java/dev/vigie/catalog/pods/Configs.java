package dev.vigie.catalog.pods;

import dev.vigie.base.Messages;
import dev.vigie.kind.Page.Why;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Containers that cannot be made because something they are to be given is not there.
final class Configs {
    private static final Messages TEXTS = Messages.of("pods");
    private static final Pattern KEY = Pattern.compile("find key (\\S+) in (ConfigMap|Secret) [^/\\s]*/(\\S+)");
    private static final Pattern OBJECT = Pattern.compile("(configmap|secret) \"([^\"]+)\" not found");

    private Configs() {}

    static @Nullable Why missing(Pod pod, Container container) {
        if (!container.waits("CreateContainerConfigError")) return null;
        String said = container.message();
        Evidence evidence = Evidence.of(pod, container).message(said);
        Matcher key = KEY.matcher(said);
        if (key.find()) return key(evidence, key.group(1), key.group(2), key.group(3));
        Matcher object = OBJECT.matcher(said);
        if (object.find()) {
            String kind = object.group(1).equals("secret") ? "Secret" : "ConfigMap";
            return evidence.error(
                    TEXTS.say("config.object", kind, object.group(2)),
                    TEXTS.say("config.object.sentence", container.name(), kind),
                    TEXTS.say("config.object.next", kind, object.group(2), pod.namespace()));
        }
        if (said.contains("runAsNonRoot"))
            return evidence.image(container)
                    .error(TEXTS.say("config.root"), TEXTS.say("config.root.sentence"), TEXTS.say("config.root.next"));
        return evidence.error(
                TEXTS.say("config.other", container.name()),
                TEXTS.say("config.other.sentence"),
                TEXTS.say("config.other.next"));
    }

    private static Why key(Evidence evidence, String key, String kind, String name) {
        return evidence.near(kind, kind, List.of(name))
                .error(
                        TEXTS.say("config.key", key, kind, name),
                        TEXTS.say("config.key.sentence", kind),
                        TEXTS.say("config.key.next", key, kind, name));
    }
}
