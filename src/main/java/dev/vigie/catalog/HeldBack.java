package dev.vigie.catalog;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Fact;
import dev.vigie.kind.Page.Why;
import dev.vigie.kind.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Why an object that is to be deleted is still there: the finalizers that hold it, since when, and who set them.
final class HeldBack {
    private static final Messages TEXTS = Messages.of("catalog");

    private HeldBack() {}

    /// Null when nothing holds it, or it is not to be deleted.
    static @Nullable Why of(JsonNode object) {
        Instant since = Fields.moment(object, "metadata", "deletionTimestamp");
        List<String> names = Fields.texts(object, "metadata", "finalizers");
        if (since == null || names.isEmpty()) return null;
        List<Fact> evidence = new ArrayList<>(List.of(new Fact.Since(TEXTS.say("deleted"), since)));
        for (String name : names) {
            evidence.add(new Fact.Code(TEXTS.say("held.finalizer"), name, Tone.WARN));
            evidence.add(new Fact.Words(TEXTS.say("held.by"), holder(object, name), Tone.QUIET));
        }
        return new Why(
                Tone.WARN,
                TEXTS.say("held.title", names.size()),
                TEXTS.say("held.sentence"),
                evidence,
                TEXTS.say("held.next"));
    }

    /// Who wrote the finalizer, as the server keeps it; the finalizer's own domain where it does not.
    private static String holder(JsonNode object, String finalizer) {
        String key = "v:\"" + finalizer + "\"";
        for (JsonNode entry : Fields.list(object, "metadata", "managedFields")) {
            if (Fields.has(entry, "fieldsV1", "f:metadata", "f:finalizers", key)) return Fields.text(entry, "manager");
        }
        return TEXTS.say("held.nobody");
    }
}
