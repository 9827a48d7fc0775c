package dev.vigie.catalog.pods;

import dev.vigie.base.Amount;
import dev.vigie.base.Messages;
import dev.vigie.catalog.json.Fields;
import dev.vigie.kind.Tone;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a container requests and how much it may use at most, resource by resource.
final class Allowance {
    private static final Messages TEXTS = Messages.of("pods");

    private Allowance() {}

    static void add(Facts facts, Container container) {
        if (container.is(Container.Role.EPHEMERAL)) return;
        Set<String> resources = new LinkedHashSet<>(List.of("cpu", "memory"));
        resources.addAll(Fields.pairs(container.spec(), "resources", "requests").keySet());
        resources.addAll(Fields.pairs(container.spec(), "resources", "limits").keySet());
        for (String each : resources) {
            String request = container.amount("requests", each);
            String limit = container.amount("limits", each);
            boolean below = below(limit, request);
            facts.words(label(each), words(request, limit, below), below ? Tone.WARN : Tone.QUIET);
        }
    }

    private static String label(String resource) {
        return switch (resource) {
            case "cpu" -> TEXTS.say("label.cpu");
            case "memory" -> TEXTS.say("label.memory");
            default -> resource;
        };
    }

    private static String words(String request, String limit, boolean below) {
        if (request.isEmpty() && limit.isEmpty()) return TEXTS.say("allowance.none");
        if (request.isEmpty()) return TEXTS.say("allowance.limit", limit);
        if (limit.isEmpty()) return TEXTS.say("allowance.request", request);
        return below ? TEXTS.say("allowance.below", request, limit) : TEXTS.say("allowance.both", request, limit);
    }

    private static boolean below(String limit, String request) {
        BigDecimal most = Amount.parse(limit);
        BigDecimal wanted = Amount.parse(request);
        return most != null && wanted != null && most.compareTo(wanted) < 0;
    }
}
