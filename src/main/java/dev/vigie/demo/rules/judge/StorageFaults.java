package dev.vigie.demo.rules.judge;

import dev.vigie.demo.model.Json;
import dev.vigie.demo.model.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Claims, volumes and storage classes.
final class StorageFaults {
    private static final String[] MODES = {"ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"};

    private StorageFaults() {}

    static void claim(JsonNode object, Faults faults) {
        JsonNode spec = object.path("spec");
        List<JsonNode> modes = Json.list(spec, "accessModes");
        if (modes.isEmpty()) faults.required("spec.accessModes", "at least 1 access mode is required");
        Meta.selector(Json.at(spec, "selector"), "spec.selector", faults);
        modes(modes, faults);
        String amount = Json.text(spec, "resources", "requests", "storage");
        if (amount.isEmpty()) faults.required("spec.resources[storage]");
        else positive(amount, "spec.resources[storage]", faults);
        String type = Json.text(spec, "storageClassName");
        if (!type.isEmpty()) PodFaults.named(type, "spec.storageClassName", Words.subdomain(type), faults);
        faults.among("spec.volumeMode", Json.text(spec, "volumeMode"), "Block", "Filesystem");
    }

    private static void modes(List<JsonNode> modes, Faults faults) {
        for (JsonNode mode : modes) faults.among("spec.accessModes", mode.asString(), MODES);
    }

    private static void positive(String amount, String field, Faults faults) {
        if (Quantity.parse(amount).amount().signum() <= 0) faults.invalid(field, amount, "must be greater than zero");
    }

    static void volume(JsonNode object, Faults faults) {
        JsonNode spec = object.path("spec");
        List<JsonNode> modes = Json.list(spec, "accessModes");
        if (modes.isEmpty()) faults.required("spec.accessModes");
        modes(modes, faults);
        JsonNode capacity = Json.at(spec, "capacity");
        if (capacity == null || capacity.isEmpty()) faults.required("spec.capacity");
        if (Json.text(capacity, "storage").isEmpty() || Json.strings(capacity).size() > 1) {
            faults.unsupportedAs("spec.capacity", capacity == null ? "null" : sorted(capacity), "storage");
        }
        Json.strings(capacity).forEach((name, amount) -> {
            if (name.equals("storage")) positive(amount, "spec.capacity[storage]", faults);
        });
        faults.among(
                "spec.persistentVolumeReclaimPolicy",
                Json.text(spec, "persistentVolumeReclaimPolicy"),
                "Delete",
                "Recycle",
                "Retain");
        source(spec, faults);
        String type = Json.text(spec, "storageClassName");
        if (!type.isEmpty()) PodFaults.named(type, "spec.storageClassName", Words.subdomain(type), faults);
        faults.among("spec.volumeMode", Json.text(spec, "volumeMode"), "Block", "Filesystem");
    }

    private static String sorted(JsonNode map) {
        StringBuilder text = new StringBuilder();
        new java.util.TreeMap<>(Json.strings(map))
                .forEach((key, value) -> text.append(text.isEmpty() ? "" : ",")
                        .append(Faults.quoted(key))
                        .append(':')
                        .append(Faults.quoted(value)));
        return "{" + text + "}";
    }

    private static void source(JsonNode spec, Faults faults) {
        int count = 0;
        for (String kind : new String[] {"hostPath", "nfs", "local", "csi"}) {
            JsonNode found = Json.at(spec, kind);
            if (found == null) continue;
            if (count++ > 0) faults.forbidden("spec." + kind, "may not specify more than 1 volume type");
            else path(kind, found, faults);
        }
        if (count == 0) faults.required("spec", "must specify a volume type");
    }

    private static void path(String kind, @Nullable JsonNode found, Faults faults) {
        String path = Json.text(found, "path");
        boolean pathed = !kind.equals("csi");
        if (pathed && path.isEmpty()) faults.required("spec." + kind + ".path");
        else if (pathed && List.of(path.split("/", -1)).contains("..")) {
            faults.invalid("spec." + kind + ".path", path, "must not contain '..'");
        }
    }

    static void type(JsonNode object, Faults faults) {
        String provisioner = Json.text(object, "provisioner");
        if (provisioner.isEmpty()) faults.required("provisioner");
        else
            PodFaults.named(
                    provisioner,
                    "provisioner",
                    Words.qualified(provisioner.toLowerCase(java.util.Locale.ROOT)),
                    faults);
        faults.among("reclaimPolicy", Json.text(object, "reclaimPolicy"), "Delete", "Retain");
        faults.among("volumeBindingMode", Json.text(object, "volumeBindingMode"), "Immediate", "WaitForFirstConsumer");
    }
}
