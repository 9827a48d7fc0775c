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

/// A StatefulSet: in which order its pods come, and each one's name, DNS name and claims.
final class StatefulSetPage {
    private static final Messages TEXTS = Messages.of("pages");
    /// Pods shown one by one.
    private static final int MANY = 12;

    private final JsonNode object;
    private final String name;
    private final String namespace;
    private final int wanted;

    private StatefulSetPage(JsonNode object) {
        this.object = object;
        name = Fields.text(object, "metadata", "name");
        namespace = Fields.text(object, "metadata", "namespace");
        wanted = Math.max(0, Fields.number(1, object, "spec", "replicas"));
    }

    static Page of(JsonNode object) {
        StatefulSetPage page = new StatefulSetPage(object);
        return new Page(
                page.standing(),
                null,
                List.of(
                        Section.of("StatefulSet", page.facts()),
                        page.pods(),
                        new Section(TEXTS.say("claim.templates"), page.retention(), page.templates()),
                        WorkloadPage.containers(object)));
    }

    private Standing standing() {
        if (Fields.has(object, "metadata", "deletionTimestamp")) return new Standing(Tone.ENDING, "Terminating", "");
        int ready = WorkloadPage.status(object, "readyReplicas");
        int have = WorkloadPage.status(object, "replicas");
        if (wanted == 0 && have == 0) return new Standing(Tone.DONE, TEXTS.say("none.wanted"), "");
        String line = TEXTS.say("n.ready", ready, wanted);
        if (have > wanted) return new Standing(Tone.PROGRESS, TEXTS.say("shrinking"), line);
        if (ready < wanted) return new Standing(ready == 0 ? Tone.ERROR : Tone.WARN, TEXTS.say("short"), line);
        if (rolling())
            return new Standing(
                    Tone.PROGRESS,
                    TEXTS.say("rolling"),
                    TEXTS.say("updated", WorkloadPage.status(object, "updatedReplicas"), wanted - partition()));
        return new Standing(Tone.OK, TEXTS.say("ready"), line);
    }

    private int partition() {
        return Math.min(wanted, Fields.number(0, object, "spec", "updateStrategy", "rollingUpdate", "partition"));
    }

    /// With OnDelete nothing rolls by itself; below the partition old pods are meant to stay.
    private boolean rolling() {
        String old = Fields.text(object, "status", "currentRevision");
        String next = Fields.text(object, "status", "updateRevision");
        boolean byItself =
                !Fields.text(object, "spec", "updateStrategy", "type").equals("OnDelete");
        return WorkloadPage.unseen(object)
                || (byItself
                        && !old.equals(next)
                        && WorkloadPage.status(object, "updatedReplicas") < wanted - partition());
    }

    private List<Fact> facts() {
        String service = Fields.text(object, "spec", "serviceName");
        boolean parallel = Fields.text(object, "spec", "podManagementPolicy").equals("Parallel");
        int ready = WorkloadPage.status(object, "readyReplicas");
        int have = WorkloadPage.status(object, "replicas");
        Lines lines = new Lines()
                .words(TEXTS.say("pods"), TEXTS.say("rs.pods", wanted, have, ready))
                .link("Service", "", "Service", namespace, service);
        if (service.isEmpty()) lines.words("Service", TEXTS.say("ss.no.service"));
        return lines.words(TEXTS.say("order"), TEXTS.say(parallel ? "ss.parallel" : "ss.ordered"))
                .words(TEXTS.say("strategy"), strategy())
                .code(TEXTS.say("revision"), Fields.text(object, "status", "currentRevision"))
                .code(
                        TEXTS.say("revision.next"),
                        Fields.text(object, "status", "updateRevision")
                                        .equals(Fields.text(object, "status", "currentRevision"))
                                ? ""
                                : Fields.text(object, "status", "updateRevision"))
                .pairs(TEXTS.say("selector"), Selectors.pairs(Fields.at(object, "spec", "selector")))
                .facts();
    }

    private String strategy() {
        String type = Fields.text(object, "spec", "updateStrategy", "type");
        if (type.equals("OnDelete")) return TEXTS.say("on.delete");
        if (!type.equals("RollingUpdate")) return type;
        int first = partition() + Fields.number(0, object, "spec", "ordinals", "start");
        return partition() > 0 ? TEXTS.say("ss.partition", String.valueOf(first)) : TEXTS.say("ss.rolling");
    }

    private Section pods() {
        if (name.isEmpty()) return Section.of("", List.of());
        int start = Fields.number(0, object, "spec", "ordinals", "start");
        List<Card> cards = new ArrayList<>();
        for (int at = 0; at < Math.min(wanted, MANY); at++) cards.add(pod(name + "-" + (start + at)));
        Lines more = new Lines();
        if (wanted > MANY) more.words("…", TEXTS.say("ss.more", wanted - MANY, name + "-" + (start + wanted - 1)));
        return new Section(TEXTS.say("pods"), more.facts(), cards);
    }

    private Card pod(String pod) {
        String service = Fields.text(object, "spec", "serviceName");
        List<Fact.Link> claims = new ArrayList<>();
        for (JsonNode template : Fields.list(object, "spec", "volumeClaimTemplates")) {
            String claim = Fields.text(template, "metadata", "name") + "-" + pod;
            claims.add(new Fact.Link(new Pointer("", "PersistentVolumeClaim", namespace, claim), claim));
        }
        Lines lines = new Lines()
                .link("Pod", "", "Pod", namespace, pod)
                .code(TEXTS.say("dns"), service.isEmpty() ? "" : pod + "." + service + "." + namespace + ".svc")
                .links(TEXTS.say("claims"), claims);
        return new Card(pod, Tone.QUIET, "", lines.facts());
    }

    private List<Card> templates() {
        List<Card> cards = new ArrayList<>();
        for (JsonNode template : Fields.list(object, "spec", "volumeClaimTemplates")) {
            Lines lines = new Lines()
                    .words(TEXTS.say("size"), Fields.text(template, "spec", "resources", "requests", "storage"))
                    .words(TEXTS.say("access"), Volumes.modes(Fields.texts(template, "spec", "accessModes")))
                    .link(
                            "StorageClass",
                            "storage.k8s.io",
                            "StorageClass",
                            "",
                            Fields.text(template, "spec", "storageClassName"))
                    .pairs(TEXTS.say("labels"), Fields.pairs(template, "metadata", "labels"));
            cards.add(new Card(Fields.text(template, "metadata", "name"), Tone.QUIET, "", lines.facts()));
        }
        return cards;
    }

    private List<Fact> retention() {
        if (Fields.list(object, "spec", "volumeClaimTemplates").isEmpty()) return List.of();
        return new Lines()
                .words(TEXTS.say("ss.when.scaled"), fate("whenScaled"))
                .words(TEXTS.say("ss.when.deleted"), fate("whenDeleted"))
                .facts();
    }

    /// Kept unless the policy says otherwise.
    private String fate(String field) {
        boolean gone = Fields.text(object, "spec", "persistentVolumeClaimRetentionPolicy", field)
                .equals("Delete");
        return TEXTS.say(gone ? "claims.deleted" : "claims.kept");
    }
}
