package dev.vigie.catalog.pods;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.catalog.pods.Container.Role;
import dev.vigie.kind.Fact;
import dev.vigie.kind.Pointer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// What a template says of the pods that are made from it.
public final class Template {
    private static final Messages TEXTS = Messages.of("pods");

    private Template() {}

    /// What holds for each pod as a whole; `namespace` is that of its owner.
    public static List<Fact> facts(JsonNode template, String namespace) {
        Pod pod = Pod.read(template, Instant.EPOCH);
        JsonNode spec = template.path("spec");
        String account = Fields.text(spec, "serviceAccountName");
        String priority = Fields.text(spec, "priorityClassName");
        Facts facts = new Facts()
                .pairs(TEXTS.say("label.annotations"), Fields.pairs(template, "metadata", "annotations"))
                .link(TEXTS.say("label.account"), new Pointer("", "ServiceAccount", namespace, account))
                .link(TEXTS.say("label.priority"), new Pointer("scheduling.k8s.io", "PriorityClass", "", priority))
                .pairs(TEXTS.say("label.selector"), Fields.pairs(spec, "nodeSelector"))
                .words(TEXTS.say("label.tolerations"), Tolerations.own(pod));
        List<String> volumes = new ArrayList<>();
        for (JsonNode each : Fields.list(spec, "volumes"))
            volumes.add(Fields.text(each, "name") + ": " + Volumes.words(each));
        return facts.words(TEXTS.say("section.volumes"), String.join("\n", volumes))
                .all();
    }

    /// What is wanted of one of its containers, beyond image, ports and room.
    public static List<Fact> facts(JsonNode template, JsonNode container) {
        Pod pod = Pod.read(template, Instant.EPOCH);
        Container wanted = new Container(Role.MAIN, container, MissingNode.getInstance());
        Facts facts = new Facts();
        ContainerCards.wanted(facts, pod, wanted);
        return facts.all();
    }
}
