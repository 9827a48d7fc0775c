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
import tools.jackson.databind.JsonNode;

/// A NetworkPolicy in sentences: for which pods, who may reach them, and whom they may reach.
final class NetworkPolicyPage {
    private static final Messages TEXTS = Messages.of("pages");

    private NetworkPolicyPage() {}

    static Page of(JsonNode object) {
        JsonNode spec = object.path("spec");
        if (!spec.isObject()) return new Page(new Standing(Tone.QUIET, "", ""), null, List.of());
        List<String> types = Fields.texts(spec, "policyTypes");
        boolean in = types.isEmpty() || types.contains("Ingress");
        boolean out = types.isEmpty() ? spec.path("egress").isArray() : types.contains("Egress");
        Lines whom = new Lines().words(TEXTS.say("np.pods"), pods(spec.path("podSelector")));
        return new Page(
                new Standing(Tone.QUIET, "", ""),
                null,
                List.of(
                        Section.of(TEXTS.say("np.for"), whom.facts()),
                        side(spec, in, "ingress", "from"),
                        side(spec, out, "egress", "to")));
    }

    private static Section side(JsonNode spec, boolean told, String field, String peers) {
        String title = TEXTS.say("np." + field);
        if (!told) return Section.of(title, sentence("np.untold." + field));
        List<Card> cards = new ArrayList<>();
        for (JsonNode rule : Fields.list(spec, field)) cards.add(rule(rule, peers));
        return cards.isEmpty()
                ? Section.of(title, sentence("np.none." + field))
                : new Section(title, sentence("np.only." + field), cards);
    }

    private static List<Fact> sentence(String key) {
        return new Lines().words(TEXTS.say("np.sum"), TEXTS.say(key)).facts();
    }

    private static Card rule(JsonNode rule, String field) {
        List<String> peers = new ArrayList<>();
        Fields.list(rule, field).forEach(each -> peers.add(peer(each)));
        String who = peers.isEmpty() ? TEXTS.say("np.everybody") : String.join("\n", peers);
        Lines lines = new Lines().words(TEXTS.say("np." + field), who);
        return new Card(ports(rule), Tone.QUIET, "", lines.facts());
    }

    private static String ports(JsonNode rule) {
        List<String> all = new ArrayList<>();
        for (JsonNode port : Fields.list(rule, "ports")) {
            String protocol = Fields.text(port, "protocol");
            String number = Fields.text(port, "port");
            String end = Fields.text(port, "endPort");
            String which = number.isEmpty() ? TEXTS.say("np.every.port") : end.isEmpty() ? number : number + "-" + end;
            all.add((protocol.isEmpty() ? "TCP" : protocol) + " " + which);
        }
        return all.isEmpty() ? TEXTS.say("np.all.ports") : String.join(", ", all);
    }

    private static String peer(JsonNode peer) {
        JsonNode block = peer.path("ipBlock");
        if (block.isObject()) {
            List<String> except = Fields.texts(block, "except");
            String range = Fields.text(block, "cidr");
            return except.isEmpty() ? range : TEXTS.say("np.except", range, String.join(", ", except));
        }
        boolean spaces = peer.path("namespaceSelector").isObject();
        boolean some = peer.path("podSelector").isObject();
        if (!spaces) return pods(peer.path("podSelector"));
        String where = Selectors.line(peer.path("namespaceSelector"));
        String which = some ? Selectors.line(peer.path("podSelector")) : "";
        if (where.isEmpty())
            return which.isEmpty() ? TEXTS.say("np.pods.anywhere") : TEXTS.say("np.some.anywhere", which);
        return which.isEmpty() ? TEXTS.say("np.pods.in", where) : TEXTS.say("np.some.in", which, where);
    }

    private static String pods(JsonNode selector) {
        String line = Selectors.line(selector);
        return line.isEmpty() ? TEXTS.say("np.pods.here") : TEXTS.say("np.some.here", line);
    }
}
