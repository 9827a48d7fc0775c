package dev.vigie.catalog;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Fact;
import dev.vigie.kind.Page;
import dev.vigie.kind.Page.Section;
import dev.vigie.kind.Page.Standing;
import dev.vigie.kind.Pointer;
import dev.vigie.kind.Tone;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A ServiceAccount: who its pods are to the server, and with which Secrets they pull images.
final class ServiceAccountPage {
    private static final Messages TEXTS = Messages.of("pages");

    private ServiceAccountPage() {}

    static Page of(JsonNode object) {
        String name = Fields.text(object, "metadata", "name");
        String namespace = Fields.text(object, "metadata", "namespace");
        boolean silent = object.path("automountServiceAccountToken").isBoolean()
                && !Fields.is(object, "automountServiceAccountToken");
        Lines lines = new Lines()
                .code(
                        TEXTS.say("sa.user"),
                        namespace.isEmpty() ? "" : "system:serviceaccount:" + namespace + ":" + name)
                .words(TEXTS.say("sa.token"), TEXTS.say(silent ? "sa.no.token" : "sa.mounted"))
                .links(TEXTS.say("sa.pull"), secrets(object, "imagePullSecrets"))
                .links(TEXTS.say("sa.secrets"), secrets(object, "secrets"));
        return new Page(new Standing(Tone.QUIET, "", ""), null, List.of(Section.of("ServiceAccount", lines.facts())));
    }

    private static List<Fact.Link> secrets(JsonNode object, String field) {
        List<Fact.Link> links = new ArrayList<>();
        for (JsonNode each : Fields.list(object, field)) {
            String name = Fields.text(each, "name");
            Pointer to = new Pointer("", "Secret", Fields.text(object, "metadata", "namespace"), name);
            if (!name.isEmpty()) links.add(new Fact.Link(to, name));
        }
        return links;
    }
}
