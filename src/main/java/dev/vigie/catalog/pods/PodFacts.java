package dev.vigie.catalog.pods;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Fact;
import dev.vigie.kind.Pointer;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What a person asks of a pod first: where it is, who it is, whose it is.
final class PodFacts {
    private static final Messages TEXTS = Messages.of("pods");

    private PodFacts() {}

    static List<Fact> of(Pod pod) {
        JsonNode spec = pod.object().path("spec");
        JsonNode status = pod.object().path("status");
        Facts facts = new Facts()
                .link(TEXTS.say("label.node"), new Pointer("", "Node", "", pod.node()))
                .code(TEXTS.say("label.node.ip"), Fields.text(status, "hostIP"))
                .code(TEXTS.say("label.ip"), addresses(status))
                .links(TEXTS.say("label.controlled"), controller(pod))
                .link(TEXTS.say("label.account"), account(pod, spec))
                .since(TEXTS.say("label.started"), Fields.moment(status, "startTime"))
                .words(TEXTS.say("label.qos"), Fields.text(status, "qosClass"))
                .link(TEXTS.say("label.priority"), priority(spec))
                .words(TEXTS.say("label.restart"), Fields.text(spec, "restartPolicy"));
        unusual(facts, pod, spec);
        return facts.all();
    }

    /// What is worth a line only where it is not as usual.
    private static void unusual(Facts facts, Pod pod, JsonNode spec) {
        String scheduler = Fields.text(spec, "schedulerName");
        int grace = Fields.number(30, spec, "terminationGracePeriodSeconds");
        int deadline = Fields.number(-1, spec, "activeDeadlineSeconds");
        if (Fields.is(spec, "hostNetwork")) facts.words(TEXTS.say("label.network"), TEXTS.say("network.host"));
        if (grace != 30) facts.words(TEXTS.say("label.grace"), Lapse.seconds(grace));
        if (deadline >= 0) facts.words(TEXTS.say("label.deadline"), Lapse.seconds(deadline));
        if (!scheduler.equals("default-scheduler")) facts.code(TEXTS.say("label.scheduler"), scheduler);
        facts.code(TEXTS.say("label.runtime"), Fields.text(spec, "runtimeClassName"))
                .link(TEXTS.say("label.nominated"), nominated(pod))
                .pairs(TEXTS.say("label.selector"), Fields.pairs(spec, "nodeSelector"))
                .words(TEXTS.say("label.tolerations"), Tolerations.own(pod));
    }

    private static Pointer nominated(Pod pod) {
        return new Pointer("", "Node", "", Fields.text(pod.object(), "status", "nominatedNodeName"));
    }

    private static Pointer account(Pod pod, JsonNode spec) {
        return new Pointer("", "ServiceAccount", pod.namespace(), Fields.text(spec, "serviceAccountName"));
    }

    private static Pointer priority(JsonNode spec) {
        return new Pointer("scheduling.k8s.io", "PriorityClass", "", Fields.text(spec, "priorityClassName"));
    }

    private static String addresses(JsonNode status) {
        List<String> all = new ArrayList<>();
        for (JsonNode each : Fields.list(status, "podIPs")) all.add(Fields.text(each, "ip"));
        return all.isEmpty() ? Fields.text(status, "podIP") : String.join(", ", all);
    }

    private static List<Fact.Link> controller(Pod pod) {
        List<Fact.Link> links = new ArrayList<>();
        for (JsonNode owner : Fields.list(pod.object(), "metadata", "ownerReferences")) {
            String kind = Fields.text(owner, "kind");
            String name = Fields.text(owner, "name");
            if (!Fields.is(owner, "controller") || name.isEmpty()) continue;
            String namespace = kind.equals("Node") ? "" : pod.namespace();
            Pointer to = Pointer.of(Fields.text(owner, "apiVersion"), kind, namespace, name);
            links.add(new Fact.Link(to, kind + " " + name));
        }
        return links;
    }
}
