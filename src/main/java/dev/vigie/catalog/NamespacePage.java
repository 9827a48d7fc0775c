package dev.vigie.catalog;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Fact;
import dev.vigie.kind.Page;
import dev.vigie.kind.Page.Section;
import dev.vigie.kind.Page.Standing;
import dev.vigie.kind.Tone;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A Namespace: whether it lives, and what keeps it from ending.
final class NamespacePage {
    private static final Messages TEXTS = Messages.of("pages");
    private static final String SECURITY = "pod-security.kubernetes.io/";

    private NamespacePage() {}

    static Page of(JsonNode object) {
        Lines lines = new Lines().words(TEXTS.say("ns.state"), state(Fields.text(object, "status", "phase")));
        Fields.pairs(object, "metadata", "labels").forEach((key, value) -> {
            if (!key.startsWith(SECURITY) || key.endsWith("-version")) return;
            String deed = key.substring(SECURITY.length());
            switch (deed) {
                case "enforce", "warn", "audit" ->
                    lines.words(TEXTS.say("ns.security"), TEXTS.say("ns.security." + deed, value));
                default -> {}
            }
        });
        return new Page(standing(object), why(object), List.of(Section.of("Namespace", lines.facts())));
    }

    private static String state(String phase) {
        return switch (phase) {
            case "Active" -> TEXTS.say("ns.active");
            case "Terminating" -> TEXTS.say("ns.ending");
            default -> phase;
        };
    }

    private static Standing standing(JsonNode object) {
        String phase = Fields.text(object, "status", "phase");
        Tone tone = switch (phase) {
            case "Active" -> Tone.OK;
            case "Terminating" -> Tone.ENDING;
            default -> Tone.QUIET;
        };
        return new Standing(tone, phase, "");
    }

    /// While it ends, the server says in conditions what it still has to remove, and what it cannot.
    private static Page.@Nullable Why why(JsonNode object) {
        if (!Fields.text(object, "status", "phase").equals("Terminating")) return null;
        List<Fact> said = new ArrayList<>();
        String cause = "";
        for (String type : List.of(
                "NamespaceDeletionDiscoveryFailure",
                "NamespaceDeletionGroupVersionParsingFailure",
                "NamespaceDeletionContentFailure",
                "NamespaceFinalizersRemaining",
                "NamespaceContentRemaining")) {
            JsonNode condition = Conditions.named(object, type);
            if (condition == null || !Fields.text(condition, "status").equals("True")) continue;
            said.add(new Fact.Words(type, Fields.text(condition, "message"), Tone.WARN));
            if (cause.isEmpty()) cause = cause(type);
        }
        if (cause.isEmpty()) return null;
        return new Page.Why(
                Tone.WARN,
                TEXTS.say("ns.why." + cause),
                TEXTS.say("ns.because." + cause),
                said,
                TEXTS.say("ns.next." + cause));
    }

    private static String cause(String type) {
        return switch (type) {
            case "NamespaceFinalizersRemaining" -> "finalizers";
            case "NamespaceContentRemaining" -> "content";
            case "NamespaceDeletionContentFailure" -> "failure";
            default -> "discovery";
        };
    }
}
