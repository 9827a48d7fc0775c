package dev.vigie.catalog;

import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Fact;
import dev.vigie.kind.Page;
import dev.vigie.kind.Page.Section;
import dev.vigie.kind.Page.Standing;
import dev.vigie.kind.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A Node: whether it takes pods, what it has to give, and what it runs.
final class NodePage {
    private static final Messages TEXTS = Messages.of("pages");
    private static final String ROLE = "node-role.kubernetes.io/";

    private NodePage() {}

    static Page of(JsonNode object) {
        Lines lines = new Lines()
                .words(TEXTS.say("roles"), String.join(", ", roles(object)))
                .pairs(TEXTS.say("taints"), taints(object));
        for (JsonNode address : Fields.list(object, "status", "addresses")) {
            lines.code(Fields.text(address, "type"), Fields.text(address, "address"));
        }
        JsonNode runs = object.path("status").path("nodeInfo");
        Lines programs = new Lines()
                .code("kubelet", Fields.text(runs, "kubeletVersion"))
                .code(TEXTS.say("runtime"), Fields.text(runs, "containerRuntimeVersion"))
                .words(TEXTS.say("system"), Fields.text(runs, "osImage"))
                .code(TEXTS.say("kernel"), Fields.text(runs, "kernelVersion"))
                .code(TEXTS.say("architecture"), Fields.text(runs, "architecture"));
        return new Page(
                standing(object),
                why(object),
                List.of(
                        Section.of("Node", lines.facts()),
                        Section.of(TEXTS.say("gives"), amounts(object)),
                        Section.of(TEXTS.say("runs"), programs.facts())));
    }

    private static List<String> roles(JsonNode object) {
        return Fields.pairs(object, "metadata", "labels").keySet().stream()
                .filter(label -> label.startsWith(ROLE))
                .map(label -> label.substring(ROLE.length()))
                .toList();
    }

    private static Map<String, String> taints(JsonNode object) {
        Map<String, String> all = new LinkedHashMap<>();
        for (JsonNode taint : Fields.list(object, "spec", "taints")) {
            String value = Fields.text(taint, "value");
            all.put(Fields.text(taint, "key") + (value.isEmpty() ? "" : "=" + value), Fields.text(taint, "effect"));
        }
        return all;
    }

    /// What can be given to pods, of all there is.
    private static List<Fact> amounts(JsonNode object) {
        Map<String, String> all = Fields.pairs(object, "status", "capacity");
        Lines lines = new Lines();
        Fields.pairs(object, "status", "allocatable").forEach((name, given) -> {
            String whole = all.getOrDefault(name, given);
            lines.words(name, whole.equals(given) ? given : TEXTS.say("of.all", given, whole));
        });
        return lines.facts();
    }

    private static Standing standing(JsonNode object) {
        JsonNode ready = Conditions.named(object, "Ready");
        String status = ready == null ? "Unknown" : Fields.text(ready, "status");
        boolean cordoned = Fields.is(object, "spec", "unschedulable");
        String line = cordoned ? TEXTS.say("cordoned.line") : "";
        if (status.equals("True"))
            return cordoned ? new Standing(Tone.WARN, TEXTS.say("cordoned"), line) : new Standing(Tone.OK, "Ready", "");
        return new Standing(status.equals("False") ? Tone.ERROR : Tone.WARN, "NotReady", line);
    }

    private static Page.@Nullable Why why(JsonNode object) {
        JsonNode ready = Conditions.named(object, "Ready");
        if (ready == null || Fields.text(ready, "status").equals("True")) return pressed(object);
        boolean silent = Fields.text(ready, "status").equals("Unknown");
        Lines said = new Lines()
                .words(TEXTS.say("reason"), Fields.text(ready, "reason"))
                .words(TEXTS.say("server.says"), Fields.text(ready, "message"))
                .since(TEXTS.say("last.heard"), Fields.moment(ready, "lastHeartbeatTime"))
                .since(TEXTS.say("since"), Fields.moment(ready, "lastTransitionTime"));
        return new Page.Why(
                Tone.ERROR,
                TEXTS.say(silent ? "node.silent" : "node.unready"),
                TEXTS.say(silent ? "node.silent.sentence" : "node.unready.sentence"),
                said.facts(),
                TEXTS.say("node.next"));
    }

    private static Page.@Nullable Why pressed(JsonNode object) {
        List<Fact> said = new ArrayList<>();
        for (String type : List.of("MemoryPressure", "DiskPressure", "PIDPressure", "NetworkUnavailable")) {
            JsonNode condition = Conditions.named(object, type);
            if (condition != null && Fields.text(condition, "status").equals("True"))
                said.add(new Fact.Words(type, Fields.text(condition, "message"), Tone.WARN));
        }
        if (said.isEmpty()) return null;
        return new Page.Why(
                Tone.WARN, TEXTS.say("pressure"), TEXTS.say("pressure.sentence"), said, TEXTS.say("pressure.next"));
    }
}
