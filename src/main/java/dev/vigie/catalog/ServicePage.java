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
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A Service: where it is reached, and where that leads.
final class ServicePage {
    private static final Messages TEXTS = Messages.of("pages");

    private ServicePage() {}

    static Page of(JsonNode object) {
        String type = Fields.text(object, "spec", "type");
        Map<String, String> selector = Fields.pairs(object, "spec", "selector");
        List<String> outside = new ArrayList<>();
        Fields.list(object, "status", "loadBalancer", "ingress").forEach(each -> {
            String ip = Fields.text(each, "ip");
            outside.add(ip.isEmpty() ? Fields.text(each, "hostname") : ip);
        });
        outside.addAll(Fields.texts(object, "spec", "externalIPs"));
        boolean waits = type.equals("LoadBalancer") && outside.isEmpty();
        Lines lines = new Lines()
                .words(TEXTS.say("type"), type)
                .code(TEXTS.say("dns"), dns(object))
                .code(TEXTS.say("cluster.ip"), address(object))
                .code(TEXTS.say("outside"), String.join("\n", outside))
                .code(TEXTS.say("leads.to"), Fields.text(object, "spec", "externalName"))
                .pairs(TEXTS.say("selector"), selector);
        if (selector.isEmpty() && !type.equals("ExternalName"))
            lines.words(TEXTS.say("selector"), TEXTS.say("no.selector"));
        lines.words(
                TEXTS.say("affinity"),
                Fields.text(object, "spec", "sessionAffinity").replace("None", ""));
        lines.words(TEXTS.say("ip.families"), families(object))
                .words(TEXTS.say("traffic.inside"), Fields.text(object, "spec", "internalTrafficPolicy"))
                .words(TEXTS.say("traffic.outside"), Fields.text(object, "spec", "externalTrafficPolicy"));
        Standing standing = waits
                ? new Standing(Tone.PROGRESS, TEXTS.say("waits.address"), "")
                : new Standing(Tone.QUIET, type, "");
        return new Page(
                standing,
                null,
                List.of(
                        Section.of("Service", lines.facts()),
                        new Section(TEXTS.say("ports"), List.of(), ports(object))));
    }

    /// `name.namespace.svc`: what pods of any namespace call it by.
    private static String dns(JsonNode object) {
        String name = Fields.text(object, "metadata", "name");
        String namespace = Fields.text(object, "metadata", "namespace");
        return name.isEmpty() || namespace.isEmpty() ? name : name + "." + namespace + ".svc";
    }

    /// `SingleStack: IPv4`.
    private static String families(JsonNode object) {
        String policy = Fields.text(object, "spec", "ipFamilyPolicy");
        String families = String.join(", ", Fields.texts(object, "spec", "ipFamilies"));
        return policy.isEmpty() || families.isEmpty() ? policy + families : policy + ": " + families;
    }

    private static String address(JsonNode object) {
        String ip = Fields.text(object, "spec", "clusterIP");
        return ip.equals("None") ? TEXTS.say("headless") : ip;
    }

    private static List<Card> ports(JsonNode object) {
        List<Card> cards = new ArrayList<>();
        for (JsonNode port : Fields.list(object, "spec", "ports")) {
            String number = Fields.text(port, "port");
            String target = Fields.text(port, "targetPort");
            String protocol = Fields.text(port, "protocol");
            Lines lines = new Lines()
                    .code(TEXTS.say("target.port"), target.isEmpty() ? number : target)
                    .code(TEXTS.say("node.port"), Fields.text(port, "nodePort"));
            cards.add(new Card(number + "/" + protocol, Tone.QUIET, Fields.text(port, "name"), lines.facts()));
        }
        return cards;
    }
}
