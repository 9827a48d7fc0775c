package dev.vigie.catalog.pods;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Which taints a pod bears, one a line, as `kubectl describe` writes them.
final class Tolerations {
    private static final Messages TEXTS = Messages.of("pods");

    private Tolerations() {}

    static String words(Pod pod) {
        List<String> all = new ArrayList<>();
        for (JsonNode each : Fields.list(pod.object(), "spec", "tolerations")) all.add(words(each));
        return String.join("\n", all);
    }

    private static String words(JsonNode toleration) {
        String key = Fields.text(toleration, "key");
        String value = Fields.text(toleration, "value");
        String effect = Fields.text(toleration, "effect");
        StringBuilder text = new StringBuilder(key.isEmpty() ? TEXTS.say("toleration.every") : key);
        if (!value.isEmpty()) text.append('=').append(value);
        if (!effect.isEmpty()) text.append(':').append(effect);
        int seconds = Fields.number(-1, toleration, "tolerationSeconds");
        if (seconds >= 0) text.append(' ').append(TEXTS.say("toleration.time", Lapse.seconds(seconds)));
        return text.toString();
    }
}
