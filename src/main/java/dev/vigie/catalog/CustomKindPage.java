package dev.vigie.catalog;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Fact;
import dev.vigie.kind.Page;
import dev.vigie.kind.Page.Card;
import dev.vigie.kind.Page.Section;
import dev.vigie.kind.Page.Standing;
import dev.vigie.kind.Tone;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A CustomResourceDefinition: what the kind is called, and which versions of it are served and stored.
final class CustomKindPage {
    private static final Messages TEXTS = Messages.of("pages");

    private CustomKindPage() {}

    static Page of(JsonNode object) {
        List<Card> versions = new ArrayList<>();
        Fields.list(object, "spec", "versions").forEach(each -> versions.add(version(each)));
        return new Page(
                standing(object),
                why(object),
                List.of(
                        Section.of(TEXTS.say("crd.kind"), names(object)),
                        new Section(TEXTS.say("crd.versions"), List.of(), versions)));
    }

    private static boolean is(JsonNode object, String type, String status) {
        JsonNode condition = Conditions.named(object, type);
        return condition != null && Fields.text(condition, "status").equals(status);
    }

    private static Standing standing(JsonNode object) {
        if (Fields.has(object, "metadata", "deletionTimestamp")) return new Standing(Tone.ENDING, "Terminating", "");
        if (is(object, "Established", "True")) return new Standing(Tone.OK, TEXTS.say("crd.served"), "");
        if (is(object, "NamesAccepted", "False")) return new Standing(Tone.ERROR, TEXTS.say("crd.refused"), "");
        return Fields.list(object, "status", "conditions").isEmpty()
                ? new Standing(Tone.QUIET, "", "")
                : new Standing(Tone.PROGRESS, TEXTS.say("crd.unserved"), "");
    }

    private static Page.@Nullable Why why(JsonNode object) {
        JsonNode names = Conditions.named(object, "NamesAccepted");
        if (names == null || !Fields.text(names, "status").equals("False")) return null;
        return new Page.Why(
                Tone.ERROR,
                TEXTS.say("crd.why"),
                TEXTS.say("crd.because"),
                new Lines()
                        .words(TEXTS.say("reason"), Fields.text(names, "reason"))
                        .words(TEXTS.say("server.says"), Fields.text(names, "message"))
                        .facts(),
                TEXTS.say("crd.next"));
    }

    private static List<Fact> names(JsonNode object) {
        JsonNode names = Fields.at(object, "spec", "names");
        String scope = Fields.text(object, "spec", "scope");
        String conversion = Fields.text(object, "spec", "conversion", "strategy");
        return new Lines()
                .code("Kind", Fields.text(names, "kind"))
                .code(TEXTS.say("crd.group"), Fields.text(object, "spec", "group"))
                .code(TEXTS.say("crd.plural"), Fields.text(names, "plural"))
                .code(TEXTS.say("crd.singular"), Fields.text(names, "singular"))
                .code(TEXTS.say("crd.short"), String.join(", ", Fields.texts(names, "shortNames")))
                .code(TEXTS.say("crd.categories"), String.join(", ", Fields.texts(names, "categories")))
                .words(
                        TEXTS.say("crd.scope"),
                        switch (scope) {
                            case "Namespaced" -> TEXTS.say("crd.namespaced");
                            case "Cluster" -> TEXTS.say("crd.cluster");
                            default -> scope;
                        })
                .code(TEXTS.say("crd.stored"), String.join(", ", Fields.texts(object, "status", "storedVersions")))
                .words(TEXTS.say("crd.conversion"), conversion.equals("None") ? "" : conversion)
                .facts();
    }

    private static Card version(JsonNode version) {
        List<String> words = new ArrayList<>();
        words.add(TEXTS.say(Fields.is(version, "served") ? "crd.is.served" : "crd.not.served"));
        if (Fields.is(version, "storage")) words.add(TEXTS.say("crd.is.stored"));
        boolean old = Fields.is(version, "deprecated");
        if (old) words.add(TEXTS.say("crd.deprecated"));
        Lines lines = new Lines().words(TEXTS.say("crd.warning"), Fields.text(version, "deprecationWarning"));
        List<String> columns = new ArrayList<>();
        for (JsonNode column : Fields.list(version, "additionalPrinterColumns"))
            columns.add(Fields.text(column, "name") + "  " + Fields.text(column, "jsonPath"));
        lines.code(TEXTS.say("crd.columns"), String.join("\n", columns));
        List<String> parts = new ArrayList<>();
        version.path("subresources").properties().forEach(each -> parts.add(each.getKey()));
        lines.code(TEXTS.say("crd.parts"), String.join(", ", parts));
        return new Card(
                Fields.text(version, "name"), old ? Tone.WARN : Tone.QUIET, String.join(", ", words), lines.facts());
    }
}
