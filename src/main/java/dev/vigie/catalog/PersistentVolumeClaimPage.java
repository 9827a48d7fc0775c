package dev.vigie.catalog;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Fact;
import dev.vigie.kind.Page;
import dev.vigie.kind.Page.Section;
import dev.vigie.kind.Page.Standing;
import dev.vigie.kind.Tone;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A PersistentVolumeClaim: what it asks for, what it got, and why it still waits.
final class PersistentVolumeClaimPage {
    private static final Messages TEXTS = Messages.of("pages");
    private static final String NODE = "volume.kubernetes.io/selected-node";
    private static final String MAKER = "volume.kubernetes.io/storage-provisioner";
    private static final String OLD_MAKER = "volume.beta.kubernetes.io/storage-provisioner";

    private PersistentVolumeClaimPage() {}

    static Page of(JsonNode object) {
        return new Page(standing(object), why(object), List.of(Section.of("PersistentVolumeClaim", facts(object))));
    }

    private static Standing standing(JsonNode object) {
        if (Fields.has(object, "metadata", "deletionTimestamp"))
            return new Standing(Tone.ENDING, "Terminating", TEXTS.say("pvc.held"));
        String phase = Fields.text(object, "status", "phase");
        Tone tone = switch (phase) {
            case "Bound" -> Tone.OK;
            case "Pending" -> Tone.PROGRESS;
            case "Lost" -> Tone.ERROR;
            default -> Tone.QUIET;
        };
        String size = Fields.text(object, "status", "capacity", "storage");
        return new Standing(tone, phase, phase.equals("Bound") ? size : "");
    }

    private static List<Fact> facts(JsonNode object) {
        JsonNode spec = object.path("spec");
        String asked = Fields.text(spec, "resources", "requests", "storage");
        String got = Fields.text(object, "status", "capacity", "storage");
        Lines lines = new Lines()
                .words(TEXTS.say("pvc.asked"), asked)
                .words(TEXTS.say("pvc.got"), got)
                .words(TEXTS.say("access"), Volumes.modes(Fields.texts(spec, "accessModes")))
                .words(TEXTS.say("volume.mode"), Volumes.block(Fields.text(spec, "volumeMode")))
                .link(TEXTS.say("volume"), "", "PersistentVolume", "", Fields.text(spec, "volumeName"));
        Volumes.storageClass(lines, spec);
        JsonNode source = spec.path("dataSource");
        return lines.pairs(TEXTS.say("selector"), Selectors.pairs(spec.path("selector")))
                .link(
                        TEXTS.say("pvc.source"),
                        Fields.text(source, "apiGroup"),
                        Fields.text(source, "kind"),
                        Fields.text(object, "metadata", "namespace"),
                        Fields.text(source, "name"))
                .words(TEXTS.say("pvc.node"), Fields.text(object, "metadata", "annotations", NODE))
                .facts();
    }

    private static Page.@Nullable Why why(JsonNode object) {
        return switch (Fields.text(object, "status", "phase")) {
            case "Lost" -> why(object, Tone.ERROR, "lost");
            case "Pending" -> why(object, Tone.WARN, cause(object));
            default -> null;
        };
    }

    private static String cause(JsonNode object) {
        JsonNode spec = object.path("spec");
        if (!Fields.text(spec, "volumeName").isEmpty()) return "named";
        if (!maker(object).isEmpty()) return "made";
        if (spec.path("storageClassName").isString()
                && Fields.text(spec, "storageClassName").isEmpty()) return "static";
        return Fields.has(spec, "storageClassName") ? "class" : "default";
    }

    private static String maker(JsonNode object) {
        String maker = Fields.text(object, "metadata", "annotations", MAKER);
        return maker.isEmpty() ? Fields.text(object, "metadata", "annotations", OLD_MAKER) : maker;
    }

    private static Page.Why why(JsonNode object, Tone tone, String cause) {
        JsonNode spec = object.path("spec");
        Lines said = new Lines()
                .words(TEXTS.say("pvc.asked"), Fields.text(spec, "resources", "requests", "storage"))
                .link(TEXTS.say("volume"), "", "PersistentVolume", "", Fields.text(spec, "volumeName"))
                .link(TEXTS.say("class"), "storage.k8s.io", "StorageClass", "", Fields.text(spec, "storageClassName"))
                .code(TEXTS.say("pvc.maker"), maker(object));
        return new Page.Why(
                tone,
                TEXTS.say("pvc.why." + cause),
                TEXTS.say("pvc.because." + cause),
                said.facts(),
                TEXTS.say("pvc.next." + cause));
    }
}
