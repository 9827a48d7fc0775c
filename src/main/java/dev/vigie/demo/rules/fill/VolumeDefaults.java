package dev.vigie.demo.rules.fill;

import dev.vigie.demo.model.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Volumes of pods, and the volumes and claims of the cluster.
final class VolumeDefaults {
    private static final int MODE = 0644;
    private static final int HOUR = 3600;

    private VolumeDefaults() {}

    static void fill(ObjectNode volume) {
        if (volume.size() == 1) volume.putObject("emptyDir");
        mode(Gap.inner(volume, "configMap"));
        mode(Gap.inner(volume, "secret"));
        mode(Gap.inner(volume, "projected"));
        mode(Gap.inner(volume, "downwardAPI"));
        items(Gap.inner(volume, "downwardAPI"));
        hostPath(volume);
        for (ObjectNode source : Gap.each(volume, "projected", "sources")) {
            items(Gap.inner(source, "downwardAPI"));
            ObjectNode token = Gap.inner(source, "serviceAccountToken");
            if (token != null) Gap.number(token, "expirationSeconds", HOUR);
        }
        ObjectNode template = Gap.inner(volume, "ephemeral", "volumeClaimTemplate", "spec");
        if (template != null) Gap.text(template, "volumeMode", "Filesystem");
    }

    private static void mode(@Nullable ObjectNode source) {
        if (source != null) Gap.number(source, "defaultMode", MODE);
    }

    private static void items(@Nullable ObjectNode source) {
        for (ObjectNode item : Gap.each(source, "items")) {
            ObjectNode field = Gap.inner(item, "fieldRef");
            if (field != null) Gap.text(field, "apiVersion", "v1");
            ObjectNode resource = Gap.inner(item, "resourceFieldRef");
            if (resource != null && Json.at(resource, "divisor") == null) resource.put("divisor", "0");
        }
    }

    private static void hostPath(ObjectNode holder) {
        ObjectNode path = Gap.inner(holder, "hostPath");
        if (path != null && Json.at(path, "type") == null) path.put("type", "");
    }

    static void volume(ObjectNode volume) {
        ObjectNode status = Json.object(volume, "status");
        Gap.text(status, "phase", "Pending");
        ObjectNode spec = Json.object(volume, "spec");
        Gap.text(spec, "persistentVolumeReclaimPolicy", "Retain");
        Gap.text(spec, "volumeMode", "Filesystem");
        hostPath(spec);
    }

    static void claim(ObjectNode claim) {
        ObjectNode status = Json.object(claim, "status");
        Gap.text(status, "phase", "Pending");
        Gap.text(Json.object(claim, "spec"), "volumeMode", "Filesystem");
    }
}
