package dev.vigie.demo.rules.judge;

import dev.vigie.demo.model.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Volumes of a pod and where its containers mount them.
final class VolumeFaults {
    private static final List<String> ORDER = List.of(
            "emptyDir", "hostPath", "secret", "nfs", "persistentVolumeClaim", "downwardAPI", "configMap", "projected");

    private VolumeFaults() {}

    /// The names of the volumes that there are.
    static Set<String> check(@Nullable JsonNode spec, String at, Faults faults) {
        Set<String> names = new HashSet<>();
        int index = 0;
        for (JsonNode volume : Json.list(spec, "volumes")) {
            String here = at + "[" + index++ + "]";
            String name = Json.text(volume, "name");
            int before = faults.count();
            source(volume, here, faults);
            if (name.isEmpty()) faults.required(here + ".name");
            else PodFaults.named(name, here + ".name", Words.label(name), faults);
            if (names.contains(name)) faults.duplicate(here + ".name", name);
            if (faults.count() == before) names.add(name);
        }
        return names;
    }

    private static void source(JsonNode volume, String at, Faults faults) {
        int count = 0;
        for (String kind : ORDER) {
            JsonNode found = Json.at(volume, kind);
            if (found == null) continue;
            if (count++ > 0) faults.forbidden(at + "." + kind, "may not specify more than 1 volume type");
            else one(kind, found, at + "." + kind, faults);
        }
    }

    private static void one(String kind, JsonNode found, String at, Faults faults) {
        switch (kind) {
            case "hostPath" -> {
                String path = Json.text(found, "path");
                if (path.isEmpty()) faults.required(at + ".path");
                else if (path.contains("..")) faults.invalid(at + ".path", path, "must not contain '..'");
            }
            case "secret", "configMap" -> {
                String field = kind.equals("secret") ? "secretName" : "name";
                if (Json.text(found, field).isEmpty()) faults.required(at + "." + field);
                mode(found, at, faults);
                items(found, at, faults);
            }
            case "persistentVolumeClaim" -> {
                if (Json.text(found, "claimName").isEmpty()) faults.required(at + ".claimName");
            }
            case "nfs" -> {
                if (Json.text(found, "server").isEmpty()) faults.required(at + ".server");
                if (Json.text(found, "path").isEmpty()) faults.required(at + ".path");
            }
            default -> mode(found, at, faults);
        }
    }

    private static void mode(JsonNode found, String at, Faults faults) {
        int mode = Json.number(0, found, "defaultMode");
        if (mode < 0 || mode > 0777) {
            faults.invalid(at + ".defaultMode", mode, "must be a number between 0 and 0777 (octal), both inclusive");
        }
    }

    private static void items(JsonNode found, String at, Faults faults) {
        int index = 0;
        for (JsonNode item : Json.list(found, "items")) {
            String here = at + ".items[" + index++ + "]";
            if (Json.text(item, "key").isEmpty()) faults.required(here + ".key");
            String path = Json.text(item, "path");
            if (path.isEmpty()) faults.required(here + ".path");
            inner(path, here + ".path", faults);
        }
    }

    private static void inner(String path, String field, Faults faults) {
        if (path.startsWith("/")) faults.invalid(field, path, "must be a relative path");
        if (List.of(path.split("/", -1)).contains("..")) faults.invalid(field, path, "must not contain '..'");
    }

    static void mounts(JsonNode container, String at, Set<String> volumes, Faults faults) {
        Set<String> paths = new HashSet<>();
        int index = 0;
        for (JsonNode mount : Json.list(container, "volumeMounts")) {
            String here = at + "[" + index++ + "]";
            String name = Json.text(mount, "name");
            if (name.isEmpty()) faults.required(here + ".name");
            if (!volumes.contains(name)) faults.absent(here + ".name", name);
            String path = Json.text(mount, "mountPath");
            if (path.isEmpty()) faults.required(here + ".mountPath");
            if (!path.isEmpty() && !paths.add(path)) faults.invalid(here + ".mountPath", path, "must be unique");
            String inner = Json.text(mount, "subPath");
            if (!inner.isEmpty()) inner(inner, at + ".subPath", faults);
        }
    }
}
