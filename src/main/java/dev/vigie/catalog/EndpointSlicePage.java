package dev.vigie.catalog;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Page;
import dev.vigie.kind.Page.Card;
import dev.vigie.kind.Page.Section;
import dev.vigie.kind.Page.Standing;
import dev.vigie.kind.Tone;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// An EndpointSlice: the addresses behind a Service, and which of them are ready.
final class EndpointSlicePage {
    private static final Messages TEXTS = Messages.of("pages");
    private static final String SERVICE = "kubernetes.io/service-name";
    /// Addresses shown one by one.
    private static final int MANY = 50;

    private EndpointSlicePage() {}

    static Page of(JsonNode object) {
        String namespace = Fields.text(object, "metadata", "namespace");
        List<JsonNode> endpoints = Fields.list(object, "endpoints");
        List<String> ports = new ArrayList<>();
        for (JsonNode port : Fields.list(object, "ports")) {
            String name = Fields.text(port, "name");
            ports.add((name.isEmpty() ? "" : name + " ") + Fields.text(port, "port") + "/"
                    + Fields.text(port, "protocol"));
        }
        Lines lines = new Lines()
                .link("Service", "", "Service", namespace, Fields.text(object, "metadata", "labels", SERVICE))
                .code(TEXTS.say("ports"), String.join("\n", ports))
                .words(TEXTS.say("es.type"), Fields.text(object, "addressType"))
                .words(
                        TEXTS.say("es.more"),
                        endpoints.size() > MANY ? TEXTS.say("es.more.n", endpoints.size() - MANY) : "");
        List<Card> cards = endpoints.stream()
                .limit(MANY)
                .map(each -> card(each, namespace))
                .toList();
        return new Page(
                standing(endpoints),
                null,
                List.of(
                        Section.of("EndpointSlice", lines.facts()),
                        new Section(TEXTS.say("es.addresses"), List.of(), cards)));
    }

    private static Standing standing(List<JsonNode> endpoints) {
        if (endpoints.isEmpty()) return new Standing(Tone.QUIET, "", TEXTS.say("es.none"));
        long ready = endpoints.stream().filter(EndpointSlicePage::ready).count();
        String line = TEXTS.say("n.ready", ready, endpoints.size());
        if (ready == 0) return new Standing(Tone.WARN, TEXTS.say("es.none.ready"), line);
        return new Standing(Tone.OK, TEXTS.say("ready"), line);
    }

    /// What is not said is ready.
    private static boolean ready(JsonNode endpoint) {
        JsonNode said = Fields.at(endpoint, "conditions", "ready");
        return !said.isBoolean() || said.asBoolean();
    }

    private static Card card(JsonNode endpoint, String namespace) {
        JsonNode target = endpoint.path("targetRef");
        String kind = Fields.text(target, "kind");
        String home = Fields.text(target, "namespace");
        boolean leaves = Fields.is(endpoint, "conditions", "terminating");
        boolean ready = ready(endpoint);
        Lines lines = new Lines()
                .link(kind, "", kind, home.isEmpty() ? namespace : home, Fields.text(target, "name"))
                .link("Node", "", "Node", "", Fields.text(endpoint, "nodeName"))
                .words(TEXTS.say("es.zone"), Fields.text(endpoint, "zone"))
                .words(TEXTS.say("es.host"), Fields.text(endpoint, "hostname"));
        return new Card(
                String.join(", ", Fields.texts(endpoint, "addresses")),
                leaves ? Tone.ENDING : ready ? Tone.OK : Tone.WARN,
                TEXTS.say(leaves ? "es.leaves" : ready ? "ready" : "es.unready"),
                lines.facts());
    }
}
