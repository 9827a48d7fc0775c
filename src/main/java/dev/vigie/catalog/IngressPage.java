package dev.vigie.catalog;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Fact;
import dev.vigie.kind.Page;
import dev.vigie.kind.Page.Card;
import dev.vigie.kind.Page.Section;
import dev.vigie.kind.Page.Standing;
import dev.vigie.kind.Pointer;
import dev.vigie.kind.Tone;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// An Ingress: which address leads to which Service, and with which certificate.
final class IngressPage {
    private static final Messages TEXTS = Messages.of("pages");
    private static final String OLD_CLASS = "kubernetes.io/ingress.class";
    private static final String ISSUER = "cert-manager.io/";

    /// A longer title is told again below, for it is cut on screen.
    private static final int LONG = 42;

    private final JsonNode object;
    private final String namespace;

    private IngressPage(JsonNode object) {
        this.object = object;
        namespace = Fields.text(object, "metadata", "namespace");
    }

    static Page of(JsonNode object) {
        IngressPage page = new IngressPage(object);
        return new Page(
                page.standing(),
                null,
                List.of(
                        Section.of("Ingress", page.facts()),
                        new Section(TEXTS.say("ing.rules"), List.of(), page.rules()),
                        new Section("TLS", List.of(), page.certificates())));
    }

    private List<String> addresses() {
        List<String> all = new ArrayList<>();
        Fields.list(object, "status", "loadBalancer", "ingress").forEach(each -> {
            String ip = Fields.text(each, "ip");
            all.add(ip.isEmpty() ? Fields.text(each, "hostname") : ip);
        });
        return all;
    }

    private Standing standing() {
        if (Fields.has(object, "metadata", "deletionTimestamp")) return new Standing(Tone.ENDING, "Terminating", "");
        if (!object.path("spec").isObject()) return new Standing(Tone.QUIET, "", "");
        List<String> addresses = addresses();
        return addresses.isEmpty()
                ? new Standing(Tone.PROGRESS, TEXTS.say("waits.address"), TEXTS.say("ing.no.address"))
                : new Standing(Tone.OK, TEXTS.say("ing.ready"), addresses.getFirst());
    }

    private List<Fact> facts() {
        String name = Fields.text(object, "spec", "ingressClassName");
        String old = Fields.text(object, "metadata", "annotations", OLD_CLASS);
        Lines lines = new Lines().link(TEXTS.say("class"), "networking.k8s.io", "IngressClass", "", name);
        if (!old.isEmpty())
            lines.link(TEXTS.say("class"), "networking.k8s.io", "IngressClass", "", old)
                    .words(TEXTS.say("deprecated"), TEXTS.say("ing.old.class"), Tone.WARN);
        else if (name.isEmpty() && object.path("spec").isObject())
            lines.words(TEXTS.say("class"), TEXTS.say("ing.no.class"));
        lines.code(TEXTS.say("outside"), String.join("\n", addresses()));
        for (String kind : List.of("ClusterIssuer", "Issuer")) {
            String key = ISSUER + (kind.equals("Issuer") ? "issuer" : "cluster-issuer");
            String issuer = Fields.text(object, "metadata", "annotations", key);
            lines.link(kind, "cert-manager.io", kind, kind.equals("Issuer") ? namespace : "", issuer);
        }
        if (Fields.text(object, "metadata", "annotations", "kubernetes.io/tls-acme")
                .equals("true")) lines.words(TEXTS.say("ing.certificate"), TEXTS.say("ing.acme"));
        return lines.facts();
    }

    private List<Card> rules() {
        List<Card> cards = new ArrayList<>();
        for (JsonNode rule : Fields.list(object, "spec", "rules")) {
            String host = Fields.text(rule, "host");
            for (JsonNode path : Fields.list(rule, "http", "paths")) {
                String where = Fields.text(path, "path");
                cards.add(card(address(host, where), Fields.text(path, "pathType"), path.path("backend")));
            }
        }
        JsonNode rest = Fields.at(object, "spec", "defaultBackend");
        if (rest.isObject()) cards.add(card(TEXTS.say("ing.rest"), "", rest));
        return cards;
    }

    private String address(String host, String path) {
        String scheme = secured(host) ? "https://" : "http://";
        return scheme + (host.isEmpty() ? TEXTS.say("ing.any.host") : host) + (path.isEmpty() ? "/" : path);
    }

    /// A wildcard covers one label: `*.shop.example` holds `a.shop.example`, not `a.b.shop.example`.
    private boolean secured(String host) {
        for (JsonNode tls : Fields.list(object, "spec", "tls")) {
            List<String> hosts = Fields.texts(tls, "hosts");
            int dot = host.indexOf('.');
            if (hosts.isEmpty() || hosts.contains(host)) return true;
            if (dot > 0 && hosts.contains("*" + host.substring(dot))) return true;
        }
        return false;
    }

    private Card card(String title, String type, JsonNode backend) {
        String service = Fields.text(backend, "service", "name");
        String name = Fields.text(backend, "service", "port", "name");
        String port = name.isEmpty() ? Fields.text(backend, "service", "port", "number") : name;
        Lines lines = new Lines();
        if (!service.isEmpty()) {
            Pointer to = new Pointer("", "Service", namespace, service);
            String text = port.isEmpty() ? service : service + ":" + port;
            lines.links(TEXTS.say("leads.to"), List.of(new Fact.Link(to, text)));
        }
        JsonNode other = backend.path("resource");
        String kind = Fields.text(other, "kind");
        lines.link(TEXTS.say("leads.to"), Fields.text(other, "apiGroup"), kind, namespace, Fields.text(other, "name"));
        return new Card(
                title,
                Tone.QUIET,
                "",
                lines.words(TEXTS.say("ing.path"), reach(type)).facts());
    }

    private static String reach(String type) {
        return switch (type) {
            case "Exact" -> TEXTS.say("ing.exact");
            case "Prefix" -> TEXTS.say("ing.prefix");
            case "ImplementationSpecific" -> TEXTS.say("ing.specific");
            default -> type;
        };
    }

    private List<Card> certificates() {
        List<Card> cards = new ArrayList<>();
        for (JsonNode tls : Fields.list(object, "spec", "tls")) {
            List<String> hosts = Fields.texts(tls, "hosts");
            String secret = Fields.text(tls, "secretName");
            Lines lines = new Lines()
                    .code(
                            TEXTS.say("ing.hosts"),
                            String.join(", ", hosts).length() > LONG ? String.join("\n", hosts) : "")
                    .link("Secret", "", "Secret", namespace, secret);
            if (secret.isEmpty()) lines.words("Secret", TEXTS.say("ing.no.secret"));
            String title = hosts.isEmpty() ? TEXTS.say("ing.every.host") : String.join(", ", hosts);
            cards.add(new Card(title, Tone.QUIET, "", lines.facts()));
        }
        return cards;
    }
}
