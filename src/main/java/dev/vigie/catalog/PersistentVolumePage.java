package dev.vigie.catalog;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Fact;
import dev.vigie.kind.Page;
import dev.vigie.kind.Page.Section;
import dev.vigie.kind.Page.Standing;
import dev.vigie.kind.Pointer;
import dev.vigie.kind.Tone;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A PersistentVolume: how large, where its bytes lie, and whose it is.
final class PersistentVolumePage {
    private static final Messages TEXTS = Messages.of("pages");
    /// Fields of the spec that are objects and no place.
    private static final Set<String> NO_PLACE = Set.of("capacity", "claimRef", "nodeAffinity");

    private PersistentVolumePage() {}

    static Page of(JsonNode object) {
        return new Page(
                standing(object),
                why(object),
                List.of(
                        Section.of("PersistentVolume", facts(object)),
                        Section.of(TEXTS.say("pv.place"), place(object))));
    }

    private static Standing standing(JsonNode object) {
        if (Fields.has(object, "metadata", "deletionTimestamp")) return new Standing(Tone.ENDING, "Terminating", "");
        String phase = Fields.text(object, "status", "phase");
        Tone tone = switch (phase) {
            case "Bound" -> Tone.OK;
            case "Pending" -> Tone.PROGRESS;
            case "Released" -> Tone.WARN;
            case "Failed" -> Tone.ERROR;
            default -> Tone.QUIET;
        };
        return new Standing(tone, phase, Fields.text(object, "spec", "capacity", "storage"));
    }

    private static List<Fact> facts(JsonNode object) {
        JsonNode spec = object.path("spec");
        JsonNode claim = spec.path("claimRef");
        Lines lines = new Lines()
                .words(TEXTS.say("size"), Fields.text(spec, "capacity", "storage"))
                .words(TEXTS.say("access"), Volumes.modes(Fields.texts(spec, "accessModes")))
                .words(TEXTS.say("volume.mode"), Volumes.block(Fields.text(spec, "volumeMode")))
                .links(TEXTS.say("claim"), claim(claim));
        if (spec.isObject() && !Fields.has(claim, "name")) lines.words(TEXTS.say("claim"), TEXTS.say("pv.free"));
        Volumes.storageClass(lines, spec);
        return lines.words(TEXTS.say("reclaim"), Volumes.reclaim(Fields.text(spec, "persistentVolumeReclaimPolicy")))
                .code(TEXTS.say("mount.options"), String.join(", ", Fields.texts(spec, "mountOptions")))
                .facts();
    }

    private static List<Fact.Link> claim(JsonNode claim) {
        String name = Fields.text(claim, "name");
        String namespace = Fields.text(claim, "namespace");
        if (name.isEmpty()) return List.of();
        Pointer to = new Pointer("", "PersistentVolumeClaim", namespace, name);
        return List.of(new Fact.Link(to, namespace + "/" + name));
    }

    /// The one object of the spec that says what it is made of: `nfs`, `csi`, `hostPath` …
    private static List<Fact> place(JsonNode object) {
        Lines lines = new Lines();
        object.path("spec").properties().forEach(each -> {
            if (!each.getValue().isObject() || NO_PLACE.contains(each.getKey())) return;
            lines.words(TEXTS.say("type"), each.getKey());
            Fields.pairs(each.getValue()).forEach((key, value) -> lines.code(key, value));
        });
        JsonNode nodes = Fields.at(object, "spec", "nodeAffinity", "required");
        for (JsonNode term : Fields.list(nodes, "nodeSelectorTerms")) {
            for (JsonNode rule : Fields.list(term, "matchExpressions"))
                lines.code(
                        TEXTS.say("pv.nodes"),
                        Fields.text(rule, "key") + " " + Fields.text(rule, "operator") + " "
                                + String.join(", ", Fields.texts(rule, "values")));
        }
        return lines.facts();
    }

    private static Page.@Nullable Why why(JsonNode object) {
        String phase = Fields.text(object, "status", "phase");
        if (!phase.equals("Released") && !phase.equals("Failed")) return null;
        boolean failed = phase.equals("Failed");
        JsonNode claim = Fields.at(object, "spec", "claimRef");
        Lines said = new Lines()
                .words(TEXTS.say("reason"), Fields.text(object, "status", "reason"))
                .words(TEXTS.say("server.says"), Fields.text(object, "status", "message"))
                .words(
                        TEXTS.say("pv.was"),
                        Fields.text(claim, "name").isEmpty()
                                ? ""
                                : Fields.text(claim, "namespace") + "/" + Fields.text(claim, "name"))
                .words(
                        TEXTS.say("reclaim"),
                        Volumes.reclaim(Fields.text(object, "spec", "persistentVolumeReclaimPolicy")));
        return new Page.Why(
                failed ? Tone.ERROR : Tone.WARN,
                TEXTS.say(failed ? "pv.failed" : "pv.released"),
                TEXTS.say(failed ? "pv.failed.sentence" : "pv.released.sentence"),
                said.facts(),
                TEXTS.say(failed ? "pv.failed.next" : "pv.released.next"));
    }
}
