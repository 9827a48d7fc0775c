package dev.vigie.demo.print;

import dev.vigie.demo.model.Json;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Volumes, claims, and the classes they come from.
final class StorageCells {
    private static final Map<String, String> MODES =
            Map.of("ReadWriteOnce", "RWO", "ReadOnlyMany", "ROX", "ReadWriteMany", "RWX", "ReadWriteOncePod", "RWOP");
    private static final String IS_DEFAULT = "storageclass.kubernetes.io/is-default-class";

    private StorageCells() {}

    static void into(Map<String, Cells> cells) {
        cells.put("persistentvolumes", StorageCells::volume);
        cells.put("persistentvolumeclaims", StorageCells::claim);
        cells.put("storageclasses.storage.k8s.io", StorageCells::storageClass);
    }

    private static void volume(ObjectNode object, ArrayNode cells, Instant now) {
        JsonNode claim = Json.at(object, "spec", "claimRef");
        cells.add(Json.name(object))
                .add(Json.text(object, "spec", "capacity", "storage"))
                .add(modes(object, "spec"))
                .add(Json.text(object, "spec", "persistentVolumeReclaimPolicy"))
                .add(phase(object))
                .add(claim == null ? "" : Json.text(claim, "namespace") + "/" + Json.text(claim, "name"))
                .add(Json.text(object, "spec", "storageClassName"))
                .add(Printing.or(Json.text(object, "spec", "volumeAttributesClassName"), Printing.UNSET))
                .add(Json.text(object, "status", "reason"))
                .add(Printing.age(object, now))
                .add(Printing.or(Json.text(object, "spec", "volumeMode"), Printing.UNSET));
    }

    private static void claim(ObjectNode object, ArrayNode cells, Instant now) {
        String volume = Json.text(object, "spec", "volumeName");
        cells.add(Json.name(object))
                .add(phase(object))
                .add(volume)
                .add(volume.isEmpty() ? "" : Json.text(object, "status", "capacity", "storage"))
                .add(volume.isEmpty() ? "" : modes(object, "status"))
                .add(Json.text(object, "spec", "storageClassName"))
                .add(Printing.or(Json.text(object, "spec", "volumeAttributesClassName"), Printing.UNSET))
                .add(Printing.age(object, now))
                .add(Printing.or(Json.text(object, "spec", "volumeMode"), Printing.UNSET));
    }

    private static String phase(ObjectNode object) {
        boolean ending = Json.at(object, "metadata", "deletionTimestamp") != null;
        return ending ? "Terminating" : Json.text(object, "status", "phase");
    }

    private static String modes(ObjectNode object, String part) {
        Set<String> modes = new LinkedHashSet<>();
        for (String known : new String[] {"ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"}) {
            Json.list(object, part, "accessModes").forEach(mode -> {
                if (mode.asString().equals(known)) modes.add(MODES.getOrDefault(known, known));
            });
        }
        return String.join(",", modes);
    }

    private static void storageClass(ObjectNode object, ArrayNode cells, Instant now) {
        boolean usual = Json.strings(object, "metadata", "annotations")
                .getOrDefault(IS_DEFAULT, "")
                .equals("true");
        cells.add(Json.name(object) + (usual ? " (default)" : ""))
                .add(Json.text(object, "provisioner"))
                .add(Printing.or(Json.text(object, "reclaimPolicy"), "Delete"))
                .add(Printing.or(Json.text(object, "volumeBindingMode"), "Immediate"))
                .add(Json.is(object, "allowVolumeExpansion"))
                .add(Printing.age(object, now));
    }
}
