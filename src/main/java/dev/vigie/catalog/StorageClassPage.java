package dev.vigie.catalog;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Page;
import dev.vigie.kind.Page.Section;
import dev.vigie.kind.Page.Standing;
import dev.vigie.kind.Tone;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A StorageClass: who makes its volumes, when, and what becomes of them.
final class StorageClassPage {
    private static final Messages TEXTS = Messages.of("pages");
    private static final String DEFAULT = "storageclass.kubernetes.io/is-default-class";

    private StorageClassPage() {}

    static Page of(JsonNode object) {
        boolean usual = Fields.text(object, "metadata", "annotations", DEFAULT).equals("true");
        String maker = Fields.text(object, "provisioner");
        boolean known = !maker.isEmpty();
        boolean nobody = maker.equals("kubernetes.io/no-provisioner");
        String policy = Fields.text(object, "reclaimPolicy");
        Lines lines = new Lines()
                .code(TEXTS.say("sc.maker"), nobody ? "" : maker)
                .words(TEXTS.say("sc.maker"), nobody ? TEXTS.say("sc.nobody") : "")
                .words(TEXTS.say("sc.default"), usual ? TEXTS.say("sc.default.line") : "")
                .words(TEXTS.say("sc.binding"), known ? binding(Fields.text(object, "volumeBindingMode")) : "")
                .words(TEXTS.say("reclaim"), known ? Volumes.reclaim(policy.isEmpty() ? "Delete" : policy) : "")
                .words(TEXTS.say("sc.growth"), known ? growth(object) : "")
                .code(TEXTS.say("mount.options"), String.join(", ", Fields.texts(object, "mountOptions")))
                .pairs(TEXTS.say("parameters"), Fields.pairs(object, "parameters"));
        return new Page(
                new Standing(Tone.QUIET, usual ? TEXTS.say("default") : "", ""),
                null,
                List.of(Section.of("StorageClass", lines.facts())));
    }

    private static String binding(String mode) {
        return TEXTS.say(mode.equals("WaitForFirstConsumer") ? "sc.wait" : "sc.immediate");
    }

    private static String growth(JsonNode object) {
        return TEXTS.say(Fields.is(object, "allowVolumeExpansion") ? "sc.grows" : "sc.fixed");
    }
}
