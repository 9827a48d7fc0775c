package dev.vigie.catalog;

import dev.vigie.base.Amount;
import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Page.Card;
import dev.vigie.kind.Tone;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The figures an autoscaler goes by: what is, and what it aims at.
final class ScalingFigures {
    private static final Messages TEXTS = Messages.of("pages");

    private ScalingFigures() {}

    static List<Card> of(JsonNode object) {
        List<Card> cards = new ArrayList<>();
        for (JsonNode wanted : Fields.list(object, "spec", "metrics")) cards.add(card(wanted, found(object, wanted)));
        String old = Fields.text(object, "spec", "targetCPUUtilizationPercentage");
        if (!old.isEmpty()) {
            String now = Fields.text(object, "status", "currentCPUUtilizationPercentage");
            cards.add(card("cpu", now.isEmpty() ? "" : now + " %", old + " %", ""));
        }
        return cards;
    }

    /// What is measured of a metric; an empty object when nothing is.
    private static JsonNode found(JsonNode object, JsonNode wanted) {
        String word = part(wanted);
        for (JsonNode each : Fields.list(object, "status", "currentMetrics")) {
            boolean same = Fields.text(each, "type").equals(Fields.text(wanted, "type"))
                    && name(each.path(word)).equals(name(wanted.path(word)))
                    && Fields.text(each, word, "container").equals(Fields.text(wanted, word, "container"));
            if (same) return each.path(word).path("current");
        }
        return JsonMapper.shared().createObjectNode();
    }

    /// `Resource` stands in the field `resource`.
    private static String part(JsonNode metric) {
        String type = Fields.text(metric, "type");
        return type.isEmpty() ? "" : type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
    }

    private static String name(JsonNode metric) {
        String name = Fields.text(metric, "name");
        return name.isEmpty() ? Fields.text(metric, "metric", "name") : name;
    }

    private static Card card(JsonNode wanted, JsonNode current) {
        JsonNode metric = wanted.path(part(wanted));
        JsonNode target = metric.path("target");
        String type = Fields.text(target, "type");
        String field = switch (type) {
            case "Utilization" -> "averageUtilization";
            case "AverageValue" -> "averageValue";
            default -> "value";
        };
        String unit = type.equals("Utilization") ? " %" : "";
        String now = Fields.text(current, field);
        String of = switch (Fields.text(wanted, "type")) {
            case "ContainerResource" -> TEXTS.say("hpa.container", Fields.text(metric, "container"));
            case "Object" ->
                Fields.text(metric, "describedObject", "kind") + " " + Fields.text(metric, "describedObject", "name");
            case "External" -> TEXTS.say("hpa.external", Selectors.line(Fields.at(metric, "metric", "selector")));
            case "Resource" -> TEXTS.say(type.equals("Utilization") ? "hpa.share" : "hpa.average");
            case "Pods" -> TEXTS.say("hpa.average");
            default -> Fields.text(wanted, "type");
        };
        return card(name(metric), now.isEmpty() ? "" : now + unit, Fields.text(target, field) + unit, of);
    }

    private static Card card(String name, String now, String aim, String of) {
        boolean known = !now.isEmpty();
        Lines lines = new Lines()
                .words(TEXTS.say("now"), known ? now : TEXTS.say("hpa.unknown"), known ? Tone.QUIET : Tone.WARN)
                .words(TEXTS.say("hpa.aim"), aim)
                .words(TEXTS.say("hpa.of"), of);
        return new Card(name, over(now, aim) ? Tone.WARN : Tone.QUIET, known ? now + " / " + aim : "", lines.facts());
    }

    private static boolean over(String now, String aim) {
        BigDecimal is = Amount.parse(now.replace(" %", ""));
        BigDecimal meant = Amount.parse(aim.replace(" %", ""));
        return is != null && meant != null && is.compareTo(meant) > 0;
    }
}
