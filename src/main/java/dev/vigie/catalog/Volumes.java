package dev.vigie.catalog;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// What claims, volumes and their classes say alike.
final class Volumes {
    private static final Messages TEXTS = Messages.of("pages");

    private Volumes() {}

    /// Access modes in words, one a line.
    static String modes(List<String> modes) {
        return modes.stream().map(Volumes::mode).collect(Collectors.joining("\n"));
    }

    private static String mode(String mode) {
        return switch (mode) {
            case "ReadWriteOnce" -> TEXTS.say("mode.rwo");
            case "ReadOnlyMany" -> TEXTS.say("mode.rox");
            case "ReadWriteMany" -> TEXTS.say("mode.rwx");
            case "ReadWriteOncePod" -> TEXTS.say("mode.rwop");
            default -> mode;
        };
    }

    /// Said only of what is no file system.
    static String block(String mode) {
        return mode.equals("Block") ? TEXTS.say("volume.block") : mode.equals("Filesystem") ? "" : mode;
    }

    static String reclaim(String policy) {
        return switch (policy) {
            case "Retain" -> TEXTS.say("reclaim.retain");
            case "Delete" -> TEXTS.say("reclaim.delete");
            case "Recycle" -> TEXTS.say("reclaim.recycle");
            default -> policy;
        };
    }

    /// A class that is not said is the default one; an empty one is none.
    static void storageClass(Lines lines, JsonNode spec) {
        String name = Fields.text(spec, "storageClassName");
        if (!name.isEmpty()) lines.link(TEXTS.say("class"), "storage.k8s.io", "StorageClass", "", name);
        else if (spec.path("storageClassName").isString()) lines.words(TEXTS.say("class"), TEXTS.say("class.none"));
    }
}
