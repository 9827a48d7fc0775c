package dev.vigie.catalog.pods;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Where a container finds its volumes, joined with what they are.
final class Mounts {
    private static final Messages TEXTS = Messages.of("pods");

    private Mounts() {}

    static Map<String, String> of(Pod pod, Container container) {
        Map<String, String> all = new LinkedHashMap<>();
        List<JsonNode> volumes = Fields.list(pod.object(), "spec", "volumes");
        for (JsonNode each : Fields.list(container.spec(), "volumeMounts"))
            all.put(Fields.text(each, "mountPath"), words(volumes, each));
        for (JsonNode each : Fields.list(container.spec(), "volumeDevices"))
            all.put(Fields.text(each, "devicePath"), volume(volumes, Fields.text(each, "name")));
        return all;
    }

    private static String words(List<JsonNode> volumes, JsonNode mount) {
        StringBuilder text = new StringBuilder(volume(volumes, Fields.text(mount, "name")));
        String part = Fields.text(mount, "subPath") + Fields.text(mount, "subPathExpr");
        if (!part.isEmpty()) text.append(", ").append(TEXTS.say("mount.part", part));
        if (Fields.is(mount, "readOnly")) text.append(", ").append(TEXTS.say("mount.readonly"));
        return text.toString();
    }

    private static String volume(List<JsonNode> volumes, String name) {
        for (JsonNode each : volumes) {
            if (Fields.text(each, "name").equals(name)) return name + ": " + Volumes.words(each);
        }
        return TEXTS.say("mount.unknown", name);
    }
}
