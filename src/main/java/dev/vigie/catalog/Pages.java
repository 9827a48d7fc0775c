package dev.vigie.catalog;

import dev.vigie.base.Messages;
import dev.vigie.kind.Fact;
import dev.vigie.kind.Kind;
import dev.vigie.kind.Page;
import dev.vigie.kind.Page.Section;
import dev.vigie.kind.Pointer;
import dev.vigie.kind.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The page of any object: first what is known of its kind, then what every object has.
public final class Pages {
    private static final Messages TEXTS = Messages.of("catalog");
    /// Lines of a custom object's spec that are shown.
    private static final int MANY = 24;

    private Pages() {}

    public static Page of(Kind kind, JsonNode object) {
        KnownKind known = Catalog.of(kind);
        Page own = known.page(object);
        List<Section> sections = new ArrayList<>(own.sections());
        if (sections.isEmpty()) sections.add(Section.of(TEXTS.say("spec"), plain("", object.path("spec"))));
        sections.add(Section.of(TEXTS.say("conditions"), Conditions.of(object)));
        sections.add(Section.of(TEXTS.say("object"), identity(Masked.of(kind, object))));
        return new Page(
                own.standing(),
                own.why() == null && !isPod(kind) ? HeldBack.of(object) : own.why(),
                sections.stream().filter(section -> !section.isEmpty()).toList());
    }

    /// Pods end in their own time, and say themselves what holds them after that.
    private static boolean isPod(Kind kind) {
        return kind.resource().equals("pods");
    }

    private static List<Fact> identity(JsonNode object) {
        JsonNode metadata = object.path("metadata");
        List<Fact> facts = new ArrayList<>();
        Instant created = Conditions.moment(metadata.path("creationTimestamp"));
        if (created != null) facts.add(new Fact.Since(TEXTS.say("created"), created));
        Instant deleted = Conditions.moment(metadata.path("deletionTimestamp"));
        if (deleted != null) facts.add(new Fact.Since(TEXTS.say("deleted"), deleted));
        List<Fact.Link> owners = owners(object);
        if (!owners.isEmpty()) facts.add(new Fact.Links(TEXTS.say("owners"), owners));
        pairs(facts, TEXTS.say("labels"), metadata.path("labels"));
        pairs(facts, TEXTS.say("annotations"), metadata.path("annotations"));
        List<String> finalizers = new ArrayList<>();
        metadata.path("finalizers").forEach(each -> finalizers.add(each.asString("")));
        if (!finalizers.isEmpty()) {
            facts.add(new Fact.Code(TEXTS.say("finalizers"), String.join("\n", finalizers), Tone.QUIET));
        }
        code(facts, "UID", metadata.path("uid"));
        code(facts, TEXTS.say("version"), metadata.path("resourceVersion"));
        return facts;
    }

    private static List<Fact.Link> owners(JsonNode object) {
        String namespace = object.path("metadata").path("namespace").asString("");
        List<Fact.Link> links = new ArrayList<>();
        for (JsonNode owner : object.path("metadata").path("ownerReferences")) {
            String kind = owner.path("kind").asString("");
            String name = owner.path("name").asString("");
            if (name.isEmpty()) continue;
            Pointer to = Pointer.of(owner.path("apiVersion").asString(""), kind, namespace, name);
            links.add(new Fact.Link(to, kind + " " + name));
        }
        return links;
    }

    private static void pairs(List<Fact> facts, String label, JsonNode map) {
        Map<String, String> pairs = new LinkedHashMap<>();
        map.properties().forEach(each -> pairs.put(each.getKey(), text(each.getValue())));
        if (!pairs.isEmpty()) facts.add(new Fact.Pairs(label, pairs));
    }

    private static void code(List<Fact> facts, String label, JsonNode value) {
        if (!text(value).isEmpty()) facts.add(new Fact.Code(label, text(value), Tone.QUIET));
    }

    /// The fields of a spec that nobody told us about, one a line: `issuerRef.name`, `tricks`.
    private static List<Fact> plain(String path, JsonNode spec) {
        List<Fact> facts = new ArrayList<>();
        spec.properties().forEach(each -> {
            String name = path.isEmpty() ? each.getKey() : path + "." + each.getKey();
            JsonNode value = each.getValue();
            boolean open = value.isObject() && !value.isEmpty();
            boolean many = value.isArray() && value.path(0).isObject();
            if (many) facts.add(new Fact.Code(name, named(value), Tone.QUIET));
            else if (open) facts.addAll(plain(name, value));
            else facts.add(new Fact.Code(name, text(value), Tone.QUIET));
        });
        return facts.size() <= MANY ? facts : facts.subList(0, MANY);
    }

    /// A list of objects by their names; by their number where they have none.
    private static String named(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.forEach(each -> names.add(text(each.path("name"))));
        return names.contains("") ? TEXTS.say("entries", list.size()) : String.join(", ", names);
    }

    private static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) return "";
        if (!value.isArray()) return value.isValueNode() ? value.asString() : value.toString();
        List<String> all = new ArrayList<>();
        value.forEach(each -> all.add(text(each)));
        return String.join(", ", all);
    }
}
