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

/// Roles, ClusterRoles and their bindings: who may do what with which objects.
final class RolePage {
    private static final Messages TEXTS = Messages.of("pages");
    private static final String GROUP = "rbac.authorization.k8s.io";
    /// A longer title is told again below, for it is cut on screen.
    private static final int LONG = 42;

    private RolePage() {}

    static Page role(JsonNode object) {
        List<Card> cards = new ArrayList<>();
        Fields.list(object, "rules").forEach(each -> cards.add(rule(each)));
        Lines sum = new Lines();
        for (JsonNode selector : Fields.list(object, "aggregationRule", "clusterRoleSelectors"))
            sum.code(TEXTS.say("role.sum"), Selectors.line(selector));
        if (cards.isEmpty()) sum.words(TEXTS.say("role.rules"), TEXTS.say("role.nothing"));
        return new Page(
                new Standing(Tone.QUIET, "", ""),
                null,
                List.of(new Section(TEXTS.say("role.rules"), sum.facts(), cards)));
    }

    private static Card rule(JsonNode rule) {
        List<String> verbs = Fields.texts(rule, "verbs");
        List<String> resources = Fields.texts(rule, "resources");
        List<String> urls = Fields.texts(rule, "nonResourceURLs");
        boolean all = verbs.contains("*") && (resources.contains("*") || urls.contains("*"));
        String title = title(resources, urls);
        Lines lines = new Lines()
                .code(
                        TEXTS.say(urls.isEmpty() ? "role.resources" : "role.paths"),
                        title.length() > LONG ? join(urls.isEmpty() ? resources : urls) : "")
                .words(TEXTS.say("role.verbs"), verbs.contains("*") ? TEXTS.say("role.every") : join(verbs))
                .words(TEXTS.say("role.groups"), urls.isEmpty() ? groups(Fields.texts(rule, "apiGroups")) : "")
                .code(TEXTS.say("role.names"), join(Fields.texts(rule, "resourceNames")));
        return new Card(title, all ? Tone.WARN : Tone.QUIET, all ? TEXTS.say("role.no.limit") : "", lines.facts());
    }

    private static String title(List<String> resources, List<String> urls) {
        if (urls.contains("*")) return TEXTS.say("role.every.path");
        if (resources.contains("*")) return TEXTS.say("role.everything");
        return join(urls.isEmpty() ? resources : urls);
    }

    private static String groups(List<String> groups) {
        if (groups.contains("*")) return TEXTS.say("role.any.group");
        return join(groups.stream()
                .map(group -> group.isEmpty() ? TEXTS.say("role.core") : group)
                .toList());
    }

    private static String join(List<String> all) {
        return String.join(", ", all);
    }

    static Page binding(JsonNode object) {
        String namespace = Fields.text(object, "metadata", "namespace");
        String kind = Fields.text(object, "roleRef", "kind");
        String home = kind.equals("ClusterRole") ? "" : namespace;
        Lines lines = new Lines()
                .link(kind, GROUP, kind, home, Fields.text(object, "roleRef", "name"))
                .words(
                        TEXTS.say("binding.where"),
                        namespace.isEmpty() ? TEXTS.say("binding.everywhere") : TEXTS.say("binding.here", namespace));
        List<JsonNode> subjects = Fields.list(object, "subjects");
        return new Page(
                new Standing(Tone.QUIET, "", subjects.isEmpty() ? TEXTS.say("binding.nobody") : ""),
                null,
                List.of(
                        Section.of(TEXTS.say("binding.gives"), lines.facts()),
                        Section.of(TEXTS.say("binding.to"), subjects(subjects))));
    }

    private static List<Fact> subjects(List<JsonNode> subjects) {
        Lines lines = new Lines();
        for (JsonNode each : subjects) {
            String kind = Fields.text(each, "kind");
            String name = Fields.text(each, "name");
            String namespace = Fields.text(each, "namespace");
            if (kind.equals("ServiceAccount") && !name.isEmpty()) {
                Pointer to = new Pointer("", kind, namespace, name);
                lines.links(kind, List.of(new Fact.Link(to, namespace + "/" + name)));
            } else {
                String word = switch (kind) {
                    case "User" -> TEXTS.say("binding.user");
                    case "Group" -> TEXTS.say("binding.group");
                    default -> kind;
                };
                lines.code(word, name);
            }
        }
        return lines.facts();
    }
}
