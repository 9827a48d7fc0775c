package dev.vigie.catalog;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.catalog.pods.Template;
import dev.vigie.kind.Fact;
import dev.vigie.kind.Page;
import dev.vigie.kind.Page.Card;
import dev.vigie.kind.Page.Section;
import dev.vigie.kind.Pointer;
import dev.vigie.kind.Tone;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What Deployments, ReplicaSets, StatefulSets, DaemonSets and Jobs have in common: pods made from a template.
final class WorkloadPage {
    private static final Messages TEXTS = Messages.of("pages");

    private WorkloadPage() {}

    /// The containers that each pod gets.
    static Section containers(JsonNode object) {
        JsonNode template = template(object);
        JsonNode pod = template.path("spec");
        List<Card> cards = new ArrayList<>();
        Fields.list(pod, "initContainers").forEach(each -> cards.add(container(template, each, TEXTS.say("init"))));
        Fields.list(pod, "containers").forEach(each -> cards.add(container(template, each, "")));
        String namespace = Fields.text(object, "metadata", "namespace");
        return new Section(TEXTS.say("containers"), Template.facts(template, namespace), cards);
    }

    /// With the volumes that each pod gets from a claim of its own.
    private static JsonNode template(JsonNode object) {
        JsonNode template = object.path("spec").path("template").deepCopy();
        if (!(template.path("spec") instanceof ObjectNode spec)) return template;
        for (JsonNode claim : Fields.list(object, "spec", "volumeClaimTemplates")) {
            String name = Fields.text(claim, "metadata", "name");
            ObjectNode volume = spec.withArray("volumes").addObject().put("name", name);
            String of = name + "-" + Fields.text(object, "metadata", "name") + "-…";
            volume.putObject("persistentVolumeClaim").put("claimName", of);
        }
        return template;
    }

    private static Card container(JsonNode template, JsonNode container, String word) {
        List<String> ports = new ArrayList<>();
        for (JsonNode port : Fields.list(container, "ports")) {
            String name = Fields.text(port, "name");
            ports.add((name.isEmpty() ? "" : name + " ") + Fields.text(port, "containerPort"));
        }
        Lines lines = new Lines()
                .code(TEXTS.say("image"), Fields.text(container, "image"))
                .code(TEXTS.say("ports"), String.join(", ", ports))
                .words("CPU", amounts(container, "cpu"))
                .words(TEXTS.say("memory"), amounts(container, "memory"));
        List<Fact> facts = new ArrayList<>(lines.facts());
        facts.addAll(Template.facts(template, container));
        return new Card(Fields.text(container, "name"), Tone.QUIET, word, facts);
    }

    private static String amounts(JsonNode container, String what) {
        String request = Fields.text(container, "resources", "requests", what);
        String limit = Fields.text(container, "resources", "limits", what);
        if (request.isEmpty() && limit.isEmpty()) return TEXTS.say("amounts.none");
        if (limit.isEmpty()) return TEXTS.say("amounts.unlimited", request);
        return request.isEmpty() ? TEXTS.say("amounts.limit", limit) : TEXTS.say("amounts", request, limit);
    }

    /// The owner that controls an object; null when nobody does.
    static @Nullable JsonNode controller(JsonNode object) {
        for (JsonNode owner : Fields.list(object, "metadata", "ownerReferences")) {
            if (Fields.is(owner, "controller")) return owner;
        }
        return null;
    }

    /// A link to the owner that controls an object.
    static Lines owner(Lines lines, JsonNode object) {
        JsonNode owner = controller(object);
        if (owner == null) return lines;
        String kind = Fields.text(owner, "kind");
        String group = Pointer.of(Fields.text(owner, "apiVersion"), "", "", "").group();
        return lines.link(kind, group, kind, Fields.text(object, "metadata", "namespace"), Fields.text(owner, "name"));
    }

    /// Why the server makes none of its pods; null when it makes them.
    static Page.@Nullable Why refused(JsonNode object) {
        JsonNode failure = Conditions.named(object, "ReplicaFailure");
        if (failure == null || !Fields.text(failure, "status").equals("True")) return null;
        boolean quota = Fields.text(failure, "message").contains("exceeded quota");
        return new Page.Why(
                Tone.ERROR,
                TEXTS.say(quota ? "quota.title" : "refused.title"),
                TEXTS.say("refused.sentence"),
                new Lines()
                        .words(TEXTS.say("reason"), Fields.text(failure, "reason"))
                        .code(TEXTS.say("server.says"), Fields.text(failure, "message"))
                        .facts(),
                TEXTS.say(quota ? "quota.next" : "refused.next"));
    }

    /// `status.x`, 0 when it is not said.
    static int status(JsonNode object, String field) {
        return Fields.number(0, object, "status", field);
    }

    /// Whether the controller has not seen the newest spec yet.
    static boolean unseen(JsonNode object) {
        return Fields.number(0, object, "status", "observedGeneration")
                < Fields.number(0, object, "metadata", "generation");
    }
}
